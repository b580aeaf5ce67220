package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"careeradvisor/bot/memory"
)

// Options say where the memory is. Without Path and URL it is in the memory of
// the process and ends with it.
type Options struct {
	Path string       // SQLite's file; its folder is made where it is missing
	URL  string       // postgres://…; goes before Path
	Log  *slog.Logger // may be nil
}

var _ memory.Store = (*Store)(nil)

// Store is an open database.
type Store struct {
	d     *dialect
	place string // the file, or the host and database; never a password
	hide  func(string) string
	log   *slog.Logger

	pool     *sql.DB // writes
	readers  *sql.DB // reads; the same as pool where one is enough
	settling *sql.DB // copies SQLite's log into its file; nil where there is none
	pools    []*sql.DB
	schema   int64
	written  atomic.Bool // since the log was copied
	file     os.FileInfo // SQLite's, as it was opened; nil where there is none
	failed   failures

	breaker *breaker      // nil where the database is in the process
	line    chan struct{} // holds the writer whose turn it is; nil where each has its own connection

	keep  func(ctx context.Context) // runs in the background until end is called; may be nil
	end   context.CancelFunc
	ended sync.WaitGroup
	close func() error
}

// Open opens the database, makes it where there is none, and brings an older one up to
// date. The caller that opens a store closes it. Ctx is for opening alone.
func Open(ctx context.Context, o Options) (*Store, error) {
	s := &Store{log: cmp.Or(o.Log, slog.New(slog.DiscardHandler)), hide: func(text string) string { return text }}
	var err error
	switch {
	case o.URL != "":
		err = s.openPostgres(o.URL)
	case o.Path != "":
		err = s.openFile(ctx, o.Path)
	default:
		err = s.openMemory()
	}
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx); err != nil {
		return nil, s.fail("open", errors.Join(err, s.closePools()))
	}
	if err := s.mend(ctx); err != nil {
		return nil, errors.Join(err, s.closePools())
	}
	s.begin()
	return s, nil
}

// begin starts what runs in the background.
func (s *Store) begin() {
	ctx, end := context.WithCancel(context.Background())
	s.end = end
	s.close = sync.OnceValue(func() error {
		end()
		s.ended.Wait()
		return s.fail("close", s.closePools())
	})
	if s.keep != nil {
		s.ended.Go(func() { s.keep(ctx) })
	}
}

// Close ends what is going on and closes the database. It may be called again.
func (s *Store) Close() error { return s.close() }

func (s *Store) closePools() error {
	var err error
	for _, p := range s.pools {
		err = errors.Join(err, p.Close())
	}
	return err
}

// Place says for a person which database it is, without secrets.
func (s *Store) Place() string { return s.d.name + " " + s.place }

// Schema is the version of the tables.
func (s *Store) Schema() int64 { return s.schema }

// Once reports true the first time it is called with a key, for ever.
func (s *Store) Once(ctx context.Context, key string, at time.Time) (bool, error) {
	n := int64(0)
	err := s.write(ctx, "once", func(tx session) (err error) {
		n, err = tx.exec(ctx, `INSERT INTO occasions (key, seen) VALUES (?, ?) ON CONFLICT (key) DO NOTHING`, key, micros(at))
		return err
	})
	return n == 1, err
}
