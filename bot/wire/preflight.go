package wire

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"
)

// Identity is who the bot is in Slack.
type Identity struct {
	Team   string // name of the workspace
	User   string // name of the bot's user
	UserID string

	// Missing are the scopes that a surface needs but the app was not granted; that surface stays
	// silent.
	Missing []string
}

// Preflight tries both tokens. Its error joins a [knowledge.Error] for each wrong one, which says
// how to get the right value and never shows the wrong one.
func (c *Client) Preflight(ctx context.Context) (Identity, error) {
	ctx, cancel := context.WithTimeout(ctx, checkWithin)
	defer cancel()
	wrongBot, wrongApp := checkShape(c.opts.BotToken, c.opts.AppToken)
	var me Identity
	if wrongBot == nil {
		me, wrongBot = c.signIn(ctx)
	}
	if _, offline := errors.AsType[unreachable](wrongBot); wrongApp == nil && !offline {
		wrongApp = c.explain(appToken, Attempt(ctx, func(ctx context.Context) error {
			_, _, err := c.client(c.HTTP).StartSocketModeContext(ctx)
			return err
		}))
	}
	err := errors.Join(wrongBot, wrongApp)
	if err == nil {
		c.me.Store(&me)
	}
	return me, err
}

// signIn asks Slack whom the bot's token belongs to.
func (c *Client) signIn(ctx context.Context) (Identity, error) {
	var who *slack.AuthTestResponse
	err := Attempt(ctx, func(ctx context.Context) (err error) {
		who, err = c.API.AuthTestContext(ctx)
		return err
	})
	if err != nil {
		return Identity{}, c.explain(botToken, err)
	}
	return Identity{
		Team: who.Team, User: who.User, UserID: who.UserID,
		Missing: c.missing(who.Header.Get("X-OAuth-Scopes")),
	}, nil
}

// ErrNotTried is the cause of an error that says why Slack could not be asked.
var ErrNotTried = errors.New("not tried")

// CheckIDs asks Slack whether people and a channel ("" for none) exist, and whether the bot is in
// the channel.
func (c *Client) CheckIDs(ctx context.Context, people []string, channel string) (admins, help error) {
	ctx, cancel := context.WithTimeout(ctx, checkWithin)
	defer cancel()
	for _, id := range people {
		admins = errors.Join(admins, c.checkID(ctx, "users:read", func(ctx context.Context) (string, error) {
			u, err := c.API.GetUserInfoContext(ctx, id)
			if err == nil && !u.Deleted {
				return "", nil
			}
			return "ADVISOR_ADMINS has " + id + ", and nobody active in the workspace has that ID: copy it from the person's profile, ⋮ › “Copy member ID”.", err
		}))
	}
	if id := channel; id != "" {
		help = c.checkID(ctx, "channels:read or groups:read", func(ctx context.Context) (string, error) {
			ch, err := c.API.GetConversationInfoContext(ctx, &slack.GetConversationInfoInput{ChannelID: id})
			switch {
			case err != nil:
				return "ADVISOR_HELP_CHANNEL is " + id + ", and the advisor can see no such channel: check the ID and, if the channel is private, invite the advisor.", err
			case ch.IsArchived:
				return "ADVISOR_HELP_CHANNEL is #" + ch.Name + ", which is archived: choose another channel.", nil
			case !ch.IsMember:
				return "ADVISOR_HELP_CHANNEL is #" + ch.Name + ", and the advisor is not in it: invite it there.", nil
			}
			return "", nil
		})
	}
	return admins, help
}

// checkID says what look found wrong with an ID, or why it could not look.
func (c *Client) checkID(ctx context.Context, scope string, look func(context.Context) (wrong string, err error)) error {
	var wrong string
	err := Attempt(ctx, func(ctx context.Context) (err error) {
		wrong, err = look(ctx)
		return err
	})
	switch code := Code(err); {
	case code == "missing_scope":
		return say(ErrNotTried, "This cannot be checked, because the app lacks the scope %s.", scope)
	case err != nil && !strings.HasSuffix(code, "_not_found") && code != "user_not_visible":
		return c.explain(botToken, err)
	case wrong != "":
		return say(nil, "%s", wrong)
	}
	return nil
}

// missing returns the scopes that a surface needs and that are not among those granted. If Slack
// does not say what it has granted, nothing is missing.
func (c *Client) missing(granted string) []string {
	if granted == "" {
		return nil
	}
	have := strings.FieldsFunc(granted, func(r rune) bool { return r == ',' || r == ' ' })
	return slices.DeleteFunc(slices.Clone(c.opts.Scopes), func(scope string) bool { return slices.Contains(have, scope) })
}

// Self is the bot's identity; it is empty before the first Preflight.
func (c *Client) Self() Identity { return *cmp.Or(c.me.Load(), &Identity{}) }

// checkWithin is the time for the preflight.
const checkWithin = 8 * time.Second
