package slackemu

import (
	"time"

	"careeradvisor/bot/slackemu/blockkit"
)

// Options configures the workspace. The zero value behaves like Slack with an app
// that has every scope but chat:write.public.
type Options struct {
	// BotToken and AppToken are the tokens that are accepted. Defaults:
	// "xoxb-emulator" and "xapp-emulator".
	BotToken, AppToken string

	// Addr is the loopback address to listen on; default "127.0.0.1:0".
	Addr string

	// Law says which blocks are accepted; the zero value is a workspace of today.
	Law blockkit.Law

	// Scopes are what the app was granted; nil means all but chat:write.public. An event whose
	// scope is missing is not delivered; a method without its scope returns missing_scope.
	Scopes []string

	// Subscriptions are the app's bot events; nil means app_mention,
	// message.im and app_home_opened.
	Subscriptions []string

	// Commands are the registered slash commands; nil means "/career".
	Commands []string

	// PingEvery is the time between websocket pings; default 5 s. The first
	// ping follows hello at once.
	PingEvery time.Duration

	// AckWithin is how long an envelope may wait for its ack; default 3 s.
	AckWithin time.Duration

	// TriggerLife is how long a trigger can open a modal; default 3 s.
	TriggerLife time.Duration

	// RetryAfter holds the pauses before each redelivery of an event that was not
	// acked; nil means Slack's: at once, one minute, five minutes.
	RetryAfter []time.Duration

	// Now is the clock for timestamps and for the lifetimes of triggers and response
	// URLs; default time.Now. Acks, retries and pings run on real time.
	Now func() time.Time
}

func (o Options) withDefaults() Options {
	setDefault(&o.BotToken, "xoxb-emulator")
	setDefault(&o.AppToken, "xapp-emulator")
	setDefault(&o.Addr, "127.0.0.1:0")
	setDefault(&o.PingEvery, 5*time.Second)
	setDefault(&o.AckWithin, 3*time.Second)
	setDefault(&o.TriggerLife, 3*time.Second)
	if o.Scopes == nil {
		o.Scopes = allScopes
	}
	if o.Subscriptions == nil {
		o.Subscriptions = []string{"app_mention", "message.im", "app_home_opened"}
	}
	if o.Commands == nil {
		o.Commands = []string{"/career"}
	}
	if o.RetryAfter == nil {
		o.RetryAfter = []time.Duration{0, time.Minute, 5 * time.Minute}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

func setDefault[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}
