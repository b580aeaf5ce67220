package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/slackemu"
	"careeradvisor/cmd/advisor/pages"
)

var pagesURL = regexp.MustCompile(`msg="pages for operators" url=(\S+)`)

// page reads one of the operator's pages of a running process.
func (s *served) page(t *testing.T, method, path string) (status int, body string) {
	t.Helper()
	m := pagesURL.FindStringSubmatch(s.log.String())
	if m == nil {
		t.Fatalf("the log does not say where the pages are:\n%s", s.log)
	}
	req, err := http.NewRequestWithContext(s.ctx, method, m[1]+path, strings.NewReader(""))
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(text)
}

// becomes reads a page until it has a certain status and text, since it may be up to a second old.
func (s *served) becomes(t *testing.T, path string, status int, text string) {
	t.Helper()
	s.until(t, func() (bool, string) {
		got, body := s.page(t, http.MethodGet, path)
		return got == status && strings.Contains(body, text), fmt.Sprintf("%s stays %d:\n%s", path, got, body)
	})
}

// logs waits for a text in the log.
func (s *served) logs(t *testing.T, text string) {
	t.Helper()
	s.until(t, func() (bool, string) {
		log := s.log.String()
		return strings.Contains(log, text), fmt.Sprintf("the log lacks %q:\n%s", text, log)
	})
}

// until checks again and again, for things that do not announce their changes.
func (s *served) until(t *testing.T, look func() (ok bool, otherwise string)) {
	t.Helper()
	again := time.NewTicker(50 * time.Millisecond)
	defer again.Stop()
	for {
		ok, otherwise := look()
		if ok {
			return
		}
		select {
		case <-again.C:
		case <-s.ctx.Done():
			t.Fatal(otherwise)
		}
	}
}

func TestPagesForOperators(t *testing.T) {
	s := startServe(t)
	if _, err := s.WaitReply(s.ctx, s.Say(s.dm, s.ann, "What is a TPM?")); err != nil {
		t.Fatal(err, s.log)
	}
	s.becomes(t, "/readyz", http.StatusOK, "Slack is heard on ")
	_, body := s.page(t, http.MethodGet, "/readyz")
	var r pages.Report
	if err := json.Unmarshal([]byte(body), &r); err != nil || !r.Ready || len(r.Parts) != 4 {
		t.Errorf("%v: %s", err, body)
	}
	for i, name := range []string{"documents", "index", "store", "sockets"} {
		if p := r.Parts[i]; p.Name != name || !p.OK || !strings.HasSuffix(p.Says, ".") {
			t.Errorf("part %d is %+v", i, p)
		}
	}
	if status, body := s.page(t, http.MethodGet, "/healthz"); status != http.StatusOK || body != "alive\n" {
		t.Errorf("health is %d %q", status, body)
	}
	s.becomes(t, "/metrics", http.StatusOK, `advisor_answers_total{kind="answer",surface="direct message"} 1`)
	_, body = s.page(t, http.MethodGet, "/metrics")
	for _, want := range []string{"advisor_documents ", "advisor_generation_age_seconds ", "advisor_store_up 1", "advisor_gaps_open 0",
		"advisor_inbox_events ", "advisor_sockets_connected 2", "advisor_build_info{", "go_goroutines ", "process_open_fds "} {
		if !strings.Contains(body, "\n"+want) {
			t.Errorf("the figures lack %q", want)
		}
	}
	for _, path := range []string{"/", "/debug/pprof/", "/debug/vars", "/metrics/x"} {
		if status, _ := s.page(t, http.MethodGet, path); status != http.StatusNotFound {
			t.Errorf("%s is there: %d", path, status)
		}
	}
	if status, _ := s.page(t, http.MethodPost, "/readyz"); status != http.StatusMethodNotAllowed {
		t.Errorf("posting is answered with %d", status)
	}
}

func TestNotReadyWithoutASocket(t *testing.T) {
	s := startServe(t)
	s.becomes(t, "/readyz", http.StatusOK, `"ready": true`)
	start := len(s.log.String()) // whoever asks early reads that it is not ready yet
	s.Fail("socket", 1000, http.StatusServiceUnavailable, 0)
	s.DropTCP()
	s.becomes(t, "/readyz", http.StatusServiceUnavailable, "No socket to Slack is open.")
	if status, _ := s.page(t, http.MethodGet, "/healthz"); status != http.StatusOK {
		t.Error("a process that waits for Slack is not alive")
	}
	s.Heal()
	s.becomes(t, "/readyz", http.StatusOK, `"ready": true`)
	if log := s.log.String()[start:]; strings.Count(log, "not ready") != 1 || strings.Count(log, "ready again") != 1 {
		t.Errorf("going down and coming back are not logged once each:\n%s", log)
	}
}

func TestABusyPortIsToldAtOnce(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	addr := l.Addr().String()
	_, env := toStart(t, t.TempDir())
	advise(t, "", append(env, "ADVISOR_LISTEN="+addr), "serve").want(t, 1, "ADVISOR_LISTEN is "+addr+", which is already in use")
}

func TestNoPagesWhereNoneAreWanted(t *testing.T) {
	for _, addr := range []string{"", "off"} {
		p, err := pages.Listen(addr, nil, nil, nil)
		if p != nil || err != nil || p.Close() != nil {
			t.Errorf("with %q: %v, %v", addr, p, err)
		}
	}
	s := startServe(t, "ADVISOR_LISTEN=off")
	if strings.Contains(s.log.String(), "pages for operators") {
		t.Error("there are pages though ADVISOR_LISTEN is off")
	}
}

func TestPagesOutliveTheQuestionsInHand(t *testing.T) {
	s := startServe(t)
	s.becomes(t, "/readyz", http.StatusOK, `"ready": true`)
	s.Slow("chat.postMessage", 500*time.Millisecond)
	s.Say(s.dm, s.ann, "What is a TPM?")
	if _, err := s.WaitCall(s.ctx, func(c slackemu.Call) bool { return true }); err != nil {
		t.Fatal(err)
	}
	if err := s.WaitIdle(s.ctx); err != nil {
		t.Fatal(err)
	}
	s.stop()
	if status, body := s.page(t, http.MethodGet, "/readyz"); status != http.StatusServiceUnavailable || !strings.Contains(body, "stopping") {
		t.Errorf("a process that is stopping says %d %s", status, body)
	}
	if code := <-s.done; code != 0 {
		t.Errorf("ended with %d", code)
	}
	s.done <- 0 // for the end of the test
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	var d net.Dialer
	if _, err := d.DialContext(ctx, "tcp", strings.TrimPrefix(pagesURL.FindStringSubmatch(s.log.String())[1], "http://")); err == nil {
		t.Error("the pages are there after the process")
	}
}
