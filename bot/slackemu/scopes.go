package slackemu

import "slices"

// allScopes is what an app has that was granted everything this package knows.
// chat:write.public is left out: with it a bot never learns that it was not
// invited.
var allScopes = []string{
	"app_mentions:read", "assistant:write", "channels:history", "channels:read", "chat:write", "commands",
	"groups:history", "groups:read", "im:history", "im:read", "im:write", "reactions:read", "reactions:write", "users:read",
}

func (s *Server) scopes() []string {
	if s.opts.Scopes == nil {
		return allScopes
	}
	return s.opts.Scopes
}

// granted says whether the app has any of the scopes; none needed is granted.
func (s *Server) granted(anyOf []string) bool {
	return len(anyOf) == 0 || slices.ContainsFunc(anyOf, func(scope string) bool {
		return slices.Contains(s.scopes(), scope)
	})
}

// Scopes that depend on the kind of conversation.
var (
	historyScopes = map[string][]string{"channel": {"channels:history"}, "group": {"groups:history"}, "im": {"im:history"}}
	infoScopes    = map[string][]string{"channel": {"channels:read"}, "group": {"groups:read"}, "im": {"im:read"}}
)
