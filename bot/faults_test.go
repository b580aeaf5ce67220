package bot_test

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/slackemu/crowd"
)

// long runs the fault tests in full; see "make faults".
var long = flag.Bool("long", false, "run the fault tests in full: this takes some minutes")

// asMany is n with -long, else short.
func asMany[T any](n, short T) T {
	if *long {
		return n
	}
	return short
}

// hasty is a Slack that redelivers soon and often, and pings all the time.
func hasty() slackemu.Options {
	o := everywhere()
	o.AckWithin, o.PingEvery = 500*time.Millisecond, 20*time.Millisecond
	o.RetryAfter = slices.Repeat([]time.Duration{100 * time.Millisecond}, 600)
	return o
}

// crowded is a world with a crowd in it.
type crowded struct {
	*world
	crowd *crowd.Crowd
}

func startCrowd(t *testing.T, opts slackemu.Options, adjust func(*bot.Config)) *crowded {
	t.Helper()
	w := prepare(t, opts)
	ctx, cancel := context.WithTimeout(t.Context(), asMany(15*time.Minute, ample))
	t.Cleanup(cancel)
	w.ctx = ctx
	cfg := w.config()
	cfg.Connections, cfg.UserRate, cfg.Drain = 2, 1_000_000, time.Minute
	if adjust != nil {
		adjust(&cfg)
	}
	w.run(cfg)
	w.must(w.WaitConnected(w.ctx, cfg.Connections))
	return &crowded{w, crowd.New(w.Server, crowd.Options{Channels: 8, People: 12, Question: func(n int) string {
		return fmt.Sprintf("What about number %d?", n)
	}})}
}

// stream keeps asking, but not while too many questions are waiting, until the returned function is called.
func (c *crowded) stream(every time.Duration, waiting int) (end func()) {
	ctx, stop := context.WithCancel(c.ctx)
	var asking sync.WaitGroup
	asking.Go(func() { c.crowd.Stream(ctx, every, waiting) })
	return func() { stop(); asking.Wait() }
}

// complete waits for all answers, then for the end of the bot, and checks the tally against what is
// promised.
func (c *crowded) complete() crowd.Tally {
	c.t.Helper()
	if _, err := c.crowd.Wait(c.ctx); err != nil {
		c.t.Error(err)
	}
	c.settled()
	tally := c.crowd.Count()
	c.t.Log(tally)
	if tally.Lost+tally.Twice+tally.Strange+tally.Commands.Lost+tally.Commands.Twice > 0 || tally.Answered == 0 {
		c.t.Errorf("something was lost or said twice: %s", tally)
	}
	return tally
}

// TestFaultDisconnects breaks all connections again and again while people ask.
func TestFaultDisconnects(t *testing.T) {
	for name, fault := range map[string]func(*crowded){
		"warning": func(c *crowded) { c.Disconnect("warning") },
		"refresh": func(c *crowded) { c.Disconnect("refresh_requested") },
		"drop":    func(c *crowded) { c.DropTCP() },
		"silence": func(c *crowded) { c.Hang() }, // noticed after a second without a ping, of which there are 50
		"link disabled then back": func(c *crowded) {
			c.FailError("apps.connections.open", 3+rand.IntN(4), "link_disabled")
			c.Disconnect("link_disabled")
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := startCrowd(t, hasty(), func(cfg *bot.Config) { cfg.Silence = time.Second })
			end := c.stream(25*time.Millisecond, 20) // enough for the bot to be in the middle of some at any time
			for range asMany(200, 6) {
				opened, asked := c.figure("advisor_sockets_opened_total"), c.crowd.Asked()
				fault(c)
				c.must(c.WaitFor(c.ctx, func() bool {
					return c.figure("advisor_sockets_opened_total") >= opened+2 && c.Connected() >= 2 && c.crowd.Asked() > asked+4
				}))
			}
			end()
			c.complete()
		})
	}
}

// TestFaultTwiceAndOutOfOrder: every message comes twice, much later ones before earlier ones, and
// once more after it was answered.
func TestFaultTwiceAndOutOfOrder(t *testing.T) {
	opts := hasty()
	opts.Subscriptions = []string{} // what people say is delivered by hand
	c := startCrowd(t, opts, func(cfg *bot.Config) { cfg.Connections = 3 })
	var events []string
	asked := asMany(1000, 60)
	for n := range asked {
		q := c.Say(c.general, c.ann, c.BotUser().Mention()+fmt.Sprintf(" What about number %d?", n))
		for _, form := range []string{
			`{"type":"app_mention","user":%q,"text":%q,"ts":%q,"channel":%q}`,
			`{"type":"message","user":%q,"text":%q,"ts":%q,"channel":%q,"channel_type":"channel"}`,
		} {
			events = append(events, fmt.Sprintf(form, c.ann.ID, q.Text, q.TS, c.general.ID))
		}
	}
	c.DuplicateNext(len(events))
	rand.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
	for _, e := range events {
		c.DeliverEvent([]byte(e))
	}
	answers := 0
	_, err := c.WaitCall(c.ctx, func(call slackemu.Call) bool {
		if call.Method == "chat.postMessage" {
			answers++
		}
		return answers == asked
	})
	c.must(err)
	all := c.Envelopes()
	rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for _, e := range all {
		_, err := c.Redeliver(e.ID)
		c.must(err)
	}
	c.settled()
	threads := map[string]int{}
	for _, m := range c.said(c.general) {
		threads[m.ThreadTS]++
	}
	twice := 0
	for _, n := range threads {
		twice += n - 1
	}
	t.Logf("%d asked in %d deliveries, %d answered, %d twice", asked, len(c.Envelopes()), len(threads), twice)
	if len(threads) != asked || twice > 0 {
		t.Error("not each question has one answer")
	}
}

