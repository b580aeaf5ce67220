package memory

import (
	"context"
	"time"
)

// Event is something that arrived and must be handled once, however often it is delivered and
// whatever happens to the process in the meantime.
type Event struct {
	ID       int64     // given by the store
	Keys     []string  // everything it is known by; two events that share a key are the same
	Kind     string    // what it is, in the words of its recorder
	Lane     string    // events of one lane are dealt with in the order of their IDs
	Person   string    // whom it is from; "" if unknown
	Payload  []byte    // as it arrived
	Received time.Time // when it was recorded
	Attempt  int       // how often it was taken, this time included; 0 before
}

// Inbox holds what arrived and has not been handled yet.
type Inbox interface {
	// Record keeps an event for [Inbox.Take] and reports true, or reports false if an event that
	// shares a key with it is known already; that one then takes on the new keys. Once Record
	// returns, the event survives the end of the process.
	Record(ctx context.Context, e Event) (id int64, fresh bool, err error)

	// Take leases up to n events to worker until the time until: the oldest open event of each lane
	// that has none leased. An event whose lease has ended by now is open again.
	Take(ctx context.Context, worker string, now, until time.Time, n int) ([]Event, error)

	// Extend extends worker's leases of the events; Done ends an event for good, keeping its keys
	// and the outcome ("answered", "failed" …) but not its payload.
	Extend(ctx context.Context, worker string, until time.Time, ids ...int64) error
	Done(ctx context.Context, id int64, outcome string, at time.Time) error

	// Waiting counts the open and leased events.
	Waiting(ctx context.Context) (int, error)
}
