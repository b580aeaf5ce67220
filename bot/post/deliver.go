package post

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// Undelivered is a failure to post. An apology sent the same way would also fail, or would follow a
// message that did arrive.
type Undelivered struct {
	err     error
	Passing bool // it may succeed later, and can be retried without posting twice
}

func (u *Undelivered) Error() string { return "post to Slack: " + u.err.Error() }
func (u *Undelivered) Unwrap() error { return u.err }

// Elsewhere turns a failure to post in one place into an error that can be reported in
// another.
func Elsewhere(err error) error {
	if u, ok := errors.AsType[*Undelivered](err); ok {
		return u.err
	}
	return err
}

// Deliver posts messages in order, waiting when Slack asks for it. It returns the timestamps of
// those that were posted, even on an error.
func (p *Poster) Deliver(ctx context.Context, to *Place, messages []render.Message) (posted []string, err error) {
	ctx, cancel := context.WithTimeout(ctx, p.Within)
	defer cancel()
	for _, m := range messages {
		ts, err := p.postOnce(ctx, to, m)
		if err != nil {
			return posted, &Undelivered{err, passing(to, err)}
		}
		if ts != "" {
			posted = append(posted, ts)
		}
	}
	return posted, nil
}

// passing reports whether a failure will end by itself. One that may hide a message that did arrive
// counts only if that message can be looked for.
func passing(to *Place, err error) bool {
	_, not := wire.NotDone(err)
	return not || wire.IsTokenRefused(err) || to.readable() && wire.Uncertain(context.Background(), err)
}

// withOrWithoutBlocks calls send with m and, if Slack refuses its blocks, with plainer ones: not
// every workspace has all of them. Blocks that a workspace has refused once are not sent to it
// again. As a last resort, the text is sent alone.
func (p *Poster) withOrWithoutBlocks(ctx context.Context, m render.Message, send func(context.Context, render.Message) error) error {
	all := m.Blocks
	for step := p.plainer.Load(); ; step++ {
		m.Blocks = nil
		if step <= render.Plainest {
			m.Blocks = render.Plainer(all, step)
		}
		err := wire.Attempt(ctx, func(ctx context.Context) error { return send(ctx, m) })
		if err == nil && step <= render.Plainest && step > p.plainer.Load() {
			p.plainer.Store(step)
		}
		if !refusesBlocks(err) || m.Blocks == nil {
			return err
		}
		p.Log.Warn("Slack refused the blocks of an answer; sending plainer ones", "step", step, "error", err)
	}
}

// postOnce posts a message. A call that failed may have posted it all the same. If the message
// carries its turn, it is looked for, and posted again if it is not there; otherwise it is not
// posted again.
func (p *Poster) postOnce(ctx context.Context, to *Place, m render.Message) (ts string, err error) {
	for pause := firstPause; ; pause = min(2*pause, longestPause) {
		err = p.withOrWithoutBlocks(ctx, m, func(ctx context.Context, m render.Message) (err error) {
			ts, err = to.post(ctx, m)
			return err
		})
		if !to.readable() || m.Turn == "" || !wire.Uncertain(ctx, err) {
			return ts, err
		}
		p.Log.Warn("a message may have been posted or not; looking for it", "turn", m.Turn, "error", err)
		if wire.Sleep(ctx, pause) != nil {
			return "", err
		}
		found, lookErr := p.find(ctx, to, m.Turn, m.Since)
		if lookErr != nil {
			return "", err
		}
		if ts, ok := found[m.Part]; ok {
			return ts, nil
		}
	}
}

// The pauses between attempts to find a message that may have been posted.
const (
	firstPause   = 500 * time.Millisecond
	longestPause = 8 * time.Second
)

// refusesBlocks reports whether Slack would take the message without its blocks:
// not every workspace has every kind of block.
func refusesBlocks(err error) bool {
	return slices.Contains([]string{"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"}, wire.Code(err))
}

// NotThere reports whether the bot is not a member of the conversation, or cannot even
// see it.
func NotThere(err error) bool {
	return slices.Contains([]string{"not_in_channel", "channel_not_found"}, wire.Code(err))
}

// Rewrite shows messages in place of old ones, and posts those that do not fit. It returns the
// messages that are now there and those left over.
func (p *Poster) Rewrite(ctx context.Context, to *Place, old []string, messages []render.Message) (now, left []string, err error) {
	reused := min(len(messages), len(old))
	for i := range reused {
		err := p.withOrWithoutBlocks(ctx, messages[i], func(ctx context.Context, m render.Message) error {
			_, _, _, err := p.Slack.UpdateMessageContext(ctx, to.channel, old[i], plainMessage(m, "")...)
			return err
		})
		if err != nil {
			return old, nil, &Undelivered{fmt.Errorf("update an answer: %w", err), passing(to, err)}
		}
	}
	more, err := p.Deliver(ctx, to, messages[reused:])
	return append(old[:reused:reused], more...), old[reused:], err
}

// Publish shows messages to everybody through the response URL of a click, which works even if the
// bot is not a member. It reports false if there is no such URL.
func (p *Poster) Publish(ctx context.Context, c wire.Click, messages []render.Message) (bool, error) {
	return p.respond(ctx, c, messages, slack.ResponseTypeInChannel, false)
}

// Replace shows a message in place of the one that only the person who clicked sees.
func (p *Poster) Replace(ctx context.Context, c wire.Click, m render.Message) error {
	_, err := p.respond(ctx, c, []render.Message{m}, slack.ResponseTypeEphemeral, true)
	return err
}

func (p *Poster) respond(ctx context.Context, c wire.Click, messages []render.Message, to string, inPlace bool) (bool, error) {
	place := p.Privately(c)
	if place.url == "" {
		return false, nil
	}
	for _, m := range messages {
		if err := p.withOrWithoutBlocks(ctx, m, func(ctx context.Context, m render.Message) error { return place.respond(ctx, m, to, inPlace) }); err != nil {
			return true, err
		}
	}
	return true, nil
}
