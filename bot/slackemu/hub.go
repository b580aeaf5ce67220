package slackemu

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
	"unicode"
)

// object is a JSON object of no particular type.
type object = map[string]any

// hub is the base for everything else: the lock, the clock, IDs, the record of changes and calls,
// and the faults to come.
type hub struct {
	opts   Options
	base   string          // http://127.0.0.1:PORT
	ctx    context.Context // ends with Close
	cancel context.CancelFunc
	work   sync.WaitGroup // counts every goroutine and every request

	mu      sync.Mutex // guards all that follows, here and in what builds on it
	closed  bool
	changed chan struct{} // closed and replaced after every change
	serial  int           // makes IDs
	lastTS  int64         // microseconds; every message has its own
	trail   trail
	calls   []Call
	faults  []*fault
	slow    map[string]time.Duration
}

func newHub(opts Options, base string) *hub {
	s := &hub{opts: opts, base: base, changed: make(chan struct{}), slow: map[string]time.Duration{}}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.trail.rev = 1 // an empty workspace is something to report, too
	return s
}

// trail records when things changed, as the revision of the change under way, or else of the last
// one.
type trail struct {
	rev                    int64
	people, threads, desks int64
	gone                   []departed
}

type departed struct {
	Place
	rev int64
}

// spawn runs f in a goroutine that ends by itself or with s.ctx. Callers hold s.mu.
func (s *hub) spawn(f func()) {
	if !s.closed {
		s.work.Go(f)
	}
}

// change runs f under the lock and wakes everyone who is waiting.
func (s *hub) change(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.trail.rev++
	f()
	s.notify()
}

// look runs f under the lock.
func (s *hub) look(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f()
}

// notify wakes everyone who is waiting. Callers hold s.mu.
func (s *hub) notify() {
	close(s.changed)
	s.changed = make(chan struct{})
}

var errClosed = errors.New("the emulator was closed")

// WaitFor waits until cond is true. It checks after every change, never polls, and
// cond may call any method.
func (s *hub) WaitFor(ctx context.Context, cond func() bool) error {
	for {
		s.mu.Lock()
		changed, closed := s.changed, s.closed
		s.mu.Unlock()
		if cond() {
			return nil
		}
		if closed {
			return errClosed
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// pause waits for d, or until Close or done, and reports whether d has passed.
func (s *hub) pause(d time.Duration, done <-chan struct{}) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-done:
	case <-s.ctx.Done():
	}
	return false
}

// newID makes an ID that looks like Slack's and shows what it names, such as UADA0003.
func (s *hub) newID(prefix, name string) string {
	letters := strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, name)
	return s.numbered(prefix + letters + "%04d")
}

// newTS returns the time in Slack's format, never the same one twice.
func (s *hub) newTS() string {
	s.lastTS = max(s.lastTS+1, s.opts.Now().UnixMicro())
	return fmt.Sprintf("%d.%06d", s.lastTS/1e6, s.lastTS%1e6)
}

func (s *hub) now() time.Time { return s.opts.Now() }

// numbered fills the next number into a format.
func (s *hub) numbered(format string) string {
	s.serial++
	return fmt.Sprintf(format, s.serial)
}

// shortID makes an ID like those that Slack gives blocks and actions.
func (s *hub) shortID() string { return s.numbered("auto%d") }

func (s *hub) touchPeople()  { s.trail.people = s.trail.rev }
func (s *hub) touchThreads() { s.trail.threads = s.trail.rev }
func (s *hub) touchDesks()   { s.trail.desks = s.trail.rev }

func (s *hub) record(c Call) {
	c.Took = time.Since(c.At)
	s.change(func() {
		c.rev = s.trail.rev
		s.calls = append(s.calls, c)
	})
}

// takeFault returns the fault that hits a call now, or nil.
func (s *hub) takeFault(method string) (hit *fault) {
	s.look(func() {
		for _, f := range s.faults {
			if f.left > 0 && (f.method == method || f.method == "*" && method != "socket") {
				f.left--
				hit = f
				return
			}
		}
	})
	return hit
}

// delay waits for as long as Slow asks, and reports whether the caller is still there.
func (s *hub) delay(r *http.Request, method string) bool {
	var d time.Duration
	s.look(func() { d = max(s.slow[method], s.slow["*"]) })
	return d == 0 || s.pause(d, r.Context().Done())
}
