package memory

import "time"

// Event is something that arrived and has to be dealt with once, however often
// it is delivered and whatever happens to the process meanwhile.
type Event struct {
	ID       int64     // given by the store
	Keys     []string  // all that it is known by; two events that share one are the same
	Kind     string    // what it is, in the words of whoever recorded it
	Lane     string    // events of one lane are dealt with in the order of their IDs
	Person   string    // whom it is from, "" where that is not known
	Payload  []byte    // as it arrived
	Received time.Time // when it was recorded
	Attempt  int       // how often it was taken, this time included; 0 before
}
