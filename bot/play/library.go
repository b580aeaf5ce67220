package play

import "careeradvisor/knowledge"

// Library is what documents say about roles besides answering questions.
type Library interface {
	// Roles are the roles that the documents know.
	Roles() []knowledge.Role

	// Interests returns what the documents say about the interests of roles (Holland's six).
	Interests() []knowledge.RoleInterest

	// Interview returns what, according to the documents, interviewers for a role ask about; role
	// is what a person wrote, or "" for the role that the documents are most about.
	Interview(role string) (name string, areas []knowledge.Area)
}
