package library

import (
	"context"
	"crypto/sha256"
	"fmt"
	"sync"
	"time"
)

// When to check files, and when to read them.
const (
	lookEvery  = 2 * time.Second // whether anything has changed
	longest    = 10              // checks in a row that find files changing, before they are read anyway
	retryAfter = time.Minute     // of documents that could not be opened, though nothing changes
	lookShare  = 20              // checking may take up one part in this many of the time
)

// watch keeps what is known about the files.
type watch struct {
	seen    [sha256.Size]byte // survey of those that were read last
	last    [sha256.Size]byte // survey at the last check
	changes int               // checks in a row at which they had changed again
	retry   time.Time         // when what failed is tried again; zero for nothing failed
	rest    int               // checks to skip, since one takes long
	cut     bool              // what is shared could not be fetched at the last check
}

// due reports whether to read the files with the given survey: either they differ from those that
// were read and have not changed since the last check, or it is time to retry what failed.
func (w *watch) due(now [sha256.Size]byte, at time.Time) bool {
	quiet := now == w.last
	w.last = now
	switch {
	case now == w.seen:
		w.changes = 0
		return !w.retry.IsZero() && !at.Before(w.retry)
	case !quiet && w.changes < longest:
		w.changes++
		return false
	}
	w.changes = 0
	return true
}

// Run reads the documents that do not answer yet, makes missing vectors, and follows all changes,
// until ctx ends. It returns an error if what Start began cannot be finished.
func (l *Library) Run(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	var filling sync.WaitGroup
	defer filling.Wait()
	defer stop()
	filling.Go(func() { l.fill(ctx) })
	if l.current.Load().partial {
		if err := l.complete(ctx); err != nil && ctx.Err() == nil {
			return err
		}
	}
	ticks := l.ticks
	if ticks == nil {
		t := time.NewTicker(lookEvery)
		defer t.Stop()
		ticks = t.C
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticks:
			l.look(ctx)
		}
	}
}

// complete opens all the documents that come after the first ones.
func (l *Library) complete(ctx context.Context) error {
	release, err := l.hold(ctx)
	if err != nil {
		return err
	}
	defer release()
	return l.renew(ctx, survey(&l.config))
}

// look fetches what other processes published, and reopens the documents if they have changed.
func (l *Library) look(ctx context.Context) {
	release, err := l.hold(ctx)
	if err != nil {
		return
	}
	defer release()
	l.fetch(ctx)
	if l.watch.rest--; l.watch.rest >= 0 {
		return
	}
	began := time.Now()
	now := survey(&l.config)
	if l.ticks == nil { // ticks from outside all count
		l.watch.rest = int(lookShare * time.Since(began) / lookEvery)
	}
	if !l.watch.due(now, l.now()) {
		return
	}
	if err := l.renew(ctx, now); err != nil && ctx.Err() == nil {
		l.status.failed(err, l.now())
		l.watch.retry = l.now().Add(retryAfter)
		l.log.Error("the documents have changed and cannot be reopened: the old ones still answer", "error", err)
	}
}

// renew reopens the documents and answers from them. The survey of their files was made earlier, so
// that changes in the meantime are noticed. The caller holds the library.
func (l *Library) renew(ctx context.Context, seen [sha256.Size]byte) error {
	defer l.filler.resume()
	l.watch.seen = seen
	g, err := l.build(ctx, l.builder(l.loose))
	if err != nil {
		return err
	}
	l.watch.retry = time.Time{}
	l.replace(g, l.loose)
	return nil
}

// build makes a generation. No document, whatever is in it, can end the process.
func (l *Library) build(ctx context.Context, b builder) (g *Generation, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return b.build(ctx)
}
