package store_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"careeradvisor/bot/store"
)

// settleNow copies the log into the file.
func settleNow(t *testing.T, s *store.Store) {
	t.Helper()
	tick := make(chan time.Time)
	ctx, end := context.WithCancel(t.Context())
	var settled sync.WaitGroup
	settled.Go(func() { s.Settle(ctx, tick) })
	for range 2 { // the second is taken when the first is dealt with
		tick <- noon
	}
	end()
	settled.Wait()
}

// TestSettling looks for a turn in the file alone, as after a power cut.
func TestSettling(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "advisor.db")
	s := open(t, store.Options{Path: path})
	save(t, s, full())
	settleNow(t, s)
	copied, err := os.ReadFile(path)
	must(t, err)
	alone := filepath.Join(dir, "alone.db")
	must(t, os.WriteFile(alone, copied, 0o600))
	_, err = open(t, store.Options{Path: alone}).Turn(t.Context(), "T1")
	must(t, err)
}

func TestLongLogBeginsAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "advisor.db")
	s := open(t, store.Options{Path: path})
	big := full()
	big.Question = strings.Repeat("x", 20<<20)
	save(t, s, big)
	settleNow(t, s)
	info, err := os.Stat(path + "-wal")
	must(t, err)
	if info.Size() > 1<<20 {
		t.Errorf("the log has %d bytes still", info.Size())
	}
}

// TestForgottenIsOverwritten looks into the file itself.
func TestForgottenIsOverwritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "advisor.db")
	s := open(t, store.Options{Path: path})
	const secret = "may I ask something unmistakable"
	asked := full()
	asked.Question, asked.Answer.Lead = secret, strings.Repeat(secret, 1000) // over several pages
	save(t, s, asked)
	said := event("A", "1")
	said.Payload = []byte(secret)
	must(t, s.Done(t.Context(), record(t, s, said), "answered", noon))
	settleNow(t, s)
	wantInFile := func(want bool) {
		t.Helper()
		text, err := os.ReadFile(path)
		must(t, err)
		if got := bytes.Contains(text, []byte(secret)); got != want {
			t.Errorf("the words are in the file: %v, want %v", got, want)
		}
	}
	wantInFile(true)
	_, err := s.Forget(t.Context(), asked.Asker)
	must(t, err)
	must(t, s.Close())
	wantInFile(false)
}
