package play

import "careeradvisor/knowledge"

// Library is what else documents say about roles.
type Library interface {
	// Roles are those that the documents know.
	Roles() []knowledge.Role

	// Interests is what the documents say about the interests of roles (Holland's six).
	Interests() []knowledge.RoleInterest

	// Interview is what the documents say that interviewers for a role ask about; role is
	// what a person wrote, "" for the role that the documents are most about.
	Interview(role string) (name string, areas []knowledge.Area)
}
