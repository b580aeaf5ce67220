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

const (
	signWithin     = 5 * time.Second // to show a sign of life
	lastSignWithin = time.Second     // the same, once the process has to end
)

// SignOfLife shows that a question is being worked on, if that takes a while: the question is a
// message or, if that is "", was asked by a button of another. The caller calls end once it is
// answered, which removes the sign. A sign that fails does no harm: the answer follows.
func (p *Poster) SignOfLife(ctx context.Context, to *Place, message, button string) (end func()) {
	if message == "" && button == "" && !to.Private() { // there is nothing to show it on
		return func() {}
	}
	name, raise, lower := p.sign(to, message, button) // looked up now, since posting changes the place
	working, stop := context.WithCancel(ctx)
	var done sync.WaitGroup
	done.Go(func() {
		if wire.Sleep(working, p.Patience) != nil {
			return
		}
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

// show makes a call that puts up or takes down a sign. It has little time left once ctx ends, since
// the process is waiting for it.
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

// sign says how to show that a question is being worked on, and how to remove that, if need be. It
// is a reaction to the question, or to the message whose button asks it; in a thread of a direct
// message, it is a status that Slack shows; for a command, which nobody can react to, it is a line
// of text.
func (p *Poster) sign(to *Place, message, button string) (name string, raise, lower func(context.Context) error) {
	switch {
	case message == "" && to.Private():
		return "line", func(ctx context.Context) error {
			_, err := to.post(ctx, render.Note(saysOneMoment, "")[0])
			return err
		}, nil
	case strings.HasPrefix(to.channel, "D") && to.thread != "" && button == "":
		status := func(text string) func(context.Context) error {
			call := slack.AssistantThreadsSetStatusParameters{ChannelID: to.channel, ThreadTS: to.thread, Status: text}
			return func(ctx context.Context) error { return p.Slack.SetAssistantThreadsStatusContext(ctx, call) }
		}
		return "status", status("is looking it up…"), status("") // a new answer clears it, an edited one does not
	}
	at := slack.NewRefToMessage(to.channel, cmp.Or(message, button))
	return "reaction", func(ctx context.Context) error { return p.Slack.AddReactionContext(ctx, "eyes", at) },
		func(ctx context.Context) error { return p.Slack.RemoveReactionContext(ctx, "eyes", at) }
}
