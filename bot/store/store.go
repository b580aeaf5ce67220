package store

import (
	"context"
	"errors"
	"log/slog"

	"careeradvisor/bot/memory"
)

// Options say where the memory is. Without Path and URL it is kept in the process and ends with it.
type Options struct {
	Path string       // SQLite's file; its folder is made if it is missing
	URL  string       // postgres://…; takes precedence over Path
	Log  *slog.Logger // may be nil
}

var _ memory.Store = (*Store)(nil)

// Store is all that is kept in an open database.
type Store struct {
	*database
	inbox
	turns
	gaps
	plans
	practices
	settings
	referrals
	entries
	housekeeping
}

// Open opens the database, creating it if necessary, and brings an older one up to date. The caller
// closes the store. ctx is only for the opening.
func Open(ctx context.Context, o Options) (*Store, error) {
	db, err := openDatabase(ctx, o)
	if err != nil {
		return nil, err
	}
	s := &Store{db, inbox{db}, turns{db}, gaps{db}, plans{db}, practices{db}, settings{db}, referrals{db}, entries{db}, housekeeping{db}}
	if err := s.mend(ctx); err != nil {
		return nil, errors.Join(err, db.closePools())
	}
	db.begin()
	return s, nil
}
