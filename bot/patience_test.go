package bot_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/slackemu"
)

// TestNobodyWaitsAnHourForAModal: Slack says when it will take calls again; the person is told at
// once that it does not work now, and the worker is free for others.
func TestNobodyWaitsAnHourForAModal(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	r := w.reply(w.Say(w.dm, w.ann, "What is a TPM?"))
	w.Fail("views.open", 1, http.StatusTooManyRequests, time.Hour)
	w.click(w.ann, r, "why")
	m := w.whisper(w.dm, "")
	if !strings.Contains(m.Plain(), "wrong") {
		t.Errorf("ann reads %q", m.Plain())
	}
}
