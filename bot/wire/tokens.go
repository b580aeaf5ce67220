package wire

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/knowledge"
)

// variable is a setting that a token comes from, with how to get it right.
type variable struct {
	name   string
	prefix []string
	get    string // an instruction that ends a sentence
}

var (
	botToken = variable{"SLACK_BOT_TOKEN", []string{"xoxb-", "xoxe.xoxb-"},
		"copy the Bot User OAuth Token (it begins with xoxb-) from “OAuth & Permissions” of your app at https://api.slack.com/apps"}
	appToken = variable{"SLACK_APP_TOKEN", []string{"xapp-"},
		"make an app-level token (it begins with xapp-) with the scope connections:write under “Basic Information” of your app at https://api.slack.com/apps"}
)

func (v variable) fits(token string) bool {
	return slices.ContainsFunc(v.prefix, func(prefix string) bool { return strings.HasPrefix(token, prefix) })
}

// checkShape finds what is wrong with each token without asking Slack.
func checkShape(bot, app string) (wrongBot, wrongApp error) {
	if botToken.fits(app) && appToken.fits(bot) {
		swapped := say(nil, "SLACK_BOT_TOKEN and SLACK_APP_TOKEN are swapped: the first begins with xoxb-, the second with xapp-.")
		return swapped, nil
	}
	return botToken.check(bot), appToken.check(app)
}

func (v variable) check(token string) error {
	switch {
	case token == "":
		return say(nil, "%s is not set: %s.", v.name, v.get)
	case !v.fits(token):
		return say(nil, "%s is not the right kind of token: %s.", v.name, v.get)
	}
	return nil
}

// tokenErrors are Slack's names for what only a person can fix, and what to say: %[1]s is the
// variable, %[2]s where to find its value.
var tokenErrors = map[string]string{
	"invalid_auth":           "Slack does not recognise the token in %[1]s: %[2]s.",
	"not_authed":             "Slack does not recognise the token in %[1]s: %[2]s.",
	"not_allowed_token_type": "Slack does not accept this kind of token in %[1]s: %[2]s.",
	"account_inactive":       "The app of the token in %[1]s was removed from the workspace: install it again, then %[2]s.",
	"token_revoked":          "The token in %[1]s was revoked: install the app again, then %[2]s.",
	"token_expired":          "The token in %[1]s has expired: switch token rotation off for the app, then %[2]s.",
	"missing_scope":          "The token in %[1]s lacks the scope %[3]s: add it and install the app again, or %[2]s.",
	"no_permission":          "The token in %[1]s lacks a permission: %[2]s.",
	"access_denied":          "Slack denies access to the token in %[1]s: ask a workspace administrator to approve the app, then %[2]s.",
	"org_login_required":     "The workspace of the token in %[1]s is being moved to another organisation: try again when that is done.",
	"team_access_not_granted": "The app of the token in %[1]s may not use this workspace: " +
		"ask an administrator to grant it, then %[2]s.",
	"link_disabled": "Socket Mode is switched off for the app of the token in %[1]s: switch it on under “Socket Mode” " +
		"at https://api.slack.com/apps, then %[2]s.",
}

// IsTokenRefused reports whether Slack did nothing because of the token, which may be put right
// while questions wait.
func IsTokenRefused(err error) bool {
	return slices.Contains([]string{"invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"}, Code(err))
}

// unreachable says why Slack was not reached, leaving out the layers in between.
type unreachable string

func (u unreachable) Error() string { return string(u) }

func unreachableFor(err error) unreachable {
	if errors.Is(err, context.DeadlineExceeded) {
		return "no answer in time"
	}
	if e, ok := errors.AsType[*net.DNSError](err); ok {
		return unreachable("there is no address for " + e.Name)
	}
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	return unreachable(err.Error())
}

// explain says what is wrong with the token of v, or with the way to Slack.
func (c *Client) explain(v variable, err error) error {
	if err == nil {
		return nil
	}
	if text, ok := tokenErrors[Code(err)]; ok {
		scope := "that it needs"
		if e, ok := errors.AsType[slack.SlackErrorResponse](err); ok && e.Needed != "" {
			scope = e.Needed
		}
		return say(err, text, v.name, v.get, scope)
	}
	if e, ok := errors.AsType[slack.StatusCodeError](err); ok && e.Code == http.StatusNotFound {
		return say(err, "Slack is not at %s: check SLACK_API_URL, which is %s for most workspaces.", c.host(), slack.APIURL)
	}
	if e, ok := errors.AsType[*slack.RateLimitedError](err); ok {
		return say(err, "Slack is not accepting calls at the moment: try again in %v.", e.RetryAfter)
	}
	if code := Code(err); code != "" {
		return say(err, "Slack refused %s with the error %q: see https://docs.slack.dev/reference/methods for its meaning.", v.name, code)
	}
	return say(unreachableFor(err), "Slack could not be reached at %s: check the network, the proxy and SLACK_API_URL, then try again.", c.host())
}

func say(cause error, format string, args ...any) error {
	return &knowledge.Error{Say: fmt.Sprintf(format, args...), Cause: cause}
}

// host is the URL of the Web API without a password.
func (c *Client) host() string {
	u, err := url.Parse(c.opts.APIURL)
	if err != nil {
		return "SLACK_API_URL"
	}
	return u.Redacted()
}
