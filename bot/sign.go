package bot

import (
	"cmp"
	"context"
	"strings"
	"sync"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
)

// sign shows that a question is being worked on, where that takes a while.
type sign struct {
	stop chan struct{}
	done sync.WaitGroup
}

// signOfLife begins to wait; the caller calls end when the question is answered.
// The reaction goes on the question, or on the message whose button asks it; in a
// thread of a direct message Slack shows a status instead; a command, which nobody can
// react to, gets a line.
func (b *Bot) signOfLife(ctx context.Context, q question) *sign {
	s := &sign{stop: make(chan struct{})}
	s.done.Go(func() {
		if !s.waited(ctx, b.cfg.Patience) {
			return
		}
		lower := b.raise(ctx, q)
		<-s.stop
		ctx, cancel := lowering(ctx)
		defer cancel()
		lower(ctx)
	})
	return s
}

// waited reports whether the work took longer than d.
func (s *sign) waited(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
	case <-s.stop:
	}
	return false
}

// end takes the sign away.
func (s *sign) end() {
	close(s.stop)
	s.done.Wait()
}

// raise shows the sign and returns what takes it away again. A sign that fails is
// no trouble: the answer follows.
func (b *Bot) raise(ctx context.Context, q question) (lower func(context.Context)) {
	try := func(ctx context.Context, what string, call func(context.Context) error) bool {
		ctx, cancel := context.WithTimeout(ctx, signWithin)
		defer cancel()
		if err := call(ctx); err != nil {
			b.log.Debug("a sign of life was not shown", "sign", what, "error", err)
			return false
		}
		return true
	}
	switch {
	case q.message == "" && q.private:
		try(ctx, "line", func(ctx context.Context) error {
			_, err := q.to.post(ctx, render.Note(saysOneMoment, "")[0])
			return err
		})
	case q.message == "" && q.button == "":
	case strings.HasPrefix(q.channel, "D") && q.thread != "" && q.button == "":
		status := func(text string) func(context.Context) error {
			return func(ctx context.Context) error {
				return b.api.SetAssistantThreadsStatusContext(ctx, slack.AssistantThreadsSetStatusParameters{ChannelID: q.channel, ThreadTS: q.thread, Status: text})
			}
		}
		if try(ctx, "status", status("is looking it up…")) {
			// A new answer clears it, one that is edited does not.
			return func(ctx context.Context) { try(ctx, "status", status("")) }
		}
	default:
		at := slack.NewRefToMessage(q.channel, cmp.Or(q.message, q.button))
		if try(ctx, "reaction", func(ctx context.Context) error { return b.api.AddReactionContext(ctx, "eyes", at) }) {
			return func(ctx context.Context) {
				try(ctx, "reaction", func(ctx context.Context) error { return b.api.RemoveReactionContext(ctx, "eyes", at) })
			}
		}
	}
	return func(context.Context) {}
}

// lowering is the time that taking a sign away has: little when the process ends.
func lowering(ctx context.Context) (context.Context, context.CancelFunc) {
	within := signWithin
	if ctx.Err() != nil {
		within = lastSignWithin
	}
	return context.WithTimeout(context.WithoutCancel(ctx), within)
}
