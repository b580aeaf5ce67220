package store_test

import (
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"testing/synctest"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/store"
)

// TestRecordGoesFirst makes many writers wait for one that takes its time: work that Slack is
// waiting for does not wait for them.
func TestRecordGoesFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := open(t, store.Options{Path: filepath.Join(t.TempDir(), "advisor.db")})
		must(t, s.Exec(t.Context(), `CREATE TRIGGER note AFTER INSERT ON events BEGIN
			INSERT INTO occasions (key, seen) SELECT 'recorded', COUNT(*) FROM occasions; END`))
		release := s.Hold(t.Context())
		var all sync.WaitGroup
		for i := range 20 {
			all.Go(func() {
				if _, err := s.Once(t.Context(), fmt.Sprint(i), noon); err != nil {
					t.Error(err)
				}
			})
		}
		synctest.Wait()
		all.Go(func() {
			if _, _, err := s.Record(t.Context(), memory.Event{Keys: []string{"k"}, Kind: "events_api", Lane: "l", Received: noon}); err != nil {
				t.Error(err)
			}
		})
		synctest.Wait()
		release()
		all.Wait()
		before, err := s.Number(t.Context(), `SELECT seen FROM occasions WHERE key = 'recorded'`)
		must(t, err)
		if before > 1 {
			t.Errorf("%d others wrote before an event was recorded, want the one that stood in the line", before)
		}
	})
}
