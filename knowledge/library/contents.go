package library

import "careeradvisor/knowledge"

// Contents says what a library holds.
type Contents struct {
	Generation string // of the index, "" where it has no name
	Roles      []knowledge.Role
	Documents  []DocumentInfo
	Examples   []string // questions that the documents answer
}

// DocumentInfo is a document without its text.
type DocumentInfo struct {
	ID, Title, Role, Source string
	Date                    string // YYYY-MM-DD, may be empty
	Passages                int
}
