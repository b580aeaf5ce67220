package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/slackemu"
	"careeradvisor/knowledge/library"
	"careeradvisor/knowledge/race"
)

// realHandbook is a copy of a public handbook, which a fresh clone does not have.
func realHandbook(t *testing.T) string {
	t.Helper()
	const shared = repository + "/../shared/real/civicactions/docs"
	if _, err := os.Stat(shared); err != nil {
		t.Skip("SKIPPED: no shared folder beside this checkout, so no real handbook to edit")
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(shared)); err != nil {
		t.Fatal(err)
	}
	files := 0
	if err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil {
			err = os.Chmod(path, 0o700) // the original may only be read
		}
		if err == nil && !d.IsDir() {
			if files++; race.Enabled && files > 20 {
				err = os.Remove(path)
			}
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return dir
}

// diver is a document that no handbook has.
func diver(crowns string) string {
	return "---\nrole: Harbour Diver\n---\n# Harbour Diver\n\n## Salary of a harbour diver\n\nA harbour diver earns " + crowns + " crowns a year.\n"
}

// TestServeFollowsARealHandbook, and so does the playground, which keeps nothing on disk: answers
// follow a new file, an edit and a deleted file without a restart. With -long they look by their
// own clock, and the test prints how long that takes.
func TestServeFollowsARealHandbook(t *testing.T) {
	for _, mode := range []string{"serve", "playground"} {
		t.Run(mode, func(t *testing.T) {
			dir := realHandbook(t)
			s, ticks := startFollowing(t, mode, dir)
			file := filepath.Join(dir, "harbour-diver.md")
			for n, step := range []struct {
				what string
				do   func() error
				has  string
				not  string
			}{
				{"a new file", func() error { return os.WriteFile(file, []byte(diver("51,000")), 0o644) }, "51,000 crowns", ""},
				{"an edit", func() error { return os.WriteFile(file, []byte(diver("62,000")), 0o644) }, "62,000 crowns", "51,000"},
				{"a file that is gone", func() error { return os.Remove(file) }, "", "crowns"},
			} {
				began := time.Now()
				if err := step.do(); err != nil {
					t.Fatal(err)
				}
				for range asMany(0, 2) { // it is noticed, and quiet
					ticks <- time.Now()
				}
				s.until(t, func() (bool, string) {
					return strings.Count(s.log.String(), "documents were reopened") > n, step.what + " is not noticed:\n" + s.log.String()
				})
				t.Logf("%s: %s is answered from after %.1f s", mode, step.what, time.Since(began).Seconds())
				m, err := s.WaitReply(s.ctx, s.Say(s.dm, s.ann, "What does a harbour diver earn?"))
				must(t, s, err)
				if text := m.Plain(); !strings.Contains(text, step.has) || step.not != "" && strings.Contains(text, step.not) {
					t.Errorf("after %s the person reads\n%s", step.what, text)
				}
			}
		})
	}
}

// startFollowing starts serve, or the bot as the playground runs it, on a folder. It looks at the
// files at every tick, or by its own clock with -long.
func startFollowing(t *testing.T, mode, dir string) (*served, chan<- time.Time) {
	t.Helper()
	clearEnv(t, nil)
	c, err := readConfig()
	if err != nil {
		t.Fatal(err)
	}
	f := playgroundFlags{addr: "127.0.0.1:0", knowledge: []string{dir}}
	g, err := startGround(f)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = g.Close() })
	inGround := g.configure(c, f)
	if mode == "serve" {
		inGround.Advisor.DataDir = t.TempDir()
	}
	ticks := make(chan time.Time)
	if !*long {
		inGround.ticks = ticks
	}
	s := &served{Server: g.Server, ctx: within(t, ample), log: &syncBuffer{}, ann: g.people[0], dm: g.OpenDM(g.people[0])}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		done <- serveWith(ctx, inGround, slog.New(slog.NewTextHandler(s.log, nil)), func(*library.Library) {})
	}()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Errorf("the bot ended with %v", err)
		}
	})
	if err := s.WaitConnected(s.ctx, 1); err != nil {
		t.Fatal(err, s.log)
	}
	return s, ticks
}

// TestServeAnswersFromTheFirstDocumentsOfMany: it connects and answers while the rest is being
// read, says so, and ends cleanly when told to.
func TestServeAnswersFromTheFirstDocumentsOfMany(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.md"), diver("51,000"))
	for n := range 400 {
		write(t, filepath.Join(dir, fmt.Sprintf("m%03d.md", n)), fmt.Sprintf("# Boats %d\n\n", n)+strings.Repeat("Boats go out in the morning. They come back at night.\n\n", 60))
	}
	s := startServe(t, "ADVISOR_KNOWLEDGE="+dir)
	s.ctx = within(t, ample)
	m, err := s.WaitReply(s.ctx, s.Say(s.dm, s.ann, "What does a harbour diver earn?"))
	must(t, s, err)
	reads(t, m, "51,000 crowns")
	if log := s.log.String(); !strings.Contains(log, "documents are open") {
		t.Errorf("the log does not say so:\n%s", log)
	}
	s.logs(t, "documents were reopened")
	s.becomes(t, "/readyz", 200, "401 documents are open")
}

// TestServeSaysThatDocumentsCannotBeOpenedAnew where an operator looks: in the log, on Home, on
// /readyz and in the figures. The old ones keep answering.
func TestServeSaysThatDocumentsCannotBeOpenedAnew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "docs")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "diver.md"), diver("51,000"))
	write(t, filepath.Join(dir, "void.md"), "")
	s := startServe(t, "ADVISOR_KNOWLEDGE="+dir, "ADVISOR_ADMINS={ann}")
	s.ctx = within(t, ample)
	s.OpenHome(s.ann)
	home, err := s.WaitHome(s.ctx, s.ann, func(v slackemu.View) bool {
		return strings.Contains(v.Plain(), "1 documents with 1 passages, opened on ")
	})
	must(t, s, err)
	if text := home.Plain(); !strings.Contains(text, `Left out: The file "void.md" holds no text`) || strings.Contains(text, "have changed") {
		t.Errorf("the admin reads\n%s", text)
	}
	if err := os.Rename(dir, dir+".away"); err != nil {
		t.Fatal(err)
	}
	s.logs(t, "cannot be reopened")
	s.OpenHome(s.ann)
	_, err = s.WaitHome(s.ctx, s.ann, func(v slackemu.View) bool {
		return strings.Contains(v.Plain(), "The documents have changed and cannot be reopened, since ") && strings.Contains(v.Plain(), "There is no folder")
	})
	must(t, s, err)
	s.becomes(t, "/readyz", 200, "They have changed, and cannot be reopened: There is no folder")
	s.becomes(t, "/metrics", 200, "advisor_documents_stale 1")
	m, err := s.WaitReply(s.ctx, s.Say(s.dm, s.ann, "What does a harbour diver earn?"))
	must(t, s, err)
	reads(t, m, "51,000 crowns")
}
