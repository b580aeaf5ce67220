package bot

import (
	"careeradvisor/bot/channels"
	"careeradvisor/bot/home"
	"careeradvisor/knowledge"
)

// Library is the documents that the advisor answers from, and what else it reads in them.
type Library interface {
	home.Shelf

	// Contents are the documents of a scope that are open now.
	Contents(s knowledge.Scope) home.Contents

	// Interests returns what the documents say about the interests of roles (Holland's six).
	Interests(s knowledge.Scope) []knowledge.RoleInterest

	// Interview returns what, according to the documents, interviewers for a role ask about; role
	// is what a person wrote, or "" for the role that the documents are most about. It returns the
	// role's name, and no areas if the documents name none.
	Interview(s knowledge.Scope, role string) (name string, areas []knowledge.Area)
}

// openShelf is the library outside of all channels: what may be quoted on Home, in direct
// messages and in modals.
type openShelf struct {
	Library
	settings *channels.Settings
}

func (l openShelf) Contents() home.Contents { return l.Library.Contents(l.settings.Scope("")) }

// Roles are the roles that the documents know.
func (l openShelf) Roles() []knowledge.Role { return l.Contents().Roles }

func (l openShelf) Interests() []knowledge.RoleInterest {
	return l.Library.Interests(l.settings.Scope(""))
}

func (l openShelf) Interview(role string) (string, []knowledge.Area) {
	return l.Library.Interview(l.settings.Scope(""), role)
}
