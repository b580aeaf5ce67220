package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
)

// toStart makes a local Slack, and the environment to serve it from a folder of documents, one of
// which is good, with a data dir.
func toStart(t *testing.T, data string) (*slackemu.Server, []string) {
	t.Helper()
	s := hasty(t)
	dir := t.TempDir()
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	return s, []string{"SLACK_BOT_TOKEN=" + s.BotToken(), "SLACK_APP_TOKEN=" + s.AppToken(), "SLACK_API_URL=" + s.URL(),
		"ADVISOR_KNOWLEDGE=" + dir, "ADVISOR_DATA_DIR=" + data}
}

// TestFaultDamagedDatabase: neither serve nor check starts over with an empty one on its own.
func TestFaultDamagedDatabase(t *testing.T) {
	data := t.TempDir()
	_, env := toStart(t, data)
	write(t, filepath.Join(data, "advisor.db"), strings.Repeat("this is no database, ", 500))
	for _, command := range []string{"serve", "check"} {
		advise(t, "", env, command).want(t, 1, "The database "+filepath.Join(data, "advisor.db")+" is damaged", "restore a copy, or move")
	}
}

// TestFaultNoDataDir: something else is where the data dir should be.
func TestFaultNoDataDir(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	_, env := toStart(t, data)
	write(t, data, "a file")
	for _, command := range []string{"serve", "check"} {
		advise(t, "", env, command).want(t, 1, data)
	}
}

// TestFaultReadOnlyDataDir needs a user who is bound by permissions.
func TestFaultReadOnlyDataDir(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("SKIPPED: root may write everywhere; TestFaultDisk covers it where it may mount")
	}
	data := t.TempDir()
	if err := os.Chmod(data, 0o500); err != nil {
		t.Fatal(err)
	}
	_, env := toStart(t, data)
	for _, command := range []string{"serve", "check"} {
		advise(t, "", env, command).want(t, 1, "make its folder writable", data)
	}
}

// TestFaultBadDocuments: a bad one is left out and named; without any good one there is nothing to
// serve.
func TestFaultBadDocuments(t *testing.T) {
	s, env := toStart(t, t.TempDir())
	dir := strings.TrimPrefix(env[3], "ADVISOR_KNOWLEDGE=")
	write(t, filepath.Join(dir, "broken.txt"), "\x00\x01\x02\x03 no text")
	ctx := within(t, ample)
	p := spawn(t, s, "serve", append(env, "ADVISOR_LOG_LEVEL=info")...)
	well(t, s.WaitConnected(ctx, 2), p)
	ann := s.AddUser("ann")
	m, err := s.WaitReply(ctx, s.Say(s.OpenDM(ann), ann, "What does a lighthouse keeper earn?"))
	well(t, err, p)
	reads(t, m, "31,000 crowns")
	if !strings.Contains(p.log.String(), "broken.txt") {
		t.Errorf("the log does not name it:\n%s", p.log)
	}
	p.kill()
	if err := os.Remove(filepath.Join(dir, "keeper.md")); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"serve", "check"} {
		advise(t, "", env, command).want(t, 1, "None of the documents can be used", "broken.txt")
	}
}

// TestFaultDamagedGeneration: the generation is built again, and serve says so.
func TestFaultDamagedGeneration(t *testing.T) {
	data := t.TempDir()
	s, env := toStart(t, data)
	advise(t, "", env, "index").want(t, 0)
	found, _ := filepath.Glob(filepath.Join(data, "index", "gen-*", "*"))
	for _, f := range found {
		if info, err := os.Stat(f); err == nil && info.Mode().IsRegular() {
			write(t, f, "{")
		}
	}
	ctx := within(t, ample)
	p := spawn(t, s, "serve", env...)
	well(t, s.WaitConnected(ctx, 2), p)
	ann := s.AddUser("ann")
	m, err := s.WaitReply(ctx, s.Say(s.OpenDM(ann), ann, "What does a lighthouse keeper earn?"))
	well(t, err, p)
	reads(t, m, "31,000 crowns")
	if !strings.Contains(p.log.String(), "built again") {
		t.Errorf("the log does not say so:\n%s", p.log)
	}
}
