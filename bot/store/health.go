package store

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"sync"
	"time"

	"careeradvisor/knowledge"
)

// Ping reports whether the memory works, which means whether it can be written to: a full disk, or
// a standby that took over, can still be read. Updating a row in place needs no room, so recent
// failures of other writes count too.
func (db *database) Ping(ctx context.Context) error {
	_, err := db.exec(ctx, "ping", `UPDATE pulse SET beats = beats + 1`)
	return cmp.Or(err, db.replaced(), db.failed.last(time.Now()))
}

// replaced reports whether the file at SQLite's path is no longer the one that is open.
func (db *database) replaced() error {
	if db.file == nil {
		return nil
	}
	now, err := os.Stat(db.place)
	if err == nil && os.SameFile(now, db.file) {
		return nil
	}
	return &knowledge.Error{
		Say:   fmt.Sprintf("The database %s was deleted or replaced while it was open: restart the advisor; anything it saves until then is lost.", db.place),
		Cause: err,
	}
}

// failures are the latest failed writes, by what they were meant to do.
type failures struct {
	mu sync.Mutex
	by map[string]failure
}

type failure struct {
	err error
	at  time.Time
}

// failedFor is how long a failure counts unless a write of its kind succeeds.
const failedFor = time.Minute

// note records how a write ended.
func (f *failures) note(doing string, err error, at time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err == nil {
		delete(f.by, doing)
		return
	}
	if f.by == nil {
		f.by = map[string]failure{}
	}
	f.by[doing] = failure{err, at}
}

// last returns a failure that still counts, or nil.
func (f *failures) last(now time.Time) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, was := range f.by {
		if now.Sub(was.at) < failedFor {
			return was.err
		}
	}
	return nil
}