// TestFaultRateLimited: in a channel where Slack refused a call, no other is made before the time
// that it named is over.
func TestFaultRateLimited(t *testing.T) {
	t.Parallel()
	const pause = 5 * time.Second
	c := startCrowd(t, hasty(), func(cfg *bot.Config) { cfg.Unlimited = false })
	c.Fail("chat.postMessage", 1, http.StatusTooManyRequests, pause)
	c.crowd.Ask()
	refused, err := c.WaitCall(c.ctx, func(call slackemu.Call) bool { return call.Status == http.StatusTooManyRequests })
	c.must(err)
	c.must(c.log.wait(c.ctx, "Slack is not accepting calls")) // the refusal has to reach the bot, too
	for range 30 {
		c.crowd.Ask()
	}
	c.complete()
	for _, call := range c.CallsOf("chat.postMessage") {
		if d := call.At.Sub(refused.At); call.Args["channel"] == refused.Args["channel"] && d > 0 && d < pause {
			t.Errorf("called after %v, before Slack takes calls again", d)
		}
	}
}

// TestFaultSlackIsIll: posting fails, whether or not the message arrived, and so does looking for
// it; in the end everything is there, once.
func TestFaultSlackIsIll(t *testing.T) {
	t.Parallel()
	c := startCrowd(t, hasty(), nil)
	c.Lose("chat.postMessage", 5)
	c.Fail("chat.postMessage", 1_000_000, http.StatusBadGateway, 0)
	for _, look := range []string{"conversations.history", "conversations.replies"} {
		c.Fail(look, 20, http.StatusServiceUnavailable, 0)
		c.Lose(look, 5)
	}
	well := time.AfterFunc(asMany(30*time.Second, 3*time.Second), c.Heal)
	defer well.Stop()
	for range asMany(200, 40) {
		c.crowd.Ask()
	}
	c.complete()
}

// TestFaultOutage outlasts a single attempt at an answer, which is put off, looked for and then
// given.
func TestFaultOutage(t *testing.T) {
	t.Parallel()
	c := startCrowd(t, hasty(), func(cfg *bot.Config) { cfg.Deliver = 300 * time.Millisecond })
	c.Lose("chat.postMessage", 2)
	c.Fail("chat.postMessage", 1_000_000, http.StatusBadGateway, 0)
	for range 20 {
		c.crowd.Ask()
	}
	c.must(c.log.wait(c.ctx, "trying again in a while", 8))
	c.Heal()
	c.complete()
}

// TestFaultMemory: the memory fails now and then, even when it has done what it was asked to.
func TestFaultMemory(t *testing.T) {
	t.Parallel()
	c := startCrowd(t, hasty(), nil)
	c.memory.flaky.Store(true)
	end := c.stream(25*time.Millisecond, 500) // what fails waits for its lease to end, and should hold up nobody else
	want := asMany(2000, 100)
	c.must(c.WaitFor(c.ctx, func() bool { return c.crowd.Asked() >= want }))
	end()
	c.must(c.WaitIdle(c.ctx))
	c.memory.flaky.Store(false)
	c.complete()
}

// TestFaultClock: the clock is set forward and back while questions are being worked on.
func TestFaultClock(t *testing.T) {
	t.Parallel()
	var clock atomicDuration
	c := startCrowd(t, hasty(), func(cfg *bot.Config) { cfg.Now = func() time.Time { return time.Now().Add(clock.get()) } })
	c.engine.hold, c.engine.held = make(chan struct{}), make(chan struct{}, 1)
	c.Command(c.general, c.ann, "/career", "hold") // nobody can look for its answer
	<-c.engine.held
	for i, set := range []time.Duration{time.Hour, -24 * time.Hour} {
		clock.set(set)
		c.must(c.log.wait(c.ctx, "the clock of this machine was changed", i+1)) // it has also looked for work in the meantime
		for range 10 {
			c.crowd.Ask()
		}
	}
	close(c.engine.hold)
	c.whisper(c.general, leadText)
	c.complete()
	if n := len(c.Ephemerals(c.general, c.ann)); n != 1 {
		t.Errorf("what was in work when the clock was set is answered %d times", n)
	}
	if log := c.log.String(); strings.Count(log, "event=") == 0 {
		t.Errorf("nothing is logged:\n%s", log)
	}
}

// atomicDuration is a duration that several goroutines set and read.
type atomicDuration struct {
	mu sync.Mutex
	d  time.Duration
}

func (a *atomicDuration) set(d time.Duration) { a.mu.Lock(); a.d = d; a.mu.Unlock() }

func (a *atomicDuration) get() time.Duration { a.mu.Lock(); defer a.mu.Unlock(); return a.d }
