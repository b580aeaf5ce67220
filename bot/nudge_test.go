package bot_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/slackemu"
)

// clock is a clock that a test sets, and the ticks that it sends.
type clock struct {
	mu    sync.Mutex
	at    time.Time
	ticks chan time.Time
}

func newClock() *clock { return &clock{at: time.Now(), ticks: make(chan time.Time)} }

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// keep makes a bot live by the clock; of its chores, only the one named ticks.
func (c *clock) keep(cfg *bot.Config, chore string) {
	cfg.Now = c.now
	cfg.Tick = func(what string, _ time.Duration) (<-chan time.Time, func()) {
		if what == chore {
			return c.ticks, func() {}
		}
		return nil, func() {}
	}
}

// tick has the chore done once: the second tick is taken only when the work of the first is over.
func (w *world) tick(c *clock) {
	w.t.Helper()
	for range 2 {
		select {
		case c.ticks <- c.now():
		case <-w.ctx.Done():
			w.t.Fatal("nobody waits for a tick")
		}
	}
}

const month = 32 * 24 * time.Hour

func (w *world) nudges() (n int) {
	for _, m := range w.said(w.dm) {
		if strings.Contains(m.Plain(), "[Turn reminders off]") {
			n++
		}
	}
	return n
}

func TestRemindersComeMonthlyUntilTheyAreOff(t *testing.T) {
	c := newClock()
	w := startAs(t, slackemu.Options{}, func(_ *world, cfg *bot.Config) { c.keep(cfg, "reminders") })
	v := w.planned()
	w.clickView(w.ann, v, act(t, v, "step:", 0), "done")
	v = w.home(w.ann, "1 of 3 done")
	c.add(month)
	w.tick(c)
	if n := w.nudges(); n != 0 {
		t.Fatalf("%d reminders that nobody wished", n)
	}
	w.clickView(w.ann, v, "nudge:on")
	w.home(w.ann, "[Turn reminders off]")
	w.tick(c)
	c.add(month)
	w.tick(c)
	w.tick(c)
	expect(t, w.told(w.ann, "Your plan"), "Your plan: How do I become a TPM?", "1 of 3 done  ■□□", "Next, step 2: Lead a small project.", "[Turn reminders off]")
	c.add(month)
	w.tick(c)
	if n := w.nudges(); n != 2 {
		t.Fatalf("%d reminders after two months", n)
	}
	w.click(w.ann, w.told(w.ann, "Next, step 2"), "nudge:off")
	w.whisper(w.dm, "Reminders are off. You can turn them back on in my Home tab.")
	w.home(w.ann, "[Remind me once a month]")
	c.add(month)
	w.tick(c)
	if n := w.nudges(); n != 2 {
		t.Fatalf("%d reminders after they were turned off", n)
	}
}

func TestRemindersAreTurnedOffInTheHomeTab(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	v := w.planned()
	w.clickView(w.ann, v, "nudge:on")
	v = w.home(w.ann, "[Turn reminders off]")
	w.clickView(w.ann, v, "nudge:off")
	w.home(w.ann, "[Remind me once a month]")
	w.plan(func(p memory.Plan) bool { return !p.Nudge })
}

// TestAFinishedPlanIsNotRemindedOf also has a plan that cannot be reached.
func TestAFinishedPlanIsNotRemindedOf(t *testing.T) {
	c := newClock()
	w := startAs(t, slackemu.Options{}, func(w *world, cfg *bot.Config) {
		c.keep(cfg, "reminders")
		long := c.now().Add(-2 * month)
		for owner, done := range map[string]bool{w.ann.ID: true, "U0GONE": false} {
			w.must(w.memory.SavePlan(w.ctx, memory.Plan{
				Owner: owner, Title: "One thing", Steps: []memory.PlanStep{{Text: "Do it.", Done: done}}, Nudge: true, Nudged: long, Created: long,
			}))
		}
	})
	w.must(w.log.wait(w.ctx, "a reminder of a plan could not be delivered"))
	w.tick(c)
	if n := w.nudges(); n != 0 {
		t.Errorf("%d reminders", n)
	}
}
