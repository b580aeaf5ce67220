package bot

import (
	"slices"
	"sync"
	"time"
)

// turns remembers what was asked in which conversation, for follow-ups ("and
// what does it pay?").
type turns struct {
	mu    sync.Mutex
	now   func() time.Time
	asked *recent[[]turn]
}

type turn struct {
	text string
	at   time.Time
}

func newTurns(now func() time.Time) *turns {
	return &turns{now: now, asked: newRecent[[]turn](threadFor, threadsMax, now)}
}

// earlier is what was asked in the conversation within the last while, oldest first.
func (t *turns) earlier(conversation string, within time.Duration) []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	all, _ := t.asked.get(conversation)
	oldest := t.now().Add(-within)
	var texts []string
	for _, q := range all {
		if q.at.After(oldest) {
			texts = append(texts, q.text)
		}
	}
	return texts
}

// add remembers a question in each of the conversations.
func (t *turns) add(question string, conversations ...string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	q := turn{clip(question, maxTurn), t.now()}
	for _, c := range conversations {
		all, _ := t.asked.get(c)
		all = append(slices.Clone(all), q)
		t.asked.put(c, all[max(0, len(all)-maxTurns):])
	}
}
