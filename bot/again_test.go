package bot_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/slackemu"
)

// again stops the bot in the middle of a post that Slack has put off, and runs it again.
func (w *world) again(cfg bot.Config) {
	w.t.Helper()
	_, err := w.WaitCall(w.ctx, func(c slackemu.Call) bool { return c.Method == "chat.postMessage" && c.Status == 429 })
	w.must(err)
	w.stop()
	<-w.done
	w.done <- nil
	cfg.Alone = true
	w.run(cfg)
}

// count is how many of the bot's messages in a channel contain a text.
func (w *world) count(c slackemu.Channel, text string) (n int) {
	for _, m := range w.said(c) {
		if strings.Contains(m.Plain(), text) {
			n++
		}
	}
	return n
}

func TestAskingAPersonIsTakenUpAgain(t *testing.T) {
	w := prepare(t, slackemu.Options{})
	help := w.AddChannel("help", w.ann)
	cfg := w.config()
	cfg.HelpChannel, cfg.Drain = help.ID, 50*time.Millisecond
	w.run(cfg)
	w.must(w.WaitConnected(w.ctx, 1))
	r := w.reply(w.mention("Where can I park?"))
	w.must(w.log.wait(w.ctx, "msg=answered"))
	w.Fail("chat.postMessage", 1, 429, 6*time.Second)
	w.asksAPerson(r)
	w.again(cfg)
	w.whisper(w.general, "I've passed your question on")
	w.settled()
	if n := len(w.said(help)); n != 1 {
		t.Errorf("the help channel has %d messages", n)
	}
}

func TestAnIntroductionIsTakenUpAgain(t *testing.T) {
	w := start(t, everywhere(), func(c *bot.Config) { c.Drain = 50 * time.Millisecond })
	w.RemoveBot(w.general)
	w.Fail("chat.postMessage", 1, 429, 6*time.Second)
	w.Join(w.general, w.BotUser())
	w.again(w.config())
	w.must(w.WaitFor(w.ctx, func() bool { return w.count(w.general, "Hello") > 0 }))
	w.settled()
	if n := w.count(w.general, "Hello"); n != 1 {
		t.Errorf("introduced %d times", n)
	}
}

// TestTellingAskersIsTakenUpAgain: the answer is published and the gap closed when the bot stops;
// the next bot tells those who had asked, and tells the admin how it went.
func TestTellingAskersIsTakenUpAgain(t *testing.T) {
	w := startAs(t, slackemu.Options{}, func(_ *world, c *bot.Config) { c.Drain = 50 * time.Millisecond })
	w.parkingIsKnown(parking)
	ben := w.AddUser("ben")
	w.asks(ben, parking)
	m := w.answering(parking)
	w.must(w.WaitIdle(w.ctx))
	w.Fail("chat.postMessage", 1, 429, 6*time.Second)
	w.submit(w.ann, m, map[string]string{"answer": "Behind the house."})
	cfg := w.config()
	cfg.Admins = []string{w.ann.ID}
	w.again(cfg)
	w.told(w.ann, "I've told 1 person")
	w.settled()
	if n := w.count(w.OpenDM(ben), "Now answered by"); n != 1 || len(w.library.published) != 1 {
		t.Errorf("ben is told %d times; published: %v", n, w.library.published)
	}
}

// cutOff is the memory of a process that can no longer reach it.
type cutOff struct {
	*frailMemory
	cut atomic.Bool
}

func (m *cutOff) Extend(ctx context.Context, worker string, until time.Time, ids ...int64) error {
	if m.cut.Load() {
		return errDown
	}
	return m.frailMemory.Extend(ctx, worker, until, ids...)
}

func (m *cutOff) Take(ctx context.Context, worker string, now, until time.Time, n int) ([]memory.Event, error) {
	if m.cut.Load() {
		return nil, errDown
	}
	return m.frailMemory.Take(ctx, worker, now, until, n)
}

// TestALostLeaseIsNotAnswered: a process that could not extend its lease leaves the answer to the
// one that took over.
func TestALostLeaseIsNotAnswered(t *testing.T) {
	w := prepare(t, everywhere())
	w.engine.hold, w.engine.held = make(chan struct{}), make(chan struct{}, 1)
	cfg := w.config()
	var clock atomicDuration
	cfg.Now = func() time.Time { return time.Now().Add(clock.get()) }
	cut := &cutOff{frailMemory: w.memory}
	w.other = cut
	w.run(cfg)
	w.must(w.WaitConnected(w.ctx, 1))
	q := w.mention("hold")
	<-w.engine.held
	w.must(w.WaitIdle(w.ctx)) // acked
	cut.cut.Store(true)
	clock.set(time.Minute)

	second := *w // another process with the same database
	second.other = nil
	second.engine = &engine{hold: make(chan struct{}), held: make(chan struct{}, 1)}
	close(second.engine.hold)
	second.run(cfg)
	second.reply(q) // after the lease has ended
	close(w.engine.hold)
	w.must(w.log.wait(w.ctx, "paused for too long"))
	w.settled()
	if n := len(w.said(w.general)); n != 1 {
		t.Errorf("answered %d times", n)
	}
}
