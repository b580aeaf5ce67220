package inbox

import (
	"slices"
	"strconv"
	"sync"
	"testing"
)

func TestPoolKeepsLanesInOrderAndSideBySide(t *testing.T) {
	p := newPool(100)
	var workers sync.WaitGroup
	var mu sync.Mutex
	done := map[string][]string{}
	both := make(chan struct{}) // closed when jobs of two lanes are under way at the same time
	var inWork, once = 0, sync.Once{}
	for range 4 {
		workers.Go(func() {
			p.run(func(j task) {
				mu.Lock()
				if inWork++; inWork == 2 {
					once.Do(func() { close(both) })
				}
				mu.Unlock()
				<-both
				mu.Lock()
				inWork--
				done[j.Lane] = append(done[j.Lane], j.Surface)
				mu.Unlock()
			})
		})
	}
	var want []string
	for i := range 10 {
		want = append(want, strconv.Itoa(i))
		for _, lane := range []string{"a", "b"} {
			if p.reserve(1) == 0 {
				t.Fatal("no room")
			}
			p.submit(task{Job: Job{Lane: lane, Surface: strconv.Itoa(i)}})
		}
	}
	p.close()
	workers.Wait()
	for _, lane := range []string{"a", "b"} {
		if !slices.Equal(done[lane], want) {
			t.Errorf("lane %s was done as %v", lane, done[lane])
		}
	}
	if len(p.lanes) != 0 || p.held != 0 {
		t.Errorf("left: %d lanes, %d places", len(p.lanes), p.held)
	}
}

func TestPoolIsBounded(t *testing.T) {
	p := newPool(2)
	for i, want := range []bool{true, true, false} {
		if got := p.reserve(1) == 1; got != want {
			t.Errorf("reservation %d of 2: %v", i+1, got)
		}
	}
	p.submit(task{})
	<-p.ready
	p.release(1)
	if p.reserve(1) == 0 {
		t.Error("a taken job still holds its place")
	}
	p.close()
	if p.reserve(1) == 1 {
		t.Error("a closed pool takes jobs")
	}
}
