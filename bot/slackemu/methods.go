package slackemu

import (
	"slices"
	"strings"
)

// method is one method of the Web API.
type method struct {
	run    func(s *webAPI, a args) (object, *apiError) // runs alone
	args   string                                      // the arguments that are modelled; any other is refused
	scopes string                                      // any of them is enough; empty if no scope is needed
	app    bool                                        // takes the app token, not the bot's
}

// methods lists the methods of the Web API that are modelled. Methods whose scope depends on the
// conversation check it themselves.
var methods = map[string]method{
	"auth.test":                             {run: (*webAPI).authTest},
	"apps.connections.open":                 {run: (*webAPI).openConnection, app: true},
	"chat.postMessage":                      {run: (*webAPI).postMessage, args: said + " thread_ts", scopes: "chat:write"},
	"chat.postEphemeral":                    {run: (*webAPI).postEphemeral, args: said + " thread_ts user", scopes: "chat:write"},
	"chat.update":                           {run: (*webAPI).updateMessage, args: said + " ts", scopes: "chat:write"},
	"chat.delete":                           {run: (*webAPI).deleteMessage, args: "channel ts", scopes: "chat:write"},
	"chat.getPermalink":                     {run: (*webAPI).permalink, args: "channel message_ts"},
	"conversations.replies":                 {run: (*webAPI).conversationReplies, args: paged + " ts"},
	"conversations.history":                 {run: (*webAPI).conversationHistory, args: paged},
	"conversations.info":                    {run: (*webAPI).conversationInfo, args: "channel include_locale include_num_members"},
	"users.info":                            {run: (*webAPI).userInfo, args: "user include_locale", scopes: "users:read"},
	"reactions.add":                         {run: (*webAPI).addReaction, args: "channel timestamp name", scopes: "reactions:write"},
	"reactions.remove":                      {run: (*webAPI).removeReaction, args: "channel timestamp name", scopes: "reactions:write"},
	"views.open":                            {run: (*webAPI).openView, args: "trigger_id view"},
	"views.push":                            {run: (*webAPI).pushView, args: "trigger_id view"},
	"views.publish":                         {run: (*webAPI).publishView, args: "user_id view hash"},
	"assistant.threads.setStatus":           {run: (*webAPI).setStatus, args: "channel_id thread_ts status", scopes: "chat:write assistant:write"},
	"assistant.threads.setSuggestedPrompts": {run: (*webAPI).setPrompts, args: "channel_id thread_ts title prompts", scopes: "assistant:write"},
}

const (
	said  = "channel text blocks metadata mrkdwn unfurl_links unfurl_media"
	paged = "channel oldest latest inclusive limit cursor include_all_metadata"
)

func (s *webAPI) authTest(args) (object, *apiError) {
	return object{
		"url": "https://" + teamDomain + ".slack.com/", "team": "Emulator", "team_id": teamID,
		"user": s.users[0].Name, "user_id": botUserID, "bot_id": botID, "is_enterprise_install": false,
	}, nil
}

// allScopes is every scope this package knows except chat:write.public: with it, a bot would never
// learn that it was not invited.
var allScopes = []string{
	"app_mentions:read", "assistant:write", "channels:history", "channels:read", "chat:write", "commands",
	"groups:history", "groups:read", "im:history", "im:read", "im:write",
	"mpim:history", "mpim:read", "reactions:read", "reactions:write", "users:read",
}

// granted reports whether the app has any of the scopes.
func (s *hub) granted(anyOf ...string) bool {
	return slices.ContainsFunc(anyOf, func(scope string) bool { return slices.Contains(s.opts.Scopes, scope) })
}

func (s *hub) missing(scope string) *apiError {
	return &apiError{code: "missing_scope", needed: scope, provided: strings.Join(s.opts.Scopes, ",")}
}
