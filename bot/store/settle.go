package store

import (
	"context"
	"time"

	"careeradvisor/knowledge"
)

// settleEvery is how often the write-ahead log is copied into the file, and so roughly how much a
// power cut may lose.
const settleEvery = time.Second

// longLog is how many pages of 4 KB the log may have before writers have to wait until it starts
// over, which it never would under a steady stream of writers.
const longLog = 4096

// settle copies the log into the file at every tick, until ctx ends. Left to itself, SQLite does
// that only once the log is long, which may take days, and does it within the transaction of the
// next writer, who then waits for the disk.
func (db *database) settle(ctx context.Context, tick <-chan time.Time) {
	failing := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick:
		}
		if !db.written.Swap(false) {
			continue
		}
		err := db.checkpoint(ctx)
		if err != nil {
			db.written.Store(true)
			if !failing && ctx.Err() == nil {
				db.log.Warn("the database's log cannot be copied into its file", "reason", db.fail("settle", err))
			}
		}
		failing = err != nil
	}
}

func (db *database) checkpoint(ctx context.Context) error {
	settler := session{ctx, db.d, db.settling}
	return knowledge.Guard(func() error {
		lengths, err := all(settler, scanCheckpoint, `PRAGMA wal_checkpoint(PASSIVE)`)
		if err == nil && lengths[0] > longLog {
			_, err = all(settler, scanCheckpoint, `PRAGMA wal_checkpoint(TRUNCATE)`) // gives up if somebody is reading; there will be a next time
		}
		return err
	})
}

// scanCheckpoint is the length of the log.
func scanCheckpoint(r row) (length int, err error) {
	var busy, copied int
	err = r.Scan(&busy, &length, &copied)
	return length, err
}
