package home

import (
	"context"
	"hash/fnv"
)

// turnstile makes the work for one person (and for a few others by chance) take turns in
// this process.
type turnstile [32]chan struct{}

func newTurnstile() *turnstile {
	var t turnstile
	for i := range t {
		t[i] = make(chan struct{}, 1)
	}
	return &t
}

// hold waits for a person's turn, which lasts until release is called.
func (t *turnstile) hold(ctx context.Context, person string) (release func(), err error) {
	h := fnv.New32a()
	_, _ = h.Write([]byte(person))
	gate := t[h.Sum32()%uint32(len(t))]
	select {
	case gate <- struct{}{}:
		return func() { <-gate }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
