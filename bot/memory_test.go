package bot_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"careeradvisor/bot"
	"careeradvisor/knowledge"
)

type mem struct {
	bot.Practices
	mu     sync.Mutex
	events []*memEvent
	down   bool
	turns  []knowledge.Turn
	votes  map[string]knowledge.Vote
	plans  map[string]knowledge.Plan
	once   map[string]bool
}

func newMemory(t *testing.T) bot.Memory {
	return &mem{votes: map[string]knowledge.Vote{}, once: map[string]bool{}, plans: map[string]knowledge.Plan{}}
}
func (m *mem) SaveTurn(_ context.Context, t knowledge.Turn) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.down {
		return errDown
	}
	i := slices.IndexFunc(m.turns, func(o knowledge.Turn) bool { return o.ID == t.ID })
	if i >= 0 {
		m.turns[i] = t
	} else {
		m.turns = append(m.turns, t)
	}
	return nil
}
func (m *mem) find(f func(knowledge.Turn) bool) (knowledge.Turn, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	i := slices.IndexFunc(m.turns, f)
	if i < 0 {
		return knowledge.Turn{}, knowledge.ErrNotFound
	}
	return m.turns[i], nil
}
func (m *mem) Turn(_ context.Context, id string) (knowledge.Turn, error) {
	return m.find(func(o knowledge.Turn) bool { return o.ID == id })
}
func (m *mem) TurnAt(_ context.Context, ch, ts string) (knowledge.Turn, error) {
	return m.find(func(o knowledge.Turn) bool {
		return o.Channel == ch && (o.Message == ts || slices.Contains(o.Replies, ts))
	})
}
func (m *mem) Conversation(_ context.Context, ch, th string, since time.Time, n int) ([]knowledge.Turn, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []knowledge.Turn
	for _, o := range m.turns {
		if o.Channel == ch && o.At.After(since) && (th == "" && o.Thread == "" || th != "" && (o.Thread == th || o.Message == th || slices.Contains(o.Replies, th))) {
			all = append(all, o)
		}
	}
	return all[max(0, len(all)-n):], nil
}
func (m *mem) Vote(_ context.Context, v knowledge.Vote) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	k := v.Turn + v.Voter
	if old := m.votes[k]; v.Reason == "" && old.Helpful == v.Helpful {
		v.Reason = old.Reason
	}
	m.votes[k] = v
	return nil
}
func (m *mem) OpenGaps(_ context.Context, since time.Time, n int) ([]knowledge.Gap, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []knowledge.Gap
	for _, t := range m.turns {
		g := knowledge.Gap{Turn: t.ID, Question: t.Question, Asker: t.Asker, Refused: t.Answer.Kind == knowledge.Refuse}
		down := false
		for _, v := range m.votes {
			if v.Turn == t.ID && !v.Helpful {
				g.Reason, down = v.Reason, true
			}
		}
		if g.Refused || down {
			all = append(all, g)
		}
	}
	return all, nil
}
func (m *mem) CloseGaps(context.Context, string, string, time.Time, ...string) ([]knowledge.Gap, error) {
	return nil, nil
}
func (m *mem) Figures(context.Context, time.Time) (f knowledge.Figures, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	f.Asked, f.Answered, f.People = len(m.turns), len(m.turns), 1
	for _, v := range m.votes {
		if v.Helpful {
			f.Helpful++
		} else {
			f.Unhelpful++
		}
	}
	return f, nil
}
func (m *mem) SavePlan(context.Context, knowledge.Plan) error { return nil }
func (m *mem) Plan(context.Context, string) (knowledge.Plan, error) {
	return knowledge.Plan{}, knowledge.ErrNotFound
}
func (m *mem) DropPlan(context.Context, string) error { return nil }
func (m *mem) NudgesDue(context.Context, time.Time, time.Time, int) ([]knowledge.Plan, error) {
	return nil, nil
}
func (m *mem) Once(_ context.Context, k string, _ time.Time) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	was := m.once[k]
	m.once[k] = true
	return !was, nil
}
func (m *mem) DropTurn(_ context.Context, id string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.turns = slices.DeleteFunc(m.turns, func(t knowledge.Turn) bool { return t.ID == id })
	return nil
}
func (m *mem) Forget(context.Context, string) (knowledge.Forgotten, error) {
	return knowledge.Forgotten{}, nil
}
func (m *mem) Prune(context.Context, time.Time, time.Time) error { return nil }
func (m *mem) Ping(context.Context) error                        { return nil }

type memEvent struct {
	knowledge.Event
	worker string
	until  time.Time
	done   bool
}

var errDown = errors.New("the memory is down")

func (m *mem) Record(_ context.Context, e knowledge.Event) (int64, bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.down {
		return 0, false, errDown
	}
	for _, o := range m.events {
		for _, k := range e.Keys {
			if slices.Contains(o.Keys, k) {
				o.Keys = append(o.Keys, e.Keys...)
				return o.ID, false, nil
			}
		}
	}
	e.ID = int64(len(m.events) + 1)
	m.events = append(m.events, &memEvent{Event: e})
	return e.ID, true, nil
}
func (m *mem) Take(_ context.Context, w string, now, until time.Time, n int) ([]knowledge.Event, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.down {
		return nil, errDown
	}
	busy := map[string]bool{}
	for _, o := range m.events {
		if !o.done && o.worker != "" && o.until.After(now) {
			busy[o.Lane] = true
		}
	}
	var all []knowledge.Event
	for _, o := range m.events {
		if !o.done && !busy[o.Lane] && len(all) < n {
			busy[o.Lane] = true
			o.worker, o.until = w, until
			o.Attempt++
			all = append(all, o.Event)
		}
	}
	return all, nil
}
func (m *mem) Extend(_ context.Context, w string, until time.Time, ids ...int64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, o := range m.events {
		if o.worker == w && slices.Contains(ids, o.ID) {
			o.until = until
		}
	}
	return nil
}
func (m *mem) Done(_ context.Context, id int64, _ string, _ time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.down {
		return errDown
	}
	m.events[id-1].done = true
	return nil
}
func (m *mem) Waiting(context.Context) (int, error) { return 0, nil }

func (w *world) breakMemory(down bool) {
	m := w.memory.(*mem)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.down = down
}

func (w *world) reopen() {
	m := w.memory.(*mem)
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, e := range m.events {
		e.done, e.worker, e.until = false, "dead", time.Now().Add(10*time.Second)
	}
}
