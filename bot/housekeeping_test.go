package bot_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/slackemu"
	"careeradvisor/knowledge"
)

// left returns the IDs of those turns that are still kept.
func (w *world) left(ids ...string) []string {
	return slices.DeleteFunc(ids, func(id string) bool {
		_, err := w.memory.Turn(w.ctx, id)
		if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
			w.t.Fatal(err)
		}
		return err != nil
	})
}

func TestWhatIsOldIsDeletedAtTheStartAndLater(t *testing.T) {
	w := prepare(t, slackemu.Options{})
	c := newClock()
	w.memory.pruned = make(chan struct{}, 8)
	for id, age := range map[string]time.Duration{"old": 100 * time.Hour, "young": 40 * time.Hour, "new": 0} {
		w.must(w.memory.SaveTurn(w.ctx, memory.Turn{ID: id, At: c.now().Add(-age), Asker: "U1", Channel: "C1", Question: id}))
		w.must(w.memory.SavePractice(w.ctx, memory.Practice{Channel: "D1", Thread: id, Owner: "U1", Updated: c.now().Add(-age)}))
	}
	cfg := w.config()
	cfg.Retention = 72 * time.Hour
	c.keep(&cfg, "housekeeping")
	w.run(cfg)

	<-w.memory.pruned
	if got := w.left("old", "young", "new"); !slices.Equal(got, []string{"young", "new"}) {
		t.Errorf("at the start %q are left", got)
	}
	if _, err := w.memory.Practice(w.ctx, "D1", "old"); !errors.Is(err, knowledge.ErrNotFound) {
		t.Errorf("an old practice: %v", err)
	}
	c.add(50 * time.Hour)
	c.ticks <- c.now()
	<-w.memory.pruned
	if got := w.left("young", "new"); !slices.Equal(got, []string{"new"}) {
		t.Errorf("after two days %q are left", got)
	}
}

func TestWithoutRetentionAllIsKept(t *testing.T) {
	w := prepare(t, slackemu.Options{})
	w.memory.pruned = make(chan struct{}, 8)
	w.must(w.memory.SaveTurn(w.ctx, memory.Turn{ID: "old", At: time.Unix(1, 0), Asker: "U1", Channel: "C1", Question: "?"}))
	w.run(w.config())
	<-w.memory.pruned
	if got := w.left("old"); len(got) != 1 {
		t.Error("the turn is gone")
	}
}

// TestAFailedChoreIsDoneAgain at the next tick.
func TestAFailedChoreIsDoneAgain(t *testing.T) {
	w := prepare(t, slackemu.Options{})
	c := newClock()
	w.memory.pruned = make(chan struct{}, 8)
	w.memory.down.Store(true)
	cfg := w.config()
	c.keep(&cfg, "housekeeping")
	w.run(cfg)
	<-w.memory.pruned
	w.must(w.log.wait(w.ctx, "a chore failed; it will be tried again later"))
	w.memory.down.Store(false)
	c.ticks <- c.now()
	<-w.memory.pruned
}
