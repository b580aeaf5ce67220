package bot

import (
	"context"
	"errors"
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
	all := append([]string{"chat:write", "reactions:write"}, optional...)
	for _, r := range routes() {
		all = append(all, strings.Fields(r.scope)...)
	}
	return set(all)
}

// optional are scopes that are not missed: with them the bot suggests questions in its
// messages, and CheckIDs knows who exists.
var optional = []string{"assistant:write", "users:read"}

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

// Preflight tries both tokens. Its error joins a [knowledge.Error] for each wrong one,
// which says how to get the right value, and never shows the value.
func (b *Bot) Preflight(ctx context.Context) (Identity, error) {
	ctx, cancel := context.WithTimeout(ctx, checkWithin)
	defer cancel()
	wrongBot, wrongApp := checkShape(b.cfg.BotToken, b.cfg.AppToken)
	var me Identity
	if wrongBot == nil {
		me, wrongBot = b.signIn(ctx)
	}
	if _, offline := errors.AsType[unreachable](wrongBot); wrongApp == nil && !offline {
		wrongApp = b.explain(appToken, attempt(ctx, func(ctx context.Context) error {
			_, _, err := b.app.StartSocketModeContext(ctx)
			return err
		}))
	}
	err := errors.Join(wrongBot, wrongApp)
	if err == nil {
		b.me.Store(&me)
	}
	return me, err
}

// signIn asks Slack whose token the bot's is.
func (b *Bot) signIn(ctx context.Context) (Identity, error) {
	var who *slack.AuthTestResponse
	err := attempt(ctx, func(ctx context.Context) (err error) {
		who, err = b.api.AuthTestContext(ctx)
		return err
	})
	if err != nil {
		return Identity{}, b.explain(botToken, err)
	}
	return Identity{
		Team: who.Team, TeamID: who.TeamID, User: who.User, UserID: who.UserID, BotID: who.BotID,
		Missing: missing(who.Header.Get("X-OAuth-Scopes")),
	}, nil
}

// ErrNotTried is the cause of an error that says why Slack could not be asked.
var ErrNotTried = errors.New("not tried")

// CheckIDs asks Slack whether the admins and the help channel of a configuration exist,
// and whether the bot is in the channel.
func CheckIDs(ctx context.Context, cfg Config, log *slog.Logger) (admins, help error) {
	b, err := assemble(cfg, Parts{Log: log})
	if err != nil {
		return err, err
	}
	ctx, cancel := context.WithTimeout(ctx, checkWithin)
	defer cancel()
	for _, id := range cfg.Admins {
		admins = errors.Join(admins, b.checkID(ctx, "users:read", func(ctx context.Context) (string, error) {
			u, err := b.api.GetUserInfoContext(ctx, id)
			if err == nil && !u.Deleted {
				return "", nil
			}
			return "ADVISOR_ADMINS has " + id + ", and nobody active in the workspace has that ID: copy it from the person's profile, ⋮ › “Copy member ID”.", err
		}))
	}
	if id := cfg.HelpChannel; id != "" {
		help = b.checkID(ctx, "channels:read or groups:read", func(ctx context.Context) (string, error) {
			c, err := b.api.GetConversationInfoContext(ctx, &slack.GetConversationInfoInput{ChannelID: id})
			switch {
			case err != nil:
				return "ADVISOR_HELP_CHANNEL is " + id + ", and the advisor can see no such channel: check the ID and, if the channel is private, invite the advisor.", err
			case c.IsArchived:
				return "ADVISOR_HELP_CHANNEL is #" + c.Name + ", which is archived: choose another channel.", nil
			case !c.IsMember:
				return "ADVISOR_HELP_CHANNEL is #" + c.Name + ", and the advisor is not in it: invite it there.", nil
			}
			return "", nil
		})
	}
	return admins, help
}

// checkID says what look found wrong with an ID, or why it could not look.
func (b *Bot) checkID(ctx context.Context, scope string, look func(context.Context) (wrong string, err error)) error {
	var wrong string
	err := attempt(ctx, func(ctx context.Context) (err error) {
		wrong, err = look(ctx)
		return err
	})
	switch code := slackCode(err); {
	case code == "missing_scope":
		return say(ErrNotTried, "Slack says what an ID stands for only with the scope %s.", scope)
	case err != nil && !strings.HasSuffix(code, "_not_found") && code != "user_not_visible":
		return b.explain(botToken, err)
	case wrong != "":
		return say(nil, "%s", wrong)
	}
	return nil
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
		if !slices.Contains(append(have, optional...), n) {
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
