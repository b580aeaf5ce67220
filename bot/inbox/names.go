package inbox

import (
	"slices"
	"sync"
	"time"
)

// Slack delivers again after about a minute and then five (vercel/chat#667); an edit may bring an
// answered mention back hours later. The memory knows all names; these bounds are for times when it
// is down.
const (
	namesFor      = 12 * time.Hour
	maxNames      = 4_000
	maxDeliveries = 8 // of one event, acked together
)

// names is what this process knows about events by name: which are in the memory, so that it need
// not be asked again, and which are being worked on without it. The oldest are forgotten.
type names struct {
	now func() time.Time

	mu     sync.Mutex
	known  map[string]name
	order  map[bool][]name        // loose ones, and the others, oldest first; some were put again
	coming map[string][]func(any) // acks for deliveries of events that wait for a recorder, by first name
}

type name struct {
	key   string
	loose bool // worked on without the memory; otherwise it is in the memory
	at    time.Time
}

func newNames(now func() time.Time) *names {
	return &names{now: now, known: map[string]name{}, order: map[bool][]name{}, coming: map[string][]func(any){}}
}

// joins reports whether another delivery of an event is already waiting for a recorder, and if so
// has this one acked with it: if each were recorded, the deliveries of a slow minute would hold up
// those of the next. Otherwise it notes that the event is waiting from now on.
func (n *names) joins(a Arrival) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	acks, waits := n.coming[a.Job.Names[0]]
	if len(acks) < maxDeliveries { // beyond that, Slack may keep asking
		n.coming[a.Job.Names[0]] = append(acks, a.Ack)
	}
	return waits
}

// joined returns the acks of all deliveries of an event that is no longer waiting.
func (n *names) joined(all []string) []func(any) {
	n.mu.Lock()
	defer n.mu.Unlock()
	acks := n.coming[all[0]]
	delete(n.coming, all[0])
	return acks
}

// areKept reports whether all names are in the memory.
func (n *names) areKept(all []string) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return len(all) > 0 && !slices.ContainsFunc(all, func(key string) bool { k, known := n.get(key); return !known || k.loose })
}

// areKnown reports whether an event is in the memory, or worked on without it, under one of its
// names.
func (n *names) areKnown(all []string) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.ContainsFunc(all, func(key string) bool { _, known := n.get(key); return known })
}

// keep notes that names are in the memory. It reports false if the event is already being worked on
// without it.
func (n *names) keep(all []string) bool { return n.claim(all, false) }

// loosen notes that an event is worked on without the memory. It reports false if the memory has it
// after all, despite reporting a failure.
func (n *names) loosen(all []string) bool { return n.claim(all, true) }

// claim adds names. If one of them is already there for the other case, that case claims the rest
// too, since the next delivery may have only those.
func (n *names) claim(all []string, loose bool) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	ok := !slices.ContainsFunc(all, func(key string) bool { k, known := n.get(key); return known && k.loose != loose })
	for _, key := range all {
		k := name{key, loose == ok, n.now()}
		n.known[key], n.order[k.loose] = k, append(n.order[k.loose], k)
	}
	return ok
}

func (n *names) get(key string) (name, bool) {
	n.expire()
	k, known := n.known[key]
	return k, known
}

// expire forgets the oldest names, of those in the memory and of the others each by itself: only
// this process knows that an event is worked on without the memory, which may have it after all.
func (n *names) expire() {
	for loose, order := range n.order {
		old := n.now().Add(-namesFor)
		for len(order) > 0 && (len(order) > maxNames || !order[0].at.After(old)) {
			if n.known[order[0].key] == order[0] {
				delete(n.known, order[0].key)
			}
			order = order[1:]
		}
		n.order[loose] = order
	}
}
