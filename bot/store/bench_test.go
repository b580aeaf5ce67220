package store_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/store"
	"careeradvisor/bot/store/storetest"
)

// payload is about the size of an event from Slack.
var payload = []byte(strings.Repeat("x", 1500))

func delivery(n int) memory.Event {
	e := event(fmt.Sprint("C", n%50), fmt.Sprint("event ", n), fmt.Sprint("envelope ", n), fmt.Sprint("message ", n))
	e.Payload = payload
	return e
}

// benchmarks runs f on each kind of database that is on a disk.
func benchmarks(b *testing.B, f func(b *testing.B, s *store.Store)) {
	b.Run("file", func(b *testing.B) { f(b, open(b, store.Options{Path: filepath.Join(b.TempDir(), "advisor.db")})) })
	b.Run("postgres", func(b *testing.B) { f(b, open(b, store.Options{URL: storetest.Start(b).Database(b)})) })
}

// BenchmarkRecord records one event after another.
func BenchmarkRecord(b *testing.B) {
	benchmarks(b, func(b *testing.B, s *store.Store) {
		n := 0
		for b.Loop() {
			n++
			if _, fresh, err := s.Record(b.Context(), delivery(n)); err != nil || !fresh {
				b.Fatal(fresh, err)
			}
		}
	})
}

// BenchmarkRecordBusy records 200 events a second over 50 lanes, while workers take them, save a
// turn for each, and end them. Its times start at the moment when an event was due.
func BenchmarkRecordBusy(b *testing.B) {
	const pace = time.Second / 200
	benchmarks(b, func(b *testing.B, s *store.Store) {
		arrived := make(chan struct{}, b.N)
		var workers, recorders sync.WaitGroup
		for w := range 4 {
			workers.Go(func() {
				for range arrived {
					if err := answerAll(b, s, fmt.Sprint(w)); err != nil {
						b.Error(err)
						return
					}
				}
			})
		}
		took := make([]time.Duration, b.N)
		tick := time.NewTicker(pace)
		defer tick.Stop()
		b.ResetTimer()
		for n := range b.N {
			<-tick.C
			due := time.Now()
			recorders.Go(func() {
				if _, fresh, err := s.Record(b.Context(), delivery(n)); err != nil || !fresh {
					b.Error(fresh, err)
				}
				took[n] = time.Since(due)
				arrived <- struct{}{}
			})
		}
		recorders.Wait()
		b.StopTimer()
		close(arrived)
		workers.Wait()
		slices.Sort(took)
		for name, d := range map[string]time.Duration{"p50-ms": took[b.N/2], "p99-ms": took[b.N*99/100], "max-ms": took[b.N-1]} {
			b.ReportMetric(float64(d.Microseconds())/1000, name)
		}
		if n, err := s.Waiting(b.Context()); err != nil || n > 50 {
			b.Errorf("%d events were left (%v)", n, err)
		}
	})
}

func answerAll(b *testing.B, s *store.Store, worker string) error {
	events, err := s.Take(b.Context(), worker, noon, noon.Add(lease), 2)
	for _, e := range events {
		if err != nil {
			break
		}
		turn := full()
		turn.ID, turn.Channel, turn.Message, turn.Question = fmt.Sprint("turn ", e.ID), e.Lane, e.Keys[0], strings.Repeat("why? ", 20)
		turn.Answer.Lead = strings.Repeat("because ", 150)
		if err = s.SaveTurn(b.Context(), turn); err == nil {
			err = s.Done(b.Context(), e.ID, "answered", noon)
		}
	}
	return err
}

// BenchmarkTake takes and gives back an event while 10,000 are waiting, in few lanes and in many.
func BenchmarkTake(b *testing.B) {
	for _, lanes := range []int{50, 2500} {
		b.Run(fmt.Sprint(lanes), func(b *testing.B) {
			benchmarks(b, func(b *testing.B, s *store.Store) {
				for n := range 10_000 {
					if _, _, err := s.Record(b.Context(), event(fmt.Sprint("C", n%lanes), fmt.Sprint(n))); err != nil {
						b.Fatal(err)
					}
				}
				for b.Loop() {
					if events, err := s.Take(b.Context(), "w", noon, noon, 1); err != nil || len(events) != 1 {
						b.Fatal(len(events), err)
					}
				}
			})
		})
	}
}

// BenchmarkConversation reads the turns of a thread among 20,000 others.
func BenchmarkConversation(b *testing.B) {
	benchmarks(b, func(b *testing.B, s *store.Store) {
		for n := range 20_000 {
			turn := full()
			turn.ID, turn.Thread, turn.Message, turn.Replies = fmt.Sprint(n), fmt.Sprint("thread ", n/5), fmt.Sprint("q ", n), []string{fmt.Sprint("a ", n)}
			if err := s.SaveTurn(b.Context(), turn); err != nil {
				b.Fatal(err)
			}
		}
		for b.Loop() {
			if turns, err := s.Conversation(b.Context(), "C1", "thread 77", noon, 20); err != nil || len(turns) != 5 {
				b.Fatal(len(turns), err)
			}
		}
	})
}
