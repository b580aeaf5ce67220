package main

import (
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/store/storetest"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

var parking = library.Entry{Question: "Where can I park?", Answer: "Behind the house.", By: "ann"}

func answerTo(t *testing.T, l *library.Library, question string) string {
	t.Helper()
	a, err := l.Answer(t.Context(), knowledge.Question{Text: question})
	if err != nil {
		t.Fatal(err)
	}
	return a.Text()
}

// TestServeSharesAnswers runs two processes on one PostgreSQL, and a third that starts once both
// are gone.
func TestServeSharesAnswers(t *testing.T) {
	url := storetest.Start(t).Database(t)
	emu, err := slackemu.Start(slackemu.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = emu.Close() })
	ctx := within(t, ample)
	here, there := startSharing(t, emu, url), startSharing(t, emu, url)
	id, err := here.library.Publish(t.Context(), parking)
	if err != nil {
		t.Fatal(err)
	}
	there.tick()
	for _, q := range []string{parking.Question, "where do I park", "Is there parking?"} {
		if text := answerTo(t, there.library, q); text != parking.Answer {
			t.Errorf("%s: the other process says %q", q, text)
		}
	}
	here.stop()
	there.stop()

	third := startSharing(t, emu, url)
	if err := emu.WaitConnected(ctx, 1); err != nil {
		t.Fatal(err)
	}
	ann := emu.AddUser("ann")
	m, err := emu.WaitReply(ctx, emu.Say(emu.OpenDM(ann), ann, parking.Question))
	if err != nil {
		t.Fatal(err)
	}
	reads(t, m, parking.Answer, "Source: "+parking.Question)

	withdraw(t, url, strings.TrimPrefix(id, "answers/"))
	third.tick()
	if text := answerTo(t, third.library, parking.Question); text == parking.Answer {
		t.Errorf("what was withdrawn is answered: %s", text)
	}
	third.stop()
	if text := answerTo(t, startSharing(t, emu, url).library, parking.Question); text == parking.Answer {
		t.Errorf("what was withdrawn is back: %s", text)
	}
}

// sharing is `advisor serve` with a data dir of its own and the test's clock.
type sharing struct {
	library *library.Library
	tick    func() // returns when all that was shared before is known
	stop    func()
}

func startSharing(t *testing.T, emu *slackemu.Server, url string) sharing {
	t.Helper()
	clearEnv(t, []string{"SLACK_BOT_TOKEN=" + emu.BotToken(), "SLACK_APP_TOKEN=" + emu.AppToken(),
		"SLACK_API_URL=" + emu.URL(), "ADVISOR_DATABASE_URL=" + url})
	c, err := readConfig()
	if err != nil {
		t.Fatal(err)
	}
	ticks := make(chan time.Time)
	c.ticks = ticks
	ctx, cancel := context.WithCancel(t.Context())
	opened, done := make(chan *library.Library, 1), make(chan error, 1)
	go func() {
		done <- serveWith(ctx, c, slog.New(slog.NewTextHandler(io.Discard, nil)), func(l *library.Library) { opened <- l })
	}()
	p := sharing{
		tick: func() { // twice to see that nothing changes any more, and once to wait for the second time
			for range 3 {
				ticks <- time.Now()
			}
		},
		stop: sync.OnceFunc(func() {
			cancel()
			if err := <-done; err != nil {
				t.Errorf("serve ended with %v", err)
			}
		}),
	}
	t.Cleanup(p.stop)
	select {
	case p.library = <-opened:
	case err := <-done:
		done <- err
		t.Fatalf("serve ended with %v", err)
	}
	return p
}

// withdraw takes back an answer the way docs/operations.md says.
func withdraw(t *testing.T, url, name string) {
	t.Helper()
	c, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(t.Context())
	tag, err := c.Exec(t.Context(), "UPDATE entries SET withdrawn = TRUE WHERE name = $1", name)
	if err != nil || tag.RowsAffected() != 1 {
		t.Fatalf("%v, %v", tag, err)
	}
}

// TestEveryCommandReadsAnswers, except the one that scores.
func TestEveryCommandReadsAnswers(t *testing.T) {
	folder, data := t.TempDir(), t.TempDir()
	write(t, filepath.Join(folder, "keeper.md"), keeper)
	answers := filepath.Join(data, "answers")
	if err := os.Mkdir(answers, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(answers, "2026-05-04-parking.md"), "# "+parking.Question+"\n\n"+parking.Answer+"\n")
	env := []string{"ADVISOR_KNOWLEDGE=" + folder, "ADVISOR_DATA_DIR=" + data}
	advise(t, "", env, "ask", parking.Question).want(t, 0, parking.Answer, "answers/")
	advise(t, "", env, "index").want(t, 0, "2 documents")
	advise(t, "", env, "check").want(t, 1, "2 documents")
	set := filepath.Join(t.TempDir(), "set.jsonl")
	write(t, set, `{"id":"a","q":"Where can I park?","kind":"fact","expect":"refuse"}`+"\n")
	advise(t, "", env, "eval", set).want(t, 0, "1 of    1")
	advise(t, "", env, "ask", parking.Question).want(t, 0, parking.Answer)
}
