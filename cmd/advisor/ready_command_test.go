package main

import (
	"strings"
	"testing"

	"careeradvisor/cmd/advisor/pages"
)

func TestReadyAsksTheAdvisorThatRuns(t *testing.T) {
	s := startServe(t)
	s.becomes(t, "/readyz", 200, `"ready": true`)
	addr := strings.TrimPrefix(pagesURL.FindStringSubmatch(s.log.String())[1], "http://")
	var out strings.Builder
	if err := pages.Ask(s.ctx, addr, &out); err != nil {
		t.Error(err)
	}
	for _, want := range []string{"✓ documents ", "✓ index ", "✓ store ", "✓ sockets "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("it does not print %q:\n%s", want, out.String())
		}
	}
	if err := s.WaitConnected(s.ctx, 2); err != nil { // one that is being dialled would outlive the drop
		t.Fatal(err)
	}
	s.Fail("socket", 1000, 503, 0)
	s.DropTCP()
	s.becomes(t, "/readyz", 503, "No socket")
	out.Reset()
	if err := pages.Ask(s.ctx, addr, &out); err == nil || !strings.Contains(out.String(), "✗ sockets ") {
		t.Errorf("%v:\n%s", err, out.String())
	}
	s.Heal()
}

func TestReadyWithoutAnAdvisor(t *testing.T) {
	advise(t, "", []string{"ADVISOR_LISTEN=127.0.0.1:1"}, "ready").want(t, 1, "127.0.0.1:1", "ADVISOR_LISTEN")
	advise(t, "", []string{"ADVISOR_LISTEN=off"}, "ready").want(t, 1, "ADVISOR_LISTEN is off")
}
