package post

import (
	"cmp"
	"context"
	"strings"
	"sync"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// Asked says where a question was asked.
type Asked struct {
	Channel, Thread string
	Message         string // that is the question, "" if there is none
	Button          string // timestamp of the message whose button asks it
	Private         bool   // only the asker sees the answer
	To              Place  // where the answer goes
}

const (
	signWithin     = 5 * time.Second // to show a sign of life
	lastSignWithin = time.Second     // the same, from when the process has to end
)

// SignOfLife shows that a question is being worked on, if that takes a while. The caller calls end
// once it is answered, which removes the sign. A sign that fails does no harm: the answer follows.
func (p *Poster) SignOfLife(ctx context.Context, q Asked) (end func()) {
	if q.Message == "" && q.Button == "" && !q.Private { // there is nothing to show it on
		return func() {}
	}
	working, stop := context.WithCancel(ctx)
	var done sync.WaitGroup
	done.Go(func() {
		if wire.Sleep(working, p.Patience) != nil {
			return
		}
		name, raise, lower := p.sign(q)
		if !p.show(ctx, name, raise) || lower == nil {
			return
		}
		<-working.Done()
		p.show(ctx, name, lower)
	})
	return func() {
		stop()
		done.Wait()
	}
}

// show makes a call that raises or lowers a sign. It has little time left once ctx ends, since the
// process waits for it.
func (p *Poster) show(ctx context.Context, sign string, call func(context.Context) error) bool {
	calling, cancel := context.WithTimeout(context.WithoutCancel(ctx), signWithin)
	defer cancel()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(lastSignWithin, cancel) })()
	err := call(calling)
	if err != nil {
		p.Log.Debug("a sign of life was not shown", "sign", sign, "error", err)
	}
	return err == nil
}

// sign is how to show that a question is being worked on, and how to remove that, if need be. It is
// a reaction on the question, or on the message whose button asks it; in a thread of a direct
// message, a status that Slack shows; for a command, which nobody can react to, a line of text.
func (p *Poster) sign(q Asked) (name string, raise, lower func(context.Context) error) {
	switch {
	case q.Message == "" && q.Private:
		return "line", func(ctx context.Context) error {
			_, err := q.To.post(ctx, render.Note(saysOneMoment, "")[0])
			return err
		}, nil
	case strings.HasPrefix(q.Channel, "D") && q.Thread != "" && q.Button == "":
		status := func(text string) func(context.Context) error {
			return func(ctx context.Context) error {
				return p.Slack.SetAssistantThreadsStatusContext(ctx, slack.AssistantThreadsSetStatusParameters{ChannelID: q.Channel, ThreadTS: q.Thread, Status: text})
			}
		}
		return "status", status("is looking it up…"), status("") // a new answer clears it, an edited one does not
	}
	at := slack.NewRefToMessage(q.Channel, cmp.Or(q.Message, q.Button))
	return "reaction", func(ctx context.Context) error { return p.Slack.AddReactionContext(ctx, "eyes", at) },
		func(ctx context.Context) error { return p.Slack.RemoveReactionContext(ctx, "eyes", at) }
}
