package slackemu_test

import (
	"context"
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"careeradvisor/bot/slackemu"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"
)

// ample is far longer than anything takes, even on a busy machine: only a test that hangs reaches
// it.
const ample = 3 * time.Minute

// soon bounds every wait; nothing waits for it unless a test fails.
func soon(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), ample)
	t.Cleanup(cancel)
	return ctx
}

// start starts a Slack that is slow to give up on anybody, unless it is told otherwise.
func start(t *testing.T, opts slackemu.Options) *slackemu.Server {
	t.Helper()
	if opts.AckWithin == 0 {
		opts.AckWithin = ample
	}
	if opts.Now == nil {
		opts.TriggerLife = ample
	}
	s, err := slackemu.Start(opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return s
}

func client(s *slackemu.Server) *slack.Client {
	return slack.New(s.BotToken(), slack.OptionAPIURL(s.URL()), slack.OptionAppLevelToken(s.AppToken()))
}

// bot is a real Socket Mode client whose events a test handles.
type bot struct {
	*socketmode.Client
	mu   sync.Mutex
	seen []socketmode.Event
}

// run connects a bot. handle may be nil, which acks everything with an empty payload.
func run(t *testing.T, s *slackemu.Server, handle func(b *bot, e socketmode.Event), opts ...socketmode.Option) *bot {
	t.Helper()
	b := &bot{Client: socketmode.New(client(s), opts...)}
	if handle == nil {
		handle = ackAll
	}
	ctx, cancel := context.WithCancel(context.Background())
	var work sync.WaitGroup
	work.Go(func() { _ = b.RunContext(ctx) })
	work.Go(func() {
		for {
			select {
			case <-ctx.Done():
				return
			case e := <-b.Events:
				b.mu.Lock()
				b.seen = append(b.seen, e)
				b.mu.Unlock()
				handle(b, e)
			}
		}
	})
	t.Cleanup(func() { cancel(); work.Wait() })
	return b
}

func ackAll(b *bot, e socketmode.Event) {
	if e.Request != nil && e.Request.EnvelopeID != "" {
		_ = b.Ack(*e.Request)
	}
}

// events are the requests of one type that the bot has received.
func (b *bot) events(kind socketmode.EventType) []socketmode.Event {
	b.mu.Lock()
	defer b.mu.Unlock()
	var found []socketmode.Event
	for _, e := range b.seen {
		if e.Type == kind {
			found = append(found, e)
		}
	}
	return found
}

// inner is the inner event of an Events API envelope.
func inner(t *testing.T, e slackemu.Envelope) map[string]any {
	t.Helper()
	var payload struct{ Event map[string]any }
	if err := json.Unmarshal(e.Payload, &payload); err != nil {
		t.Fatal(err)
	}
	return payload.Event
}

// names are the events of all envelopes so far, oldest first.
func names(s *slackemu.Server) string {
	var all []string
	for _, e := range s.Envelopes() {
		all = append(all, e.Event)
	}
	return strings.Join(all, " ")
}

func connected(t *testing.T, s *slackemu.Server) {
	t.Helper()
	if err := s.WaitConnected(soon(t), 1); err != nil {
		t.Fatal(err)
	}
}

func idle(t *testing.T, s *slackemu.Server) {
	t.Helper()
	if err := s.WaitIdle(soon(t)); err != nil {
		t.Fatal(err)
	}
}

func wantErr(t *testing.T, err error, code string) {
	t.Helper()
	if err == nil || err.Error() != code {
		t.Errorf("error is %v, want %s", err, code)
	}
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
