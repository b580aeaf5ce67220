package memory

import (
	"context"
	"time"

	"careeradvisor/knowledge"
)

// Practice is an interview that a person practises in a thread, one area at a
// time.
type Practice struct {
	Channel string
	Thread  string // the message at the top of the thread
	Owner   string
	Role    string
	Areas   []knowledge.Area // in the order in which they are asked
	At      int              // index of the area that was asked last
	Told    bool             // what the documents say about it was shown
	Ended   bool
	Updated time.Time
}

// Practices are interviews being practised, one for each thread.
type Practices interface {
	SavePractice(ctx context.Context, p Practice) error
	Practice(ctx context.Context, channel, thread string) (Practice, error)
}
