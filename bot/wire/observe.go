package wire

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// observer measures every call to Slack on its way out, and stops posts that must no longer be
// made.
type observer struct {
	next    http.RoundTripper
	base    string // of the Web API, with a slash at its end
	before  func(context.Context) error
	figures *figures

	mu    sync.Mutex
	codes map[string]bool // seen so far; their number is bounded
}

// posts are the methods that say something new each time they are called.
var posts = map[string]bool{"chat.postMessage": true, "chat.postEphemeral": true, responseURL: true}

var errWithheld = errors.New("a call must no longer be made")

func newObserver(base string, before func(context.Context) error, f *figures) *observer {
	next := http.DefaultTransport.(*http.Transport).Clone()
	next.MaxIdleConnsPerHost = keptConnections
	return &observer{next: next, base: base, before: before, figures: f, codes: map[string]bool{}}
}

// keptConnections is how many connections are kept between calls. By default two are kept, and the
// others are reopened for each call.
const keptConnections = 4

// RoundTrip makes the call and counts it.
func (o *observer) RoundTrip(req *http.Request) (*http.Response, error) {
	method := o.method(req)
	if posts[method] {
		if err := o.before(req.Context()); err != nil {
			_ = req.Body.Close()
			return nil, fmt.Errorf("%w: %w", errWithheld, err)
		}
	}
	began := time.Now()
	resp, err := o.next.RoundTrip(req)
	code := ""
	if err != nil {
		code = failure(err)
	} else {
		resp.Body = http.MaxBytesReader(nil, resp.Body, maxAnswer)
		code = o.bounded(outcome(resp))
		if pause, ok := RetryAfter(resp); ok && resp.StatusCode == http.StatusTooManyRequests {
			o.figures.asked.Add(pause.Seconds())
		}
	}
	o.figures.call.WithLabelValues(method).Observe(time.Since(began).Seconds())
	o.figures.calls.WithLabelValues(method, code).Inc()
	return resp, err
}

// methodName matches the names that Slack gives its methods.
var methodName = regexp.MustCompile(`^[a-zA-Z]+(\.[a-zA-Z]+)+$`)

// responseURL takes the place of the method for calls to response URLs, whose addresses are secret.
const responseURL = "response_url"

// method is the Web API's method that a request calls.
func (o *observer) method(req *http.Request) string {
	name, ours := strings.CutPrefix(req.URL.Scheme+"://"+req.URL.Host+req.URL.Path, o.base)
	switch {
	case !ours:
		return responseURL
	case methodName.MatchString(name):
		return name
	}
	return "other"
}

// failure names a call that got no answer.
func failure(err error) string {
	if errors.Is(err, context.Canceled) {
		return "cancelled"
	}
	if e, ok := errors.AsType[net.Error](err); ok && e.Timeout() {
		return "timeout"
	}
	return "unreachable"
}

// maxAnswer is how much of one answer or one frame is read: Slack's are far smaller, and nothing
// that poses as Slack must be able to fill the memory.
const maxAnswer = 8 << 20

// maxVerdict is how much of an answer is read to tell success from an error: Slack's errors are
// short, so anything longer is a success.
const maxVerdict = 4 << 10

// outcome is "ok", Slack's name for an error, or the HTTP status. The answer can still be read
// afterwards.
func outcome(resp *http.Response) string {
	if resp.StatusCode == http.StatusTooManyRequests {
		return "ratelimited"
	}
	if resp.StatusCode != http.StatusOK {
		return "http_" + strconv.Itoa(resp.StatusCode)
	}
	r := bufio.NewReaderSize(resp.Body, maxVerdict)
	resp.Body = struct {
		io.Reader
		io.Closer
	}{r, resp.Body}
	head, err := r.Peek(maxVerdict)
	if err == nil {
		return "ok"
	}
	var said struct {
		OK    *bool
		Error string
	}
	if json.Unmarshal(head, &said) == nil && said.OK != nil && !*said.OK {
		return said.Error
	}
	return "ok"
}

// errorName matches the names that Slack gives its errors.
var errorName = regexp.MustCompile(`^[a-z][a-z0-9_]{0,63}$`)

// maxCodes is how many different codes are counted by name.
const maxCodes = 100

// bounded keeps error names from the other side from becoming an unlimited number of series.
func (o *observer) bounded(code string) string {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.codes[code] {
		return code
	}
	if !errorName.MatchString(code) || len(o.codes) >= maxCodes {
		return "other"
	}
	o.codes[code] = true
	return code
}
