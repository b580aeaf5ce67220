package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"sync"
	"testing"

	"careeradvisor/bot/slackemu"
)

// served is `advisor serve` running against a local Slack.
type served struct {
	*slackemu.Server
	ctx     context.Context
	ann     slackemu.User
	general slackemu.Channel
	dm      slackemu.Channel
	stop    context.CancelFunc
	done    chan int
	log     *syncBuffer
}

// syncBuffer is a buffer that a process under test may write to while it is read.
type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// startServe starts serve with an environment in which {ann} stands for a person's ID.
func startServe(t *testing.T, env ...string) *served {
	t.Helper()
	return startServeWith(t, slackemu.Options{}, env...)
}

func startServeWith(t *testing.T, opts slackemu.Options, env ...string) *served {
	t.Helper()
	opts.AckWithin, opts.TriggerLife = ample, ample
	emu, err := slackemu.Start(opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = emu.Close() })
	ctx := within(t, ample)
	s := &served{Server: emu, ctx: ctx, done: make(chan int, 1), log: &syncBuffer{}}
	s.ann = emu.AddUser("ann")
	s.general = emu.AddChannel("general", s.ann)
	s.dm = emu.OpenDM(s.ann)
	clearEnv(t, append([]string{"SLACK_BOT_TOKEN=" + emu.BotToken(), "SLACK_APP_TOKEN=" + emu.AppToken(),
		"SLACK_API_URL=" + emu.URL(), "ADVISOR_LISTEN=127.0.0.1:0"}, env...))
	t.Setenv("ADVISOR_ADMINS", strings.ReplaceAll(os.Getenv("ADVISOR_ADMINS"), "{ann}", s.ann.ID))
	var runCtx context.Context
	runCtx, s.stop = context.WithCancel(t.Context())
	go func() { s.done <- run(runCtx, []string{"serve"}, strings.NewReader(""), s.log, s.log) }()
	t.Cleanup(func() {
		s.stop()
		if code := <-s.done; code != 0 {
			t.Errorf("serve ended with %d: %s", code, s.log)
		}
	})
	if err := emu.WaitConnected(ctx, 1); err != nil {
		t.Fatalf("%v: %s", err, s.log)
	}
	return s
}

// reads fails the test unless a person can read all of want in m.
func reads(t *testing.T, m slackemu.Message, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(m.Plain(), w) {
			t.Errorf("the person does not read %q in:\n%s", w, m.Plain())
		}
	}
	if len(m.Pings) > 0 {
		t.Errorf("the answer pings %v", m.Pings)
	}
	if m.Text == "" {
		t.Error("no fallback text")
	}
}

func TestServeAnswersASlashCommand(t *testing.T) {
	s := startServe(t)
	s.Command(s.general, s.ann, "/career", "PM vs TPM?")
	m, err := s.Wait(s.ctx, func(m slackemu.Message) bool {
		return m.EphemeralTo == s.ann.ID && strings.Contains(m.Plain(), "PM vs TPM?")
	})
	if err != nil {
		t.Fatal(err, s.log)
	}
	reads(t, m, "PM vs TPM?", "Product Manager", "Technical Product Manager", "market research", "engineering", "Technical Product Manager: the complete guide")
	if !strings.Contains(string(m.Blocks), `"type":"table"`) {
		t.Error("the comparison is no table")
	}
	for _, other := range s.Messages(s.general) {
		if other.FromBot() && other.EphemeralTo == "" {
			t.Errorf("the channel reads the private answer: %s", other.Plain())
		}
	}
}

func TestServeAnswersADirectMessage(t *testing.T) {
	s := startServe(t)
	m, err := s.WaitReply(s.ctx, s.Say(s.dm, s.ann, "how do I become a TPM?"))
	if err != nil {
		t.Fatal(err, s.log)
	}
	reads(t, m, "Build technical expertise", "Gain product management experience", "education and certifications", "How to become a technical product manager")
	if m.ThreadTS != "" {
		t.Error("a direct message is answered in a thread")
	}
	m, err = s.WaitReply(s.ctx, s.Say(s.dm, s.ann, "and the salary?"))
	if err != nil {
		t.Fatal(err, s.log)
	}
	reads(t, m, "₹26.5 lakh")
}

func TestServeAnswersAMention(t *testing.T) {
	s := startServe(t)
	q := s.Say(s.general, s.ann, "<@"+s.BotUser().ID+"> <!channel> who does a senior TPM report to?")
	m, err := s.WaitReply(s.ctx, q)
	if err != nil {
		t.Fatal(err, s.log)
	}
	reads(t, m, "C-level executives", "department heads", "Senior technical product manager")
	if m.ThreadTS != q.TS {
		t.Errorf("answered in thread %q, not under the question %q", m.ThreadTS, q.TS)
	}
	m, err = s.WaitReply(s.ctx, s.Say(s.general, s.ann, "<@"+s.BotUser().ID+"> What's the weather like in Mumbai today?"))
	if err != nil {
		t.Fatal(err, s.log)
	}
	reads(t, m, "My documents don't answer that")
}

func TestServeRefusesAWrongToken(t *testing.T) {
	emu, err := slackemu.Start(slackemu.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer emu.Close()
	r := advise(t, "", []string{"SLACK_BOT_TOKEN=xoxb-hush", "SLACK_APP_TOKEN=" + emu.AppToken(), "SLACK_API_URL=" + emu.URL()}, "serve")
	r.want(t, 1, "SLACK_BOT_TOKEN")
	if strings.Contains(r.err, "hush") {
		t.Errorf("the token is printed: %s", r.err)
	}
}
