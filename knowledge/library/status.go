package library

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"careeradvisor/knowledge/load"
)

// Status says what state the documents are in.
type Status struct {
	Reading string    // what does not answer yet, as a sentence; "" for nothing
	Opened  time.Time // when those that answer were opened
	Renewed int       // how often newer documents took the place of older ones
	Failed  int       // how often newer ones could not be opened

	Trouble error     // why answers do not come from the documents as they are now; nil if they do
	Since   time.Time // of the trouble

	Vectors Vectors // of the documents that answer
}

// status keeps the current Status.
type status struct {
	mu sync.Mutex
	Status
	open, all int // files: those that answer, and all, while the first ones are read
	said      []string
}

func (s *status) now() Status {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Status
}

// begin says that the first documents answer: open of all, or every one of them if all is 0.
func (s *status) begin(open, all int, at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Opened = at
	if s.open, s.all = open, all; all > 0 {
		s.Reading = fmt.Sprintf("I am still reading my documents: %d of %d answer so far.", open, all)
	}
}

// index says how many of the passages that do not answer yet are indexed.
func (s *status) index(done, total int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Reading != "" {
		s.Reading = fmt.Sprintf("I am still reading my documents: %d of %d answer so far, %d %% of all are indexed.", s.open, s.all, 100*done/max(total, 1))
	}
}

// encode says how many vectors are made.
func (s *status) encode(v Vectors) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Vectors = v
}

// renewed says that answers come from the documents as they are now.
func (s *status) renewed(changed bool, at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Reading, s.Trouble = "", nil
	if changed {
		s.Opened = at
		s.Renewed++
	}
}

// failed says that they do not.
func (s *status) failed(why error, at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Failed++
	if s.Trouble == nil {
		s.Since = at
	}
	s.Trouble = why
}

// leftOut returns what was left out and has not been reported yet.
func (s *status) leftOut(left []load.LeftOut) []Omission {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := Omissions(left)
	var said []string
	for _, o := range all {
		said = append(said, fmt.Sprint(o))
	}
	news := slices.DeleteFunc(all, func(o Omission) bool { return slices.Contains(s.said, fmt.Sprint(o)) })
	s.said = said
	return news
}
