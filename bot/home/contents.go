package home

import "careeradvisor/knowledge"

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
	Owner                   string // may be empty
	Date, ReviewBy          string // YYYY-MM-DD, may be empty
	Passages                int
}

// Entry is an answer that a person gives where the documents were silent.
type Entry struct {
	Question string
	Answer   string // plain text, paragraphs parted by empty lines
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
