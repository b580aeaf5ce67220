package bot

import (
	"context"
	"log/slog"
	"slices"
	"strings"

	"github.com/slack-go/slack"
)

// Identity is who the bot is in Slack.
type Identity struct {
	Team   string // name of the workspace
	TeamID string
	User   string // name of the bot's user
	UserID string
	BotID  string

	// Missing are the scopes that a surface needs and the app was not granted;
	// that surface stays silent.
	Missing []string
}

// Scopes are what the app has to be granted, in alphabetical order: those of the
// surfaces, and those of what the bot does.
func Scopes() []string {
	all := []string{"chat:write", "reactions:write", promptsScope}
	for _, r := range routes() {
		all = append(all, strings.Fields(r.scope)...)
	}
	return set(all)
}

// promptsScope lets the bot suggest questions in its messages. Without it everything
// else works, so that it is not missed.
const promptsScope = "assistant:write"

// Events are what the app has to subscribe to, in alphabetical order: the test of the
// app's manifest holds it to them.
func Events() []string {
	var all []string
	for _, r := range routes() {
		all = append(all, r.event)
	}
	return set(all)
}

// Shortcuts are the callback IDs of the app's shortcuts, for the same test.
func Shortcuts() []string {
	var all []string
	for _, r := range routes() {
		if id, ok := strings.CutPrefix(r.kind, "shortcut "); ok {
			all = append(all, id)
		}
	}
	return set(all)
}

// set is all that is not empty, sorted and each once.
func set(all []string) []string {
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(s string) bool { return s == "" })
}

// Preflight tries the tokens of a configuration before a bot is made of it.
func Preflight(ctx context.Context, cfg Config, log *slog.Logger) (Identity, error) {
	b, err := assemble(cfg, Parts{Log: log})
	if err != nil {
		return Identity{}, err
	}
	return b.Preflight(ctx)
}

// Preflight tries both tokens. Its error is a [knowledge.Error] that says which
// variable is wrong and where to find the right value, without the value.
func (b *Bot) Preflight(ctx context.Context) (Identity, error) {
	if err := checkShape(b.cfg.BotToken, b.cfg.AppToken); err != nil {
		return Identity{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, checkWithin)
	defer cancel()
	var who *slack.AuthTestResponse
	err := attempt(ctx, func(ctx context.Context) (err error) {
		who, err = b.api.AuthTestContext(ctx)
		return err
	})
	if err != nil {
		return Identity{}, b.explain(botToken, err)
	}
	err = attempt(ctx, func(ctx context.Context) error {
		_, _, err := b.app.StartSocketModeContext(ctx)
		return err
	})
	if err != nil {
		return Identity{}, b.explain(appToken, err)
	}
	me := Identity{
		Team: who.Team, TeamID: who.TeamID, User: who.User, UserID: who.UserID, BotID: who.BotID,
		Missing: missing(who.Header.Get("X-OAuth-Scopes")),
	}
	b.me.Store(&me)
	return me, nil
}

// missing are the scopes that a surface needs and that are not among those granted.
// Where Slack does not say what it granted, nothing is missing.
func missing(granted string) []string {
	if granted == "" {
		return nil
	}
	have := strings.FieldsFunc(granted, func(r rune) bool { return r == ',' || r == ' ' })
	var lack []string
	for _, n := range Scopes() {
		if n != promptsScope && !slices.Contains(have, n) {
			lack = append(lack, n)
		}
	}
	return lack
}

// self is the bot's identity, empty before the first Preflight.
func (b *Bot) self() Identity {
	if me := b.me.Load(); me != nil {
		return *me
	}
	return Identity{}
}
