package inbox

import "sync"

// pool hands jobs to workers. Jobs of one lane are worked one after another, in
// the order in which they came, so that an answer in a conversation never
// overtakes the one before; lanes take turns.
type pool struct {
	mu     sync.Mutex
	wake   *sync.Cond
	lanes  map[string][]task // waiting; a lane that is in work is a key too
	ready  []string          // lanes whose first job may be taken
	held   int               // places taken: reserved or waiting
	limit  int
	closed bool
}

func newPool(limit int) *pool {
	p := &pool{lanes: map[string][]task{}, limit: limit}
	p.wake = sync.NewCond(&p.mu)
	return p
}

// reserve keeps as many places as are free, at most n, for submit to fill.
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
}

// submit puts a job in the place that was reserved for it.
func (p *pool) submit(j task) {
	p.mu.Lock()
	defer p.mu.Unlock()
	waiting, busy := p.lanes[j.Lane]
	p.lanes[j.Lane] = append(waiting, j)
	if !busy {
		p.ready = append(p.ready, j.Lane)
		p.wake.Signal()
	}
}

// run is a worker: it returns when the pool is closed and nothing is left for it.
func (p *pool) run(work func(task)) {
	for {
		j, ok := p.next()
		if !ok {
			return
		}
		work(j)
		p.done(j.Lane)
	}
}

func (p *pool) next() (task, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.ready) == 0 {
		if p.closed {
			return task{}, false
		}
		p.wake.Wait()
	}
	lane := p.ready[0]
	p.ready = p.ready[1:]
	j := p.lanes[lane][0]
	p.lanes[lane] = p.lanes[lane][1:]
	p.held--
	return j, true
}

// done lets the lane's next job be taken, by this worker if by no other: a
// closed pool's lane is finished by the worker that has it.
func (p *pool) done(lane string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.lanes[lane]) == 0 {
		delete(p.lanes, lane)
		return
	}
	p.ready = append(p.ready, lane)
	p.wake.Signal()
}

// close takes no more reservations and lets the workers finish.
func (p *pool) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	p.wake.Broadcast()
}

// depth is how many jobs are waiting.
func (p *pool) depth() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.held
}
