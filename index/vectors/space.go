package vectors

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sync"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/durable"
)

// Space is the vectors of an index's passages and asks. Its methods may be called
// concurrently.
type Space struct {
	passages []*knowledge.Passage
	asks     []string
	path     string // of the file; "" keeps them in memory

	working sync.Mutex // held by the goroutine that loads or makes vectors

	mu     sync.RWMutex
	set    *Set // nil for none
	closed bool
}

// New returns the space of passages and asks, with no vectors yet.
func New(passages []*knowledge.Passage, asks []string, path string) *Space {
	return &Space{passages: passages, asks: asks, path: path}
}

// Close releases what the space holds; from then on nothing is found.
func (s *Space) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	set := s.set
	s.set, s.closed = nil, true
	return set.Close()
}

// Hold returns the current set, which the caller closes; nil if there is none.
func (s *Space) Hold() *Set {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.set.hold()
}

// Compare compares a vector with those of all passages and asks, in their order. Both results are
// nil if there are no vectors yet.
func (s *Space) Compare(query []float32) (passages []knowledge.Likeness, asks []float32, err error) {
	set := s.Hold()
	if set == nil {
		return nil, nil, nil
	}
	defer set.Close()
	err = guarded(func() error {
		passages, asks = set.compare(query, len(s.passages), len(s.asks))
		return nil
	})
	return passages, asks, err
}

// Count is how many texts have a vector, and how many should; 0 of 0 if there are no vectors yet.
func (s *Space) Count() (have, wanted int) {
	set := s.Hold()
	if set == nil {
		return 0, 0
	}
	defer set.Close()
	return len(set.keys), set.wanted
}

// Load takes vectors from the file of the space and, if some are missing, from other sets and files
// that contain the same texts. Its error says why the file of the space, if it exists, cannot be
// used, or why a new one cannot be written.
func (s *Space) Load(m Made, others []*Set, files ...string) error {
	s.working.Lock()
	defer s.working.Unlock()
	return guarded(func() error { return s.load(m, others, files) })
}

func (s *Space) load(m Made, others []*Set, files []string) error {
	own, err := s.open(m)
	if own.complete() {
		s.exchange(own)
		return err
	}
	defer own.Close()
	now := s.Hold()
	defer now.Close()
	for _, name := range files {
		if f, err := Open(name); err == nil { // a damaged one is of no use, and does no harm
			defer f.Close()
			others = append(slices.Clip(others), f)
		}
	}
	usable := []*Set{own, now}
	for _, f := range others {
		if f != nil && f.made.fits(m) {
			usable = append(usable, f)
		}
	}
	t, p := textsOf(s.passages, s.asks), poolOf(usable...)
	switch n := p.count(t); {
	case n == 0 || now != nil && n == len(now.keys):
	case own != nil && n == len(own.keys):
		s.exchange(own.hold())
	default:
		err = errors.Join(err, s.publish(p, m, t))
	}
	return err
}

// open opens the space's file; nil if there is none, or none that can be used.
func (s *Space) open(m Made) (*Set, error) {
	if s.path == "" {
		return nil, nil
	}
	set, err := Open(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !set.made.fits(m):
		return nil, errors.Join(fmt.Errorf("the vectors were made by kernel %q with weights %.8s, not by %q with %.8s", set.made.Kernel, set.made.Weights, m.Kernel, m.Weights), set.Close())
	case !set.of(s.passages, s.asks):
		return nil, errors.Join(fmt.Errorf("%w: its texts are elsewhere", errDamaged), set.Close())
	}
	return set, nil
}

// of reports whether the texts are those of these passages and asks.
func (s *Set) of(passages []*knowledge.Passage, asks []string) bool {
	if s.owners != len(passages)+len(asks) {
		return false
	}
	for _, p := range s.places {
		if p.Of < 0 || int(p.Of) >= s.owners || p.Start < 0 || p.Start > p.End {
			return false
		}
		length := 0
		if n := int(p.Of) - len(passages); n >= 0 {
			length = len(asks[n])
		} else {
			length = len(passages[p.Of].Text)
		}
		if int(p.End) > length {
			return false
		}
	}
	return true
}

// publish makes a set of what the pool has, and puts it in place of the current one. If it cannot
// be kept on disk, it is in memory.
func (s *Space) publish(p *pool, m Made, t *texts) (err error) {
	var set *Set
	if s.path != "" {
		err = durable.Create(s.path, func(w io.Writer) error { return p.write(w, m, t) })
		if err == nil {
			set, err = Open(s.path)
		}
		if err == nil {
			s.exchange(set)
			return nil
		}
		err = fmt.Errorf("the vectors cannot be kept on disk and are held in memory: %w", err)
	}
	var file bytes.Buffer
	if err := p.write(&file, m, t); err != nil {
		return err
	}
	if set, err2 := Parse(file.Bytes()); err2 != nil {
		err = errors.Join(err, err2)
	} else {
		s.exchange(set)
	}
	return err
}

// exchange replaces the current set with another, which the space will close.
func (s *Space) exchange(set *Set) {
	s.mu.Lock()
	old := set
	if !s.closed {
		old, s.set = s.set, set
	}
	s.mu.Unlock()
	_ = old.Close() // what cannot be unmapped stays until the process ends
}
