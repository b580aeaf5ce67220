package bot_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync/atomic"
	"testing"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/store"
	"careeradvisor/knowledge"
)

// memory is a real store, along with what can go wrong with one.
type frailMemory struct {
	memory.Store
	records  atomic.Int64  // calls of Record
	gate     chan struct{} // Record waits until it is closed; nil for never
	late     chan struct{} // Record fails, although it has done its work, once this is closed; nil for never
	down     atomic.Bool   // every call that a question needs fails
	flaky    atomic.Bool   // some calls that an event needs fail, before or after they are done
	dying    atomic.Bool   // the process is about to die: what it would remember of its posts is lost
	absent   atomic.Bool   // practices that are saved are lost
	recorded atomic.Int64  // events
	pruned   chan struct{} // gets a value after each Prune; nil where nobody waits
}

func newMemory(t testing.TB) *frailMemory {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return &frailMemory{Store: s}
}

// errDown says what operators need, and people in Slack must not read.
var errDown = &knowledge.Error{Say: "The database /srv/advisor.db cannot grow: free some space.", Cause: errors.New("disk full")}

// luck is an error, now and then.
func (m *frailMemory) luck() error {
	if m.flaky.Load() && rand.IntN(4) == 0 {
		return errDown
	}
	return nil
}

func (m *frailMemory) Record(ctx context.Context, e memory.Event) (int64, bool, error) {
	m.records.Add(1)
	if m.gate != nil {
		<-m.gate
	}
	if m.down.Load() {
		return 0, false, errDown
	}
	m.recorded.Add(1)
	if err := m.luck(); err != nil {
		return 0, false, err
	}
	id, fresh, err := m.Store.Record(ctx, e)
	if m.late != nil {
		<-m.late
		return 0, false, errDown
	}
	return id, fresh, errors.Join(err, m.luck())
}

func (m *frailMemory) Take(ctx context.Context, worker string, now, until time.Time, n int) ([]memory.Event, error) {
	if m.down.Load() {
		return nil, errDown
	}
	if err := m.luck(); err != nil {
		return nil, err
	}
	return m.Store.Take(ctx, worker, now, until, n)
}

func (m *frailMemory) Extend(ctx context.Context, worker string, until time.Time, ids ...int64) error {
	if m.dying.Load() {
		return nil
	}
	return m.Store.Extend(ctx, worker, until, ids...)
}

func (m *frailMemory) Done(ctx context.Context, id int64, outcome string, at time.Time) error {
	if m.dying.Load() {
		return nil
	}
	if err := m.luck(); err != nil {
		return err
	}
	return errors.Join(m.Store.Done(ctx, id, outcome, at), m.luck())
}

func (m *frailMemory) Prune(ctx context.Context, turns, events time.Time) error {
	err := m.Store.Prune(ctx, turns, events)
	if m.down.Load() {
		err = errDown
	}
	if m.pruned != nil {
		m.pruned <- struct{}{}
	}
	return err
}

func (m *frailMemory) Vote(ctx context.Context, v memory.Vote) error {
	if m.down.Load() {
		return errDown
	}
	return m.Store.Vote(ctx, v)
}

func (m *frailMemory) SavePractice(ctx context.Context, p memory.Practice) error {
	if m.absent.Load() {
		return nil
	}
	return m.Store.SavePractice(ctx, p)
}

func (m *frailMemory) SaveTurn(ctx context.Context, t memory.Turn) error {
	if m.down.Load() {
		return errDown
	}
	if m.dying.Load() && len(t.Replies) > 0 {
		return nil
	}
	return m.Store.SaveTurn(ctx, t)
}
