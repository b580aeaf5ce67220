package post

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

// Asked says where a question was asked.
type Asked struct {
	Channel, Thread string
	Message         string // that is the question, "" where there is none
	Button          string // timestamp of the message whose button asks it
	Private         bool   // only the asker sees the answer
	To              Place  // where the answer goes
}

// SignOfLife begins to wait; the caller calls end when the question is answered, which
// takes the sign away.
// The reaction goes on the question, or on the message whose button asks it; in a
// thread of a direct message Slack shows a status instead; a command, which nobody can
// react to, gets a line.
func (p *Poster) SignOfLife(ctx context.Context, q Asked) (end func()) {
	s := &sign{stop: make(chan struct{})}
	s.done.Go(func() {
		if !s.waited(ctx, p.Patience) {
			return
		}
		lower := p.raise(ctx, q)
		<-s.stop
		ctx, cancel := lowering(ctx)
		defer cancel()
		lower(ctx)
	})
	return func() {
		close(s.stop)
		s.done.Wait()
	}
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

// raise shows the sign and returns what takes it away again. A sign that fails does no
// harm: the answer follows.
func (p *Poster) raise(ctx context.Context, q Asked) (lower func(context.Context)) {
	try := func(ctx context.Context, what string, call func(context.Context) error) bool {
		ctx, cancel := context.WithTimeout(ctx, signWithin)
		defer cancel()
		if err := call(ctx); err != nil {
			p.Log.Debug("a sign of life was not shown", "sign", what, "error", err)
			return false
		}
		return true
	}
	switch {
	case q.Message == "" && q.Private:
		try(ctx, "line", func(ctx context.Context) error {
			_, err := q.To.post(ctx, render.Note(saysOneMoment, "")[0])
			return err
		})
	case q.Message == "" && q.Button == "":
	case strings.HasPrefix(q.Channel, "D") && q.Thread != "" && q.Button == "":
		status := func(text string) func(context.Context) error {
			return func(ctx context.Context) error {
				return p.Slack.SetAssistantThreadsStatusContext(ctx, slack.AssistantThreadsSetStatusParameters{ChannelID: q.Channel, ThreadTS: q.Thread, Status: text})
			}
		}
		if try(ctx, "status", status("is looking it up…")) {
			// A new answer clears it, one that is edited does not.
			return func(ctx context.Context) { try(ctx, "status", status("")) }
		}
	default:
		at := slack.NewRefToMessage(q.Channel, cmp.Or(q.Message, q.Button))
		if try(ctx, "reaction", func(ctx context.Context) error { return p.Slack.AddReactionContext(ctx, "eyes", at) }) {
			return func(ctx context.Context) {
				try(ctx, "reaction", func(ctx context.Context) error { return p.Slack.RemoveReactionContext(ctx, "eyes", at) })
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

const (
	signWithin     = 5 * time.Second // to show a sign of life
	lastSignWithin = time.Second     // to take one away when the process ends
)
