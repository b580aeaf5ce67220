package store

import (
	"context"
	"fmt"
	"time"
)

// settleEvery is how often the write-ahead log is copied into the file, hence
// about how much a power cut may lose.
const settleEvery = time.Second

// longLog is how many pages of 4 KB the log may have before writers are made to
// wait until it starts over: under a steady stream of them it never would.
const longLog = 4096

// settle copies the log into the file at every tick, until ctx ends. Left to
// itself SQLite does it when the log is long, which may be after days, and within
// the transaction of the next writer, who waits for the disk.
func (s *Store) settle(ctx context.Context, tick <-chan time.Time) {
	failing := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick:
		}
		if !s.written.Swap(false) {
			continue
		}
		err := s.checkpoint(ctx)
		if err != nil {
			s.written.Store(true)
			if !failing && ctx.Err() == nil {
				s.log.Warn("the database's log cannot be copied into its file", "reason", s.fail("settle", err))
			}
		}
		failing = err != nil
	}
}

func (s *Store) checkpoint(ctx context.Context) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	length, err := one(ctx, s.settler(), scanCheckpoint, `PRAGMA wal_checkpoint(PASSIVE)`)
	if err == nil && length > longLog {
		_, err = one(ctx, s.settler(), scanCheckpoint, `PRAGMA wal_checkpoint(TRUNCATE)`) // gives up where somebody reads; there is a next time
	}
	return err
}

func (s *Store) settler() session { return session{d: s.d, q: s.settling} }

// scanCheckpoint is the length of the log.
func scanCheckpoint(r row) (length int, err error) {
	var busy, copied int
	return length, r.Scan(&busy, &length, &copied)
}
