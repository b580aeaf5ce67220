package home

import (
	"context"

	"careeradvisor/knowledge"
)

// Library is the library that the Home tab shows and editors add to.
type Library interface {
	Shelf

	// Contents are the documents that may be shown to anybody.
	Contents() Contents
}

// Shelf is a library that learns from people.
type Shelf interface {
	// Cluster groups questions that ask for much the same thing, the largest group first. The
	// questions are given oldest first.
	Cluster(questions []string) []knowledge.Group

	// Publish makes a document of an entry, replacing an earlier one for the same question, and
	// answers from it from then on. It returns the document's ID.
	Publish(ctx context.Context, e Entry) (string, error)

	// Entry returns what was published as a document, and Withdraw takes it back.
	Entry(doc string) (Entry, bool)
	Withdraw(ctx context.Context, doc string) error

	// Teach keeps a question that a section is known to answer from then on.
	Teach(ctx context.Context, l Lesson) error
}

// Contents says what a library holds.
type Contents struct {
	Roles     []knowledge.Role
	Documents []DocumentInfo
	Examples  []string // questions that the documents answer
	Reading   string   // a sentence about what does not answer yet; "" if everything does
	Notes     []string // for editors: the state of the documents, one sentence each
}

// DocumentInfo is a document without its text.
type DocumentInfo struct {
	ID, Title, Role, Source string
	Owner                   string // may be empty
	URL                     string // where people read it, may be empty
	Date, ReviewBy          string // YYYY-MM-DD, may be empty
	Passages                int
	Unasked                 int // sections without a known question, if others have some
}

// Entry is an answer that a person gives where the documents are silent.
type Entry struct {
	Question string
	Answer   string // plain text, paragraphs separated by empty lines
	Source   string // in words or as a URL, may be empty
	By       string // who wrote it
	Owner    string // their Slack ID
}

// Lesson is a question that a section of a document is known to answer.
type Lesson struct {
	Doc, Section string // as citations name them
	Question     string
	By           string // who says so
}
