package ask

import (
	"context"
	"sync"
)

// posting holds the turns whose answers are on their way: perhaps posted, but not yet
// remembered as posted. Somebody quick may click below an answer before its turn is kept
// with it; that click would read an outdated turn, and what it writes would be
// overwritten.
type posting struct {
	mu    sync.Mutex
	turns map[string]chan struct{} // closed when the turn is kept
}

func newPosting() *posting { return &posting{turns: map[string]chan struct{}{}} }

// begin says that a turn's answer is on its way, until the end that it returns.
func (p *posting) begin(turn string) (end func()) {
	done := make(chan struct{})
	p.mu.Lock()
	p.turns[turn] = done
	p.mu.Unlock()
	return func() {
		p.mu.Lock()
		if p.turns[turn] == done {
			delete(p.turns, turn)
		}
		p.mu.Unlock()
		close(done)
	}
}

// wait returns when a turn is kept with its answer, or at the end of ctx.
func (p *posting) wait(ctx context.Context, turn string) {
	p.mu.Lock()
	done := p.turns[turn]
	p.mu.Unlock()
	if done == nil {
		return
	}
	select {
	case <-done:
	case <-ctx.Done():
	}
}
