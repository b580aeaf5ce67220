package bot

import (
	"context"

	"careeradvisor/knowledge"
)

// Library is the documents that the advisor answers from, and what it reads in
// them beside answers.
type Library interface {
	// Contents are the documents that are open now.
	Contents() Contents

	// Interests is what the documents say of the interests of roles (Holland's six).
	Interests() []knowledge.RoleInterest

	// Interview is what the documents say that interviewers for a role ask about;
	// role is what a person wrote, "" for the role that the documents are most
	// about. It returns the role's name, and no areas where the documents name none.
	Interview(role string) (name string, areas []knowledge.Area)

	// Cluster puts questions together that ask for much the same thing, the largest
	// group first. They are given the oldest first.
	Cluster(questions []string) []knowledge.Group

	// Publish makes a document of an entry and answers from it from now on. It
	// returns the document's ID.
	Publish(ctx context.Context, e Entry) (string, error)
}

// Contents says what a library holds.
type Contents struct {
	Roles     []knowledge.Role
	Documents []DocumentInfo
	Examples  []string // questions that the documents answer
	Reading   string   // of what does not answer yet, a sentence; "" for nothing
	Notes     []string // for admins: how the documents are, a sentence each
}

// DocumentInfo is a document without its text.
type DocumentInfo struct {
	ID, Title, Role, Source string
	Date                    string // YYYY-MM-DD, may be empty
	Passages                int
}

// Entry is an answer that a person gives where the documents were silent.
type Entry struct {
	Question string
	Answer   string // plain text, paragraphs parted by empty lines
	Source   string // in words or as a URL, may be empty
	By       string // who wrote it
}
