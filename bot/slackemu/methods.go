package slackemu

// method is one method of the Web API.
type method struct {
	run    func(s *Server, a args) (object, *apiError) // runs alone
	scopes []string                                    // any of them; none: no scope needed
	app    bool                                        // takes the app token, not the bot's
}

// methods is the Web API as far as it goes. Methods whose scope depends on the
// conversation check it themselves.
var methods = map[string]method{
	"auth.test":                             {run: (*Server).authTest},
	"apps.connections.open":                 {run: (*Server).openConnection, app: true},
	"chat.postMessage":                      {run: (*Server).postMessage, scopes: chatWrite},
	"chat.postEphemeral":                    {run: (*Server).postEphemeral, scopes: chatWrite},
	"chat.update":                           {run: (*Server).updateMessage, scopes: chatWrite},
	"chat.delete":                           {run: (*Server).deleteMessage, scopes: chatWrite},
	"chat.getPermalink":                     {run: (*Server).permalink},
	"conversations.replies":                 {run: (*Server).conversationReplies},
	"conversations.history":                 {run: (*Server).conversationHistory},
	"conversations.info":                    {run: (*Server).conversationInfo},
	"conversations.open":                    {run: (*Server).conversationOpen, scopes: []string{"im:write"}},
	"users.info":                            {run: (*Server).userInfo, scopes: []string{"users:read"}},
	"bots.info":                             {run: (*Server).botInfo, scopes: []string{"users:read"}},
	"reactions.add":                         {run: (*Server).addReaction, scopes: []string{"reactions:write"}},
	"reactions.remove":                      {run: (*Server).removeReaction, scopes: []string{"reactions:write"}},
	"views.open":                            {run: (*Server).openView},
	"views.push":                            {run: (*Server).pushView},
	"views.update":                          {run: (*Server).updateView},
	"views.publish":                         {run: (*Server).publishView},
	"assistant.threads.setStatus":           {run: (*Server).setStatus, scopes: []string{"chat:write", "assistant:write"}},
	"assistant.threads.setTitle":            {run: (*Server).setTitle, scopes: []string{"assistant:write"}},
	"assistant.threads.setSuggestedPrompts": {run: (*Server).setPrompts, scopes: []string{"assistant:write"}},
}

var chatWrite = []string{"chat:write"}

func (s *Server) authTest(args) (object, *apiError) {
	return object{
		"url": "https://" + teamDomain + ".slack.com/", "team": "Emulator", "team_id": teamID,
		"user": s.users[0].Name, "user_id": botUserID, "bot_id": botID, "is_enterprise_install": false,
	}, nil
}
