package inbox

import "sync"

// pool hands jobs to workers. Jobs in one lane are done one after another, in the order in which
// they came, so that no answer in a conversation overtakes the one before; lanes take turns.
type pool struct {
	limit int
	ready chan task // the first of each lane

	mu     sync.Mutex
	lanes  map[string][]task // the rest of each lane that has a job ready or under way
	held   int               // places taken: reserved or waiting
	closed bool
}

func newPool(limit int) *pool {
	return &pool{limit: limit, ready: make(chan task, limit), lanes: map[string][]task{}}
}

// reserve holds as many places as are free, at most n, for submit to fill.
func (p *pool) reserve(n int) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return 0
	}
	n = min(n, p.limit-p.held)
	p.held += n
	return n
}

// release gives up places that were reserved.
func (p *pool) release(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.held -= n
	p.endIfDone()
}

// submit puts a job in the place that was reserved for it.
func (p *pool) submit(t task) {
	p.mu.Lock()
	defer p.mu.Unlock()
	others, busy := p.lanes[t.Lane]
	if busy {
		others = append(others, t)
	} else {
		p.ready <- t // there is room for all who hold a place
	}
	p.lanes[t.Lane] = others
}

// run is a worker: it returns once the pool is closed and nothing is left to do.
func (p *pool) run(work func(task)) {
	for t := range p.ready {
		p.release(1)
		work(t)
		p.done(t.Lane)
	}
}

// done makes the lane's next job ready.
func (p *pool) done(lane string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if others := p.lanes[lane]; len(others) > 0 {
		p.lanes[lane] = others[1:]
		p.ready <- others[0]
		return
	}
	delete(p.lanes, lane)
	p.endIfDone()
}

// close ends reservations and lets the workers finish.
func (p *pool) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	p.endIfDone()
}

// endIfDone sends the workers home if nothing is left. Callers hold p.mu.
func (p *pool) endIfDone() {
	if p.closed && p.held == 0 && len(p.lanes) == 0 {
		close(p.ready)
	}
}

func (p *pool) depth() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.held
}
