package bot_test

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"careeradvisor/bot"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/wire"
)

// world is a workspace with a person, the bot running in it, and the stand-in for the engine.
type world struct {
	*slackemu.Server
	t       *testing.T
	ctx     context.Context
	engine  *engine
	library *library
	memory  *frailMemory
	other   memory.Store // in place of memory, if not nil
	bot     *bot.Bot
	log     *journal
	figures *prometheus.Registry // of the bot that was made last
	ann     slackemu.User
	general slackemu.Channel
	dm      slackemu.Channel

	stop func()
	done chan error // Run's result, once
}

// ample is far longer than anything takes, even on a busy machine: only a test that hangs reaches
// it.
const ample = 3 * time.Minute

// unhurried is a Slack that waits for a bot on a slow machine, unless it is told otherwise: if it
// gave up after three seconds, each machine would run a different test.
func unhurried(o slackemu.Options) slackemu.Options {
	if o.AckWithin == 0 {
		o.AckWithin = ample
	}
	o.TriggerLife = ample
	return o
}

// start makes a world with a running bot. adjust may be nil.
func start(t *testing.T, opts slackemu.Options, adjust func(*bot.Config)) *world {
	t.Helper()
	w := prepare(t, opts)
	cfg := w.config()
	if adjust != nil {
		adjust(&cfg)
	}
	w.run(cfg)
	w.must(w.WaitConnected(w.ctx, 1))
	return w
}

// prepare makes a world in which no bot runs yet.
func prepare(t *testing.T, opts slackemu.Options) *world {
	t.Helper()
	emu, err := slackemu.Start(unhurried(opts))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = emu.Close() })
	ctx, cancel := context.WithTimeout(t.Context(), ample)
	t.Cleanup(cancel)
	w := &world{Server: emu, t: t, ctx: ctx, engine: &engine{}, library: &library{}, memory: newMemory(t), log: &journal{}}
	w.ann = emu.AddUser("ann")
	w.general = emu.AddChannel("general", w.ann)
	w.dm = emu.OpenDM(w.ann)
	return w
}

// config is for a bot that Slack does not limit, and that shows no signs of life.
func (w *world) config() bot.Config {
	return bot.Config{Access: wire.Access{BotToken: w.BotToken(), AppToken: w.AppToken(), APIURL: w.URL(), Unlimited: true}, Patience: ample}
}

func (w *world) make(cfg bot.Config) *bot.Bot {
	w.t.Helper()
	w.figures = prometheus.NewRegistry()
	var m memory.Store = w.memory
	if w.other != nil {
		m = w.other
	}
	b, err := bot.New(cfg, bot.Parts{
		Answerer: w.engine, Library: w.library, Memory: m,
		Log:     slog.New(slog.NewTextHandler(w.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
		Metrics: w.figures,
	})
	w.must(err)
	return b
}

// run starts the bot, with a log of its own, and makes sure that it ends cleanly with the test.
func (w *world) run(cfg bot.Config) {
	w.t.Helper()
	w.log = &journal{}
	w.bot = w.make(cfg)
	ctx, cancel := context.WithCancel(context.Background())
	b, done := w.bot, make(chan error, 1)
	w.stop, w.done = cancel, done
	go func() { done <- b.Run(ctx) }()
	w.t.Cleanup(func() {
		cancel()
		select {
		case err := <-done:
			if err != nil {
				w.t.Errorf("Run: %v", err)
			}
		case <-time.After(ample):
			w.t.Error("Run does not end")
		}
		w.checkCalls()
		if s := w.log.String(); strings.Contains(s, w.BotToken()) || strings.Contains(s, w.AppToken()) || strings.Contains(s, "/response/") {
			w.t.Errorf("a secret is in the log:\n%s", s)
		}
		if w.t.Failed() {
			w.t.Logf("log:\n%s", w.log)
		}
	})
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatalf("%v\nlog:\n%s", err, w.log)
	}
}

// reply is the bot's first message after m.
func (w *world) reply(m slackemu.Message) slackemu.Message {
	w.t.Helper()
	r, err := w.WaitReply(w.ctx, m)
	w.must(err)
	return r
}

// whisper is the first message that only ann sees in ch and that contains text.
func (w *world) whisper(ch slackemu.Channel, text string) slackemu.Message {
	w.t.Helper()
	m, err := w.Wait(w.ctx, func(m slackemu.Message) bool {
		return m.Channel == ch.ID && m.EphemeralTo == w.ann.ID && strings.Contains(m.Plain(), text)
	})
	w.must(err)
	return m
}

func (w *world) mention(text string) slackemu.Message {
	return w.Say(w.general, w.ann, w.BotUser().Mention()+" "+text)
}

// settled waits until everything sent so far is acked, and then stops the bot, which finishes what
// it has in hand.
func (w *world) settled() {
	w.t.Helper()
	w.must(w.WaitIdle(w.ctx))
	w.stop()
	err := <-w.done
	w.must(err)
	w.done <- err // for the end of the test
}

// said are the bot's messages in ch.
func (w *world) said(ch slackemu.Channel) []slackemu.Message {
	return slices.DeleteFunc(w.Messages(ch), func(m slackemu.Message) bool { return m.User != w.BotUser().ID })
}

// expect compares what a person reads, without the last two lines: the buttons that are below every
// answer.
func expect(t *testing.T, m slackemu.Message, want ...string) {
	t.Helper()
	got := m.Plain()
	if i := strings.LastIndex(got, "\n"); i > 0 && strings.Contains(got[i:], "[👍 Helpful]") {
		got = got[:strings.LastIndex(got[:i], "\n")]
	}
	if got != strings.Join(want, "\n") {
		t.Errorf("the person reads\n%s\nand not\n%s", got, strings.Join(want, "\n"))
	}
	if len(m.Pings) > 0 {
		t.Errorf("the message pings %v", m.Pings)
	}
}

// checkCalls makes sure that no message from the bot does what none may do.
func (w *world) checkCalls() {
	for _, c := range w.Calls() {
		switch c.Method {
		case "chat.postMessage", "chat.postEphemeral", "response_url":
			if c.Args["delete_original"] == "true" {
				continue
			}
			if c.Args["unfurl_links"] != "false" || c.Args["unfurl_media"] != "false" {
				w.t.Errorf("%s unfurls: %v", c.Method, c.Args)
			}
			if c.Args["mrkdwn"] != "false" || c.Args["parse"] != "" || c.Args["link_names"] != "" {
				w.t.Errorf("%s lets text format: %v", c.Method, c.Args)
			}
			if c.Args["text"] == "" {
				w.t.Errorf("%s has no text: %v", c.Method, c.Args)
			}
		}
	}
}
