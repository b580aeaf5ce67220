package bot

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
)

// place is where an answer goes. What is posted has a timestamp, which names it,
// or "" where only one person sees it.
type place interface {
	post(ctx context.Context, m render.Message) (ts string, err error)
}

// undelivered is the failure to post: telling the person the same way would fail
// too, or come on top of a message that did arrive.
type undelivered struct {
	err     error
	passing bool // it may succeed later, and can be tried again without saying it twice
}

func (u *undelivered) Error() string { return "post to Slack: " + u.err.Error() }
func (u *undelivered) Unwrap() error { return u.err }

// elsewhere makes of the failure to post in one place an error that can be told in
// another.
func elsewhere(err error) error {
	if u, ok := errors.AsType[*undelivered](err); ok {
		return u.err
	}
	return err
}

// deliver posts messages in order, waiting where Slack asks for it. It returns
// the timestamps of those that were posted, also with an error.
func (b *Bot) deliver(ctx context.Context, to place, messages []render.Message) (posted []string, err error) {
	ctx, cancel := context.WithTimeout(ctx, b.cfg.Deliver)
	defer cancel()
	for _, m := range messages {
		if err := stillMine(ctx); err != nil {
			return posted, err
		}
		ts, err := b.postOnce(ctx, to, m)
		if err != nil {
			return posted, &undelivered{err, passing(to, err)}
		}
		if ts != "" {
			posted = append(posted, ts)
		}
	}
	return posted, nil
}

// passing tells a failure that ends by itself. Where it may hide a message that did
// arrive it counts only if that can be looked for.
func passing(to place, err error) bool {
	_, not := notDone(err)
	_, ok := readable(to)
	return not || ok && uncertain(context.Background(), err)
}

// withOrWithoutBlocks calls send with m, and where Slack refuses its blocks with
// plainer ones: native feedback buttons are not to be had everywhere. The text
// alone is the last resort.
func (b *Bot) withOrWithoutBlocks(ctx context.Context, m render.Message, send func(context.Context, render.Message) error) error {
	var err error
	for _, blocks := range [][]slack.Block{m.Blocks, render.Plainer(m.Blocks), nil} {
		m.Blocks = blocks
		err = attempt(ctx, func(ctx context.Context) error { return send(ctx, m) })
		if !refusesBlocks(err) {
			return err
		}
		b.log.Warn("Slack refused the blocks of an answer; sending plainer ones", "blocks", len(blocks), "error", err)
	}
	return err
}

// attempt makes a call to Slack, and makes it again only when Slack certainly
// did not carry it out: a timeout may hide a message that arrived. It holds its
// worker for a while, and not for as long as Slack names.
func attempt(ctx context.Context, call func(context.Context) error) error {
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, attemptWithin)
		defer cancel()
	}
	for {
		err := call(ctx)
		pause, again := notDone(err)
		if !again {
			return err
		}
		if end, ok := ctx.Deadline(); ok && time.Until(end) < pause {
			return fmt.Errorf("no time left to wait %v: %w", pause, err)
		}
		if sleep(ctx, pause) != nil {
			return fmt.Errorf("gave up waiting: %w", err)
		}
	}
}

// postOnce posts a message. A call that failed may have posted all the same; where
// the message carries its turn it is looked for, and posted again if it is not
// there. Elsewhere it is not posted again.
func (b *Bot) postOnce(ctx context.Context, to place, m render.Message) (ts string, err error) {
	for pause := firstPause; ; pause = min(2*pause, longestPause) {
		err = b.withOrWithoutBlocks(ctx, m, func(ctx context.Context, m render.Message) (err error) {
			ts, err = to.post(ctx, m)
			return err
		})
		place, ok := readable(to)
		if !ok || m.Turn == "" || !uncertain(ctx, err) {
			return ts, err
		}
		b.log.Warn("a message may have been posted or not; looking for it", "turn", m.Turn, "error", err)
		if sleep(ctx, pause) != nil {
			return "", err
		}
		found, lookErr := b.find(ctx, place, m.Turn, m.Since)
		if lookErr != nil {
			return "", err
		}
		if ts, ok := found[m.Part]; ok {
			return ts, nil
		}
	}
}

// Pauses between looking for a message that may have been posted.
const (
	firstPause   = 500 * time.Millisecond
	longestPause = 8 * time.Second
)

// notDone reports whether Slack did not take the call at all, and how long to
// wait before the next.
func notDone(err error) (time.Duration, bool) {
	const pause = time.Second // where Slack does not say
	if e, ok := errors.AsType[*slack.RateLimitedError](err); ok {
		return max(e.RetryAfter, 50*time.Millisecond), true
	}
	if e, ok := errors.AsType[slack.StatusCodeError](err); ok && e.Code == http.StatusTooManyRequests {
		return pause, true
	}
	if e, ok := errors.AsType[*net.OpError](err); ok && e.Op == "dial" {
		return pause, true
	}
	if _, ok := errors.AsType[*unsent](err); ok {
		return pause, true
	}
	switch slackCode(err) {
	case "ratelimited", "rate_limited":
		return pause, true
	}
	return 0, false
}

// refusesBlocks reports whether Slack would take the message without its blocks:
// not every workspace has every kind of block.
func refusesBlocks(err error) bool {
	return slices.Contains([]string{"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"}, slackCode(err))
}

// slackCode is the name that Slack gave to an error, "" for other errors.
func slackCode(err error) string {
	if e, ok := errors.AsType[slack.SlackErrorResponse](err); ok {
		return e.Err
	}
	return ""
}

// notThere reports whether the bot is no member of the conversation, or cannot
// even see it.
func notThere(err error) bool {
	return slices.Contains([]string{"not_in_channel", "channel_not_found"}, slackCode(err))
}

// uncertain reports whether a call that failed may have been carried out: its
// answer was lost, or Slack failed on the way.
func uncertain(ctx context.Context, err error) bool {
	if err == nil || ctx.Err() != nil || errors.Is(err, errLeaseLost) {
		return false
	}
	if e, ok := errors.AsType[slack.StatusCodeError](err); ok {
		return e.Code >= http.StatusInternalServerError
	}
	if code := slackCode(err); code != "" {
		return slices.Contains([]string{"internal_error", "fatal_error", "service_unavailable", "request_timeout"}, code)
	}
	_, limited := errors.AsType[*slack.RateLimitedError](err)
	return !limited
}
