package slackemu_test

import (
	"testing"
	"time"

	"careeradvisor/bot/slackemu"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"
)

func TestParseFault(t *testing.T) {
	second := time.Second
	for spec, want := range map[string]slackemu.Fault{
		"429":                          {Kind: "429", Method: "*", Count: 1, Wait: second},
		"429:chat.postMessage:3:5s":    {Kind: "429", Method: "chat.postMessage", Count: 3, Wait: 5 * second},
		"503:socket":                   {Kind: "503", Method: "socket", Count: 1, Wait: second},
		"slow:2s":                      {Kind: "slow", Method: "*", Count: 1, Wait: 2 * second},
		"lose:response_url:2":          {Kind: "lose", Method: "response_url", Count: 2, Wait: second},
		"error=fatal_error:views.open": {Kind: "error", Name: "fatal_error", Method: "views.open", Count: 1, Wait: second},
		"drop@10s":                     {Kind: "drop", Method: "*", Count: 1, Wait: second, After: 10 * second},
		"refresh_requested@every30s":   {Kind: "refresh_requested", Method: "*", Count: 1, Wait: second, After: 30 * second, Every: 30 * second},
	} {
		got, err := slackemu.ParseFault(spec)
		ok(t, err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", spec, diff)
		}
	}
	for _, spec := range []string{"", "nonsense", "404", "429:Chat", "429:0", "429:-1s", "drop@", "drop@soon", "drop@every", "error", "drop=x", "drop@0s"} {
		if f, err := slackemu.ParseFault(spec); err == nil {
			t.Errorf("%q is read as %+v", spec, f)
		}
	}
}

// inject lets a fault happen that has to be one.
func inject(t *testing.T, s *slackemu.Server, spec string) {
	t.Helper()
	f, err := slackemu.ParseFault(spec)
	ok(t, err)
	s.Inject(f)
}

func TestInjectedFaultsHappen(t *testing.T) {
	s := start(t, slackemu.Options{})
	inject(t, s, "error=fatal_error:auth.test")
	_, err := client(s).AuthTest()
	wantErr(t, err, "fatal_error")
	inject(t, s, "503:auth.test:2")
	if _, err = client(s).AuthTest(); err == nil {
		t.Error("no 503")
	}
	if w := since(t, s, 0).Wire; len(w.Faults) != 1 || w.Faults[0].Left != 1 || w.Faults[0].Kind != "503" {
		t.Errorf("still to come: %+v", w.Faults)
	}
	inject(t, s, "slow:auth.test:1h")
	inject(t, s, "duplicate:4")
	inject(t, s, "lose:chat.update")
	if w := since(t, s, 0).Wire; len(w.Faults) != 4 {
		t.Errorf("still to come: %+v", w.Faults)
	}
	s.Heal()
	if w := since(t, s, 0).Wire; len(w.Faults) != 0 {
		t.Errorf("after healing: %+v", w.Faults)
	}
	_, err = client(s).AuthTest()
	ok(t, err)
}

func TestFaultsHaveTheirTime(t *testing.T) {
	s := start(t, slackemu.Options{})
	inject(t, s, "429:auth.test@every1ms")
	twice := func() bool { return len(since(t, s, 0).Wire.Faults) >= 2 }
	ok(t, s.WaitFor(soon(t), twice))
	s.Heal()
	inject(t, s, "429:auth.test@1h")
	if _, err := client(s).AuthTest(); err != nil {
		if _, limited := err.(*slack.RateLimitedError); !limited {
			t.Error(err) // one may have come just before the healing
		}
	}
}

func TestDroppedAndDismissedSocketsComeBack(t *testing.T) {
	s := start(t, slackemu.Options{})
	run(t, s, nil)
	connected(t, s)
	opened := func() int { return len(s.CallsOf("apps.connections.open")) }
	for _, spec := range []string{"drop", "refresh_requested"} {
		before := opened()
		inject(t, s, spec)
		ok(t, s.WaitFor(soon(t), func() bool { return opened() > before && s.Connected() == 1 }))
	}
	inject(t, s, "hang")
	if w := since(t, s, 0).Wire; w.Hung != 1 {
		t.Errorf("%d hang", w.Hung)
	}
}
