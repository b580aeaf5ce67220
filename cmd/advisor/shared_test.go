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

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/store"
	"careeradvisor/bot/store/storetest"
	"careeradvisor/knowledge"
)

// sharingShelf is a shelf of a process that shares its answers.
func sharingShelf(t *testing.T, s *store.Store) *shelf {
	t.Helper()
	data := t.TempDir()
	fetchFirst(t.Context(), &advisorConfig{DataDir: data}, s, slog.New(slog.DiscardHandler))
	shelf := openShelf(t, data, builtin)
	shelf.shared = s
	return shelf
}

func openStore(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// TestSharedAnswers are known to others at their next tick, and to those who start later.
func TestSharedAnswers(t *testing.T) {
	s := openStore(t)
	here, there := sharingShelf(t, s), sharingShelf(t, s)
	id := publish(t, here, parking)
	if !strings.Contains(id, "-where-can-i-park-") {
		t.Errorf("the document is called %s", id)
	}
	if again := publish(t, there, parking); again == id {
		t.Errorf("two processes gave the name %s", id)
	}
	gym := parking
	gym.Question, gym.Answer = "Is there a gym?", "In the cellar."
	publish(t, here, gym)

	ticks := make(chan time.Time)
	end := there.keepUp(t.Context(), ticks)
	ticks <- time.Now()
	ticks <- time.Now() // taken when the first is dealt with
	if text, _ := answersOf(t, there, gym.Question); text != gym.Answer {
		t.Errorf("the other process says %q", text)
	}
	end()
	if text, _ := answersOf(t, sharingShelf(t, s), gym.Question); text != gym.Answer {
		t.Errorf("a new process says %q", text)
	}

	// What is known already is not opened again.
	before, done := here.read()
	done()
	for range 2 {
		if err := here.catchUp(t.Context()); err != nil {
			t.Fatal(err)
		}
		after, done := here.read()
		done()
		if know := len(after.answers); know != 3 {
			t.Errorf("%d answers are open, want 3", know)
		}
		if after == before {
			return
		}
		before = after
	}
	t.Error("the documents are opened at every tick")
}

// TestPublishWithoutTheDatabase tells the admin, and keeps nothing.
func TestPublishWithoutTheDatabase(t *testing.T) {
	s := openStore(t)
	shelf := sharingShelf(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := shelf.Publish(t.Context(), parking)
	if say := knowledge.Say(err); !strings.HasPrefix(say, "I could not keep your answer: my database") {
		t.Errorf("told %q", say)
	}
	if names, err := answerNames(shelf.config.answersDir()); len(names) > 0 || err != nil {
		t.Errorf("left behind: %v, %v", names, err)
	}
	if text, _ := answersOf(t, shelf, parking.Question); text != "" {
		t.Errorf("it answers all the same: %s", text)
	}
	if _, docs := answersOf(t, shelf, "What is a TPM?"); len(docs) == 0 {
		t.Error("the old library is gone")
	}
	log := &syncBuffer{}
	shelf.log = slog.New(slog.NewTextHandler(log, nil))
	ticks := make(chan time.Time)
	end := shelf.keepUp(t.Context(), ticks)
	for range 3 {
		ticks <- time.Now()
	}
	end()
	if n := strings.Count(log.String(), "cannot be fetched"); n != 1 {
		t.Errorf("the failure is logged %d times: %s", n, log)
	}
}

// TestFetch meets names that lead out of the folder, and answers that were withdrawn.
func TestFetch(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "in", "answers")
	entry := func(name string) store.Entry { return store.Entry{Name: name, Text: "text of " + name} }
	if err := fetch(dir, []store.Entry{entry("a.md"), entry("b.md")}); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "own.md"), "written by hand")
	gone, never := entry("a.md"), entry("z.md")
	gone.Withdrawn, never.Withdrawn = true, true
	changed := entry("b.md")
	changed.Text = "another"
	err := fetch(dir, []store.Entry{entry("../out.md"), entry(".hidden.md"), entry("c/d.md"), entry("e.txt"), gone, changed, entry("f.md"), never})
	if err == nil || !strings.Contains(err.Error(), `"../out.md"`) {
		t.Errorf("the first failure is told as %v", err)
	}
	got, err := answerNames(dir)
	if d := cmp.Diff([]string{"b.md", "f.md", "own.md"}, got); d != "" || err != nil {
		t.Error(d, err)
	}
	if text, _ := os.ReadFile(filepath.Join(dir, "b.md")); string(text) != "text of b.md" {
		t.Errorf("a file was written again: %s", text)
	}
	if _, err := os.Stat(filepath.Join(dir, "..", "out.md")); err == nil {
		t.Error("a file was written outside the folder")
	}
}

// TestServeSharesAnswers runs two processes on one PostgreSQL, and a third that comes
// when both are gone.
func TestServeSharesAnswers(t *testing.T) {
	url := storetest.Start(t).Database(t)
	emu, err := slackemu.Start(slackemu.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = emu.Close() })
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	here, there := startSharing(t, emu, url), startSharing(t, emu, url)
	id := publish(t, here.shelf, parking)
	there.tick()
	wantAnswer(t, there.shelf, id)
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

	withdraw(t, url, strings.TrimPrefix(id, answersPrefix))
	third.tick()
	if text, _ := answersOf(t, third.shelf, parking.Question); text != "" {
		t.Errorf("what was withdrawn is answered: %s", text)
	}
	third.stop()
	if text, _ := answersOf(t, startSharing(t, emu, url).shelf, parking.Question); text != "" {
		t.Errorf("what was withdrawn is back: %s", text)
	}
}

// sharing is `advisor serve` with a data dir of its own and a clock of the test.
type sharing struct {
	shelf *shelf
	tick  func() // returns when all that was shared before is known
	stop  func()
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
	opened, done := make(chan *shelf, 1), make(chan error, 1)
	go func() {
		done <- serveWith(ctx, c, slog.New(slog.NewTextHandler(io.Discard, nil)), func(s *shelf) { opened <- s })
	}()
	p := sharing{
		tick: func() { ticks <- time.Now(); ticks <- time.Now() },
		stop: sync.OnceFunc(func() {
			cancel()
			if err := <-done; err != nil {
				t.Errorf("serve ended with %v", err)
			}
		}),
	}
	t.Cleanup(p.stop)
	select {
	case p.shelf = <-opened:
	case err := <-done:
		done <- err
		t.Fatalf("serve ended with %v", err)
	}
	return p
}

// withdraw does what docs/operations.md says.
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
