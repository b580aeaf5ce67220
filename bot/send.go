package bot

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
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
		if err := inbox.StillMine(ctx); err != nil {
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
	_, not := wire.NotDone(err)
	_, ok := readable(to)
	return not || ok && wire.Uncertain(context.Background(), err)
}

// withOrWithoutBlocks calls send with m, and where Slack refuses its blocks with
// plainer ones: native feedback buttons are not to be had everywhere. The text
// alone is the last resort.
func (b *Bot) withOrWithoutBlocks(ctx context.Context, m render.Message, send func(context.Context, render.Message) error) error {
	var err error
	for _, blocks := range [][]slack.Block{m.Blocks, render.Plainer(m.Blocks), nil} {
		m.Blocks = blocks
		err = wire.Attempt(ctx, func(ctx context.Context) error { return send(ctx, m) })
		if !refusesBlocks(err) {
			return err
		}
		b.log.Warn("Slack refused the blocks of an answer; sending plainer ones", "blocks", len(blocks), "error", err)
	}
	return err
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
		if !ok || m.Turn == "" || !wire.Uncertain(ctx, err) {
			return ts, err
		}
		b.log.Warn("a message may have been posted or not; looking for it", "turn", m.Turn, "error", err)
		if wire.Sleep(ctx, pause) != nil {
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

// refusesBlocks reports whether Slack would take the message without its blocks:
// not every workspace has every kind of block.
func refusesBlocks(err error) bool {
	return slices.Contains([]string{"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"}, wire.Code(err))
}

// notThere reports whether the bot is no member of the conversation, or cannot
// even see it.
func notThere(err error) bool {
	return slices.Contains([]string{"not_in_channel", "channel_not_found"}, wire.Code(err))
}
