package bot

import (
	"context"
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

// needed are the scopes of the surfaces that this package has.
var needed = []string{"app_mentions:read", "chat:write", "commands", "im:history"}

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

// missing are the needed scopes that are not among those granted. Where Slack
// does not say what it granted, nothing is missing.
func missing(granted string) []string {
	if granted == "" {
		return nil
	}
	have := strings.FieldsFunc(granted, func(r rune) bool { return r == ',' || r == ' ' })
	var lack []string
	for _, n := range needed {
		if !slices.Contains(have, n) {
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
