package ask

import (
	"context"
	"sync"
)

// posting holds the turns whose answers are on their way: perhaps posted, but not yet remembered as
// posted. A quick click below such an answer would read an outdated turn, and whatever it wrote
// would be overwritten.
type posting struct{ turns sync.Map } // ID -> chan struct{}, closed when the turn is kept

// begin says that a turn's answer is on its way, until the function that it returns is called.
func (p *posting) begin(turn string) (end func()) {
	done := make(chan struct{})
	p.turns.Store(turn, done)
	return func() {
		p.turns.CompareAndDelete(turn, done)
		close(done)
	}
}

// wait returns once a turn is kept with its answer, or when ctx ends.
func (p *posting) wait(ctx context.Context, turn string) {
	if done, ok := p.turns.Load(turn); ok {
		select {
		case <-done.(chan struct{}):
		case <-ctx.Done():
		}
	}
}
