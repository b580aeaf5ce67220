package vectors

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"careeradvisor/knowledge/encoder/nearest"
)

// Maker makes vectors. Its methods may be called concurrently, and each call uses one
// core.
type Maker interface {
	Passages(texts []string) [][]float32
	Query(text string) []float32
	Checksum() string // of its weights
	Kernel() string
	Width() int
}

// MadeBy says what kind of vectors m makes.
func MadeBy(m Maker) Made { return Made{Weights: m.Checksum(), Kernel: m.Kernel(), Width: m.Width()} }

// batch is how many texts are handed to the maker at once: a few tenths of a second of work, after
// which it can be stopped.
const batch = 32

// work is texts that are being turned into vectors.
type work struct {
	by    Maker
	texts *texts
	which []int
	told  func(done int)

	mu   sync.Mutex
	next int // of which
	done int
	err  error
}

// encode makes the vectors of the texts on all cores. If ctx ends first, it returns the vectors of
// the first texts, and the error.
func encode(ctx context.Context, by Maker, t *texts, which []int, told func(done int)) (*Set, error) {
	w := &work{by: by, texts: t, which: which, told: told}
	s := &Set{made: MadeBy(by), keys: make([]key, len(which)), scales: make([]float32, len(which))}
	s.rows = make([]int8, len(which)*s.made.Width)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 1+len(which)/batch) {
		workers.Go(func() {
			for {
				from, to := w.take(ctx)
				if from == to {
					return
				}
				w.finish(to-from, w.fill(s, from, to))
			}
		})
	}
	workers.Wait()
	if w.err != nil {
		return nil, w.err
	}
	s.keys, s.scales, s.rows = s.keys[:w.next], s.scales[:w.next], s.rows[:w.next*s.made.Width] // what was taken was finished
	return s, ctx.Err()
}

// take hands out the next texts, unless there are none or it is time to stop.
func (w *work) take(ctx context.Context) (from, to int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if ctx.Err() != nil || w.err != nil {
		return 0, 0
	}
	from = w.next
	w.next = min(from+batch, len(w.which))
	return from, w.next
}

func (w *work) finish(n int, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err != nil {
		w.err = err
		return
	}
	w.done += n
	w.told(w.done)
}

// fill makes some of the vectors. No text, whatever is in it, can end the process.
func (w *work) fill(s *Set, from, to int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	width := s.made.Width
	for i, v := range w.make(w.which[from:to]) {
		at := from + i
		nearest.Append(s.rows[at*width:at*width:(at+1)*width], s.scales[at:at:at+1], v)
		s.keys[at] = w.texts.keys[w.which[at]]
	}
	return nil
}

// make makes the vectors of some texts: passages, and after them asks.
func (w *work) make(which []int) (vectors [][]float32) {
	var passages []string
	for _, n := range which {
		if !w.texts.isAsk(n) {
			passages = append(passages, w.texts.read(n))
		}
	}
	if len(passages) > 0 {
		vectors = w.by.Passages(passages)
	}
	for _, n := range which[len(passages):] {
		vectors = append(vectors, w.by.Query(w.texts.read(n)))
	}
	return vectors
}
