package store_test

import (
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

// TestSettling looks for a turn in the file alone, as it is after a power cut.
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
