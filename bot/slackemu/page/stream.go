package page

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"careeradvisor/bot/slackemu"
)

const (
	alive  = 15 * time.Second      // between signs of life on a quiet stream
	gather = 20 * time.Millisecond // what happens within goes to the page in one piece
	stall  = 20 * time.Second      // how long a page may not take what it is sent
)

func newBoot() string { return strings.ToLower(rand.Text()[:8]) }

// update is one event of the stream.
type update struct {
	Whole bool `json:"whole"` // forget what was known before
	slackemu.Changes
}

// serveStream sends the page what has changed, as server-sent events, until the
// page or the emulator ends. An event's ID is the revision it leads to; a page that
// comes back with one continues from there.
func (p *page) serveStream(w http.ResponseWriter, r *http.Request) {
	select {
	case p.pages <- struct{}{}:
		defer func() { <-p.pages }()
	default:
		http.Error(w, "too many pages are open", http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	since := p.resume(r.Header.Get("Last-Event-ID"))
	for whole := since == 0; ; {
		ctx, cancel := context.WithTimeout(r.Context(), alive)
		c, err := p.slack.Watch(ctx, since)
		cancel()
		if errors.Is(err, context.DeadlineExceeded) && r.Context().Err() == nil {
			err = send(w, out, ": alive\n\n")
		} else if err == nil {
			data, _ := json.Marshal(update{whole, c}) // plain data only
			err = send(w, out, fmt.Sprintf("id: %s.%d\ndata: %s\n\n", p.boot, c.Rev, data))
			since, whole = c.Rev, false
		}
		if err != nil || !wait(r.Context(), gather) {
			return
		}
	}
}

// resume returns the revision that a page has seen, or 0 if it is from another
// process.
func (p *page) resume(id string) int64 {
	boot, rev, _ := strings.Cut(id, ".")
	n, err := strconv.ParseInt(rev, 10, 64)
	if boot != p.boot || err != nil || n < 0 {
		return 0
	}
	return n
}

func send(w http.ResponseWriter, out *http.ResponseController, event string) error {
	if err := out.SetWriteDeadline(time.Now().Add(stall)); err != nil {
		return err
	}
	if _, err := w.Write([]byte(event)); err != nil {
		return err
	}
	return out.Flush()
}

// wait waits for d and reports whether ctx has not ended.
func wait(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// serveSetup sends the page what does not change.
func (p *page) serveSetup(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, struct {
		Options
		Bot string `json:"bot"`
	}{p.opts, p.slack.BotUser().ID})
}

// serveExamples sends questions that people may ask. It may have to wait for the app.
func (p *page) serveExamples(w http.ResponseWriter, r *http.Request) {
	examples := []string{}
	if p.opts.Examples != nil {
		examples = append(examples, p.opts.Examples(r.Context())...)
	}
	writeJSON(w, http.StatusOK, examples)
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}
