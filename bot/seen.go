package bot

import (
	"slices"
	"sync"
	"time"
)

// seen remembers what was taken, so that it is answered once though Slack may
// deliver it several times, under several names and while the first is still in
// work.
type seen struct {
	mu   sync.Mutex
	keys *recent[struct{}]
}

func newSeen(now func() time.Time) *seen {
	return &seen{keys: newRecent[struct{}](seenFor, seenMax, now)}
}

// claim reports whether none of the names was claimed before, and claims them.
// A name that is known claims the others too: the next delivery may have only those.
func (s *seen) claim(names ...string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	fresh := true
	for _, n := range names {
		if _, ok := s.keys.get(n); ok {
			fresh = false
		}
	}
	for _, n := range names {
		s.keys.put(n, struct{}{})
	}
	return fresh
}

// knows reports whether one of the names was claimed.
func (s *seen) knows(names ...string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.ContainsFunc(names, func(n string) bool {
		_, ok := s.keys.get(n)
		return ok
	})
}

// knowsAll reports whether each of the names was claimed.
func (s *seen) knowsAll(names ...string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, n := range names {
		if _, ok := s.keys.get(n); !ok {
			return false
		}
	}
	return len(names) > 0
}

// forget gives up a claim, so that the next delivery is taken.
func (s *seen) forget(names ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, n := range names {
		s.keys.drop(n)
	}
}
