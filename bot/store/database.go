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
)

// database is an open database, shared by the parts of a [Store].
type database struct {
	d     *dialect
	place string // the file, or the host and database; never a password
	hide  func(string) string
	log   *slog.Logger

	pool     *sql.DB // writes
	readers  *sql.DB // reads; the same as pool if one is enough
	settling *sql.DB // copies SQLite's log into its file; nil if there is none
	pools    []*sql.DB
	schema   int64
	written  atomic.Bool // since the log was copied
	file     os.FileInfo // SQLite's, as it was opened; nil if there is none
	failed   failures

	breaker *breaker      // nil if the database is in the process's memory
	line    chan struct{} // holds the writer whose turn it is; nil if each has its own connection

	keep  func(ctx context.Context) // runs in the background until end is called; may be nil
	ended sync.WaitGroup
	close func() error
}

func openDatabase(ctx context.Context, o Options) (*database, error) {
	db := &database{log: cmp.Or(o.Log, slog.New(slog.DiscardHandler)), hide: func(text string) string { return text }}
	var err error
	switch {
	case o.URL != "":
		err = db.openPostgres(o.URL)
	case o.Path != "":
		err = db.openFile(ctx, o.Path)
	default:
		err = db.openMemory()
	}
	if err != nil {
		return nil, err
	}
	if err := db.migrate(ctx); err != nil {
		return nil, db.fail("open", errors.Join(err, db.closePools()))
	}
	return db, nil
}

// begin starts what runs in the background.
func (db *database) begin() {
	ctx, end := context.WithCancel(context.Background())
	db.close = sync.OnceValue(func() error {
		end()
		db.ended.Wait()
		return db.fail("close", db.closePools())
	})
	if db.keep != nil {
		db.ended.Go(func() { db.keep(ctx) })
	}
}

// Close ends whatever is going on and closes the database. It may be called again.
func (db *database) Close() error { return db.close() }

func (db *database) closePools() error {
	var err error
	for _, p := range db.pools {
		err = errors.Join(err, p.Close())
	}
	return err
}

// Place tells people which database this is, without any secrets.
func (db *database) Place() string { return db.d.name + " " + db.place }

// Schema is the version of the tables.
func (db *database) Schema() int64 { return db.schema }
