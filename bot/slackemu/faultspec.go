package slackemu

import (
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Fault is something that is to go wrong, as a person words it.
type Fault struct {
	Kind   string        // see faultKinds; "500" to "599" too
	Name   string        // of the error, for "error"
	Method string        // of the Web API, "response_url" or "socket"; "*" for all
	Count  int           // calls or events that it hits
	Wait   time.Duration // Retry-After, or how slow
	After  time.Duration // before it begins
	Every  time.Duration // begins again and again; 0 for once
}

// faultKinds are what a fault may be, and what it does.
var faultKinds = map[string]func(*Server, Fault){
	"429":   func(s *Server, f Fault) { s.Fail(f.Method, f.Count, http.StatusTooManyRequests, f.Wait) },
	"error": func(s *Server, f Fault) { s.FailError(f.Method, f.Count, f.Name) },
	"slow":  func(s *Server, f Fault) { s.Slow(f.Method, f.Wait) },
	"lose":  func(s *Server, f Fault) { s.Lose(f.Method, f.Count) },

	"duplicate": func(s *Server, f Fault) { s.DuplicateNext(f.Count) },
	"drop":      func(s *Server, _ Fault) { s.DropTCP() },
	"hang":      func(s *Server, _ Fault) { s.Hang() },

	"warning":              func(s *Server, f Fault) { s.Disconnect(f.Kind) },
	"refresh_requested":    func(s *Server, f Fault) { s.Disconnect(f.Kind) },
	"link_disabled":        func(s *Server, f Fault) { s.Disconnect(f.Kind) },
	"too_many_websockets":  func(s *Server, f Fault) { s.Disconnect(f.Kind) },
	"socket_state_unknown": func(s *Server, f Fault) { s.Disconnect(f.Kind) },
}

// FaultKinds are the kinds that ParseFault knows, besides those of 500 to 599.
func FaultKinds() []string { return slices.Sorted(maps.Keys(faultKinds)) }

var (
	faultMethod = regexp.MustCompile(`^(\*|[a-z]+(\.[A-Za-z]+)+|response_url|socket)$`)
	serverError = regexp.MustCompile(`^5\d\d$`)
)

// ParseFault reads KIND[:METHOD][:COUNT][:WAIT][@AFTER|@everyPERIOD], such as
// "429:chat.postMessage:3:5s", "slow:2s", "error=fatal_error:views.open",
// "drop@10s" or "refresh_requested@every30s". What is left out is any method,
// once, and a second.
func ParseFault(spec string) (Fault, error) {
	what, when, timed := strings.Cut(spec, "@")
	parts := strings.Split(what, ":")
	f := Fault{Kind: parts[0], Method: "*", Count: 1, Wait: time.Second}
	f.Kind, f.Name, _ = strings.Cut(f.Kind, "=")
	if _, known := faultKinds[f.Kind]; !known && !serverError.MatchString(f.Kind) {
		return f, fmt.Errorf("%q is no fault: use 500 to 599 or one of %s", f.Kind, strings.Join(FaultKinds(), ", "))
	}
	if (f.Kind == "error") != (f.Name != "") {
		return f, fmt.Errorf("%q: a fault of kind error, and no other, has a name, such as error=fatal_error", spec)
	}
	for _, part := range parts[1:] {
		if err := f.read(part); err != nil {
			return f, err
		}
	}
	if timed {
		return f, f.readTime(when)
	}
	return f, nil
}

// read takes a method, a count or a duration, which never look alike.
func (f *Fault) read(part string) error {
	if faultMethod.MatchString(part) {
		f.Method = part
		return nil
	}
	n, err := strconv.Atoi(part)
	if err == nil && n > 0 {
		f.Count = n
		return nil
	}
	if err == nil {
		return fmt.Errorf("%q is no count", part)
	}
	if d, err := time.ParseDuration(part); err == nil && d >= 0 {
		f.Wait = d
		return nil
	}
	return fmt.Errorf("%q is no method (chat.postMessage), count (3) or time (5s)", part)
}

func (f *Fault) readTime(when string) error {
	period, again := strings.CutPrefix(when, "every")
	d, err := time.ParseDuration(period)
	if err != nil || d < time.Millisecond {
		return fmt.Errorf("%q is no time: use @10s or @every10s", "@"+when)
	}
	f.After = d
	if again {
		f.Every = d
	}
	return nil
}

// Inject lets a fault happen, at its time. Heal calls off what is still to come.
func (s *Server) Inject(f Fault) {
	if f.After == 0 {
		s.happen(f)
		return
	}
	s.change(func() {
		healed := s.healed
		s.spawn(func() {
			for wait := f.After; s.pause(wait, healed); wait = f.Every {
				s.happen(f)
				if f.Every == 0 {
					return
				}
			}
		})
	})
}

func (s *Server) happen(f Fault) {
	if do, known := faultKinds[f.Kind]; known {
		do(s, f)
		return
	}
	status, _ := strconv.Atoi(f.Kind)
	s.Fail(f.Method, f.Count, status, 0)
}

// pending are the faults that have not worn off. Callers hold s.mu.
func (s *Server) pending() (all []Pending) {
	for _, f := range s.faults {
		if f.left > 0 {
			all = append(all, Pending{Kind: f.kind(), Method: f.method, Left: f.left, Status: f.status, Wait: f.retry})
		}
	}
	for _, method := range slices.Sorted(maps.Keys(s.slow)) {
		if d := s.slow[method]; d > 0 {
			all = append(all, Pending{Kind: "slow", Method: method, Wait: d})
		}
	}
	if s.duplicate > 0 {
		all = append(all, Pending{Kind: "duplicate", Left: s.duplicate})
	}
	return slices.Clip(all)
}

func (f *fault) kind() string {
	switch {
	case f.lose:
		return "lose"
	case f.status != 0:
		return strconv.Itoa(f.status)
	}
	return "error=" + f.code
}
