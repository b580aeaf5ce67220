package pages

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"careeradvisor/knowledge"
)

// Readiness says whether the process can answer questions: every part it needs is open
// and works. It is not ready until all parts have been opened, nor once the process is
// stopping.
type Readiness struct {
	stopping context.Context // ends when the process is told to end
	now      func() time.Time
	log      *slog.Logger

	mu    sync.Mutex // held while the parts are tried, so that only one try runs at a time
	parts []part
	last  Report
	down  map[string]bool // parts that the log says are down
	at    time.Time
}

// part is something that serve needs. Its check says in a sentence how it is doing; nil before it
// is open.
type part struct {
	name  string
	check func(context.Context) (string, error)
}

// Report is what /readyz shows.
type Report struct {
	Ready bool         `json:"ready"`
	Parts []partReport `json:"parts"`
}

type partReport struct {
	Name string `json:"name"`
	OK   bool   `json:"ok"`
	Says string `json:"says"`
}

const (
	tryWithin   = 2 * time.Second // all parts together; probes give up soon after
	reportStays = time.Second     // whoever asks more often reads the same report again
)

// NewReadiness waits for the named parts to be opened; names are in the order of the
// start.
func NewReadiness(stopping context.Context, log *slog.Logger, names ...string) *Readiness {
	r := &Readiness{stopping: stopping, now: time.Now, log: log, down: map[string]bool{}}
	for _, n := range names {
		r.parts = append(r.parts, part{name: n})
	}
	return r
}

// Opened sets how a part is checked from now on.
func (r *Readiness) Opened(name string, check func(context.Context) (string, error)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := range r.parts {
		if r.parts[i].name == name {
			r.parts[i].check = check
		}
	}
	r.at = time.Time{}
}

// report tries all parts.
func (r *Readiness) report(ctx context.Context) Report {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stopping.Err() != nil {
		return Report{Parts: []partReport{{Name: "process", Says: "It is stopping: it is finishing what it is working on and takes on nothing new."}}}
	}
	if now := r.now(); now.Sub(r.at) >= reportStays {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), tryWithin)
		defer cancel()
		r.last, r.at = r.try(ctx), now
	}
	return r.last
}

func (r *Readiness) try(ctx context.Context) Report {
	all := Report{Ready: true}
	for _, p := range r.parts {
		one := partReport{Name: p.name, Says: "It is not open yet."}
		if p.check != nil {
			says, err := p.check(ctx)
			one.OK, one.Says = err == nil, says
			if err != nil {
				one.Says = Openly(err)
			}
			r.note(p.name, err)
		}
		all.Ready = all.Ready && one.OK
		all.Parts = append(all.Parts, one)
	}
	return all
}

// note logs, once each time, that a part went down or came back.
func (r *Readiness) note(name string, err error) {
	switch was := r.down[name]; {
	case err != nil && !was:
		r.log.Warn("not ready", "part", name, "error", err)
	case err == nil && was:
		r.log.Info("ready again", "part", name)
	}
	r.down[name] = err != nil
}

// Openly is the part of an error that anyone may read: its sentence, but not its cause, which
// belongs in the log.
func Openly(err error) string {
	if e, ok := errors.AsType[*knowledge.Error](err); ok {
		return e.Say
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return "It does not answer in time."
	}
	return "It does not work; the log says why."
}

// ServeHTTP shows the report, with status 503 unless everything works.
func (r *Readiness) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	got := r.report(req.Context())
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	if !got.Ready {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(got) // the reader has gone
}
