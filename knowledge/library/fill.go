package library

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// filler makes the vectors that the current generation lacks, one generation after another, while
// questions are being answered. It is stopped before a newer generation takes over the existing
// vectors, and continues once that one is in place.
type filler struct {
	mu      sync.Mutex
	stop    context.CancelFunc // ends what is being made; nil if nothing is
	held    bool               // nothing should be made
	changed sync.Cond          // of the three and of ctx
}

func newFiller() *filler {
	f := new(filler)
	f.changed.L = &f.mu
	return f
}

// pause stops the work, and returns once what was made has been saved.
func (f *filler) pause() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.held = true
	for f.stop != nil {
		f.stop()
		f.changed.Wait()
	}
}

// resume continues the work.
func (f *filler) resume() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.held = false
	f.changed.Broadcast()
}

// fill makes vectors until ctx ends.
func (l *Library) fill(ctx context.Context) {
	f := l.filler
	defer context.AfterFunc(ctx, func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.changed.Broadcast()
	})()
	var last *Generation
	for {
		f.mu.Lock()
		for ctx.Err() == nil && (f.held || l.current.Load() == last) {
			f.changed.Wait()
		}
		making, stop := context.WithCancel(ctx)
		f.stop, last = stop, l.current.Load()
		f.mu.Unlock()
		if ctx.Err() == nil && !l.makeVectors(making, last) {
			last = nil // it was stopped, and should continue unless another took its place
		}
		f.mu.Lock()
		stop()
		f.stop = nil
		f.changed.Broadcast()
		f.mu.Unlock()
		if ctx.Err() != nil {
			return
		}
	}
}

// sayEvery is how often the log says how many vectors are made.
const sayEvery = time.Minute

// makeVectors makes a generation's vectors, and reports whether all are done.
func (l *Library) makeVectors(ctx context.Context, g *Generation) (done bool) {
	defer func() {
		if r := recover(); r != nil {
			l.log.Error("vectors cannot be made", "error", fmt.Errorf("panic: %v", r))
			done = true
		}
	}()
	if g.partial {
		return true
	}
	began := l.now()
	said := began
	made := false
	err := makeVectors(ctx, g.Index, g.encoder, l.now, func(v Vectors) {
		l.status.encode(v)
		if now := l.now(); !made || now.Sub(said) >= sayEvery {
			made, said = true, now
			l.log.Info("vectors are being made", "done", v.Done, "of", v.Wanted, "a_second", int(v.Rate), "left", v.Left().Round(time.Second))
		}
	})
	switch {
	case ctx.Err() != nil:
		return false
	case err != nil:
		l.log.Warn("vectors are incomplete", "generation", g.Index.Generation(), "error", err)
	case made:
		l.log.Info("vectors are made", "generation", g.Index.Generation(), "texts", g.Vectors().Wanted, "took", l.now().Sub(began).Round(time.Second))
	}
	l.status.encode(g.Vectors())
	return true
}
