package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// patience is how long SQLite waits for other processes to finish writing.
const patience = 5 * time.Second

// sqliteDialect has no locks of its own: transactions that write begin by taking the file's write
// lock, so there is only one at a time.
var sqliteDialect = dialect{
	name:       "SQLite",
	goose:      goose.DialectSQLite3,
	migrations: "sqlite",
	again:      func(error) bool { return false },
	say:        saySQLite,
}

// openFile opens a file in which committed transactions are appended to a write-ahead log, handed
// to the operating system but not waited for: nothing is lost when the process ends, however it
// ends. A power cut or a system crash may lose the transactions of the last second or two (see
// settle); the file itself stays intact.
//
// All writing goes through one connection, so that writers wait in our own queue (see [write])
// instead of retrying; readers wait for nobody.
func (db *database) openFile(ctx context.Context, path string) error {
	db.d, db.place = &sqliteDialect, path
	if err := makeFile(path); err != nil {
		return db.fail("open", err)
	}
	name := "file:" + (&url.URL{Path: path}).EscapedPath() + "?"
	var errs [3]error
	db.pool, errs[0] = openSQLite(name, 1, url.Values{"_journal_mode": {"WAL"}, "_synchronous": {"NORMAL"}, "_txlock": {"immediate"},
		"_pragma": {"wal_autocheckpoint(0)", "secure_delete(ON)"}}) // what is deleted is overwritten, not just out of sight
	db.readers, errs[1] = openSQLite(name, max(2, runtime.NumCPU()), url.Values{"_query_only": {"1"}})
	db.settling, errs[2] = openSQLite(name, 1, url.Values{"_busy_timeout": {"50"}}) // no writer should wait long for it
	if err := errors.Join(errs[:]...); err != nil {
		return db.fail("open", err)
	}
	db.pools = []*sql.DB{db.pool, db.readers, db.settling}
	db.line, db.breaker = make(chan struct{}, 1), &breaker{now: time.Now, within: 2 * patience}
	err := db.connect(ctx)
	if err == nil {
		db.file, err = os.Stat(path)
	}
	if err != nil {
		return db.fail("open", errors.Join(err, db.closePools()))
	}
	db.keep = func(ctx context.Context) {
		tick := time.NewTicker(settleEvery)
		defer tick.Stop()
		db.settle(ctx, tick.C)
	}
	return nil
}

// connect makes the connection for writing, which switches a new file to the log. If two processes
// do so at once, SQLite refuses one of them without waiting.
func (db *database) connect(ctx context.Context) error {
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for late := time.After(patience); ; {
		err := db.pool.PingContext(ctx)
		if err == nil || !isBusy(err) {
			return err
		}
		select {
		case <-again.C:
		case <-late:
			return err
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		}
	}
}

// codeOf is SQLite's code for an error, without its details; 0 for others.
func codeOf(err error) int {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code() & 0xff
	}
	return 0
}

func isBusy(err error) bool { return codeOf(err) == sqlite3.SQLITE_BUSY }

// openMemory opens a database that exists in a single connection.
func (db *database) openMemory() (err error) {
	db.d, db.place = &sqliteDialect, "in memory"
	db.pool, err = openSQLite("file::memory:?", 1, url.Values{"_txlock": {"immediate"}})
	db.readers, db.pools, db.line = db.pool, []*sql.DB{db.pool}, make(chan struct{}, 1)
	return db.fail("open", err)
}

// openSQLite makes a pool of connections; the first use connects.
func openSQLite(name string, connections int, settings url.Values) (*sql.DB, error) {
	if !settings.Has("_busy_timeout") {
		settings.Set("_busy_timeout", strconv.FormatInt(patience.Milliseconds(), 10))
	}
	settings.Set("_foreign_keys", "1")
	settings.Set("_dqs", "0")
	settings.Set("_error_rc", "1")
	db, err := sql.Open("sqlite", name+settings.Encode())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db, nil
}

// makeFile makes a file that only its owner can read, since it holds what people asked. SQLite
// gives its other files the same permissions.
func makeFile(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

func saySQLite(path string, err error) string {
	if e, ok := errors.AsType[*os.PathError](err); ok {
		return fmt.Sprintf("The database %s cannot be opened (%v): make its folder writable for the user the advisor runs as, or set another data dir.", path, e.Err)
	}
	switch codeOf(err) {
	case sqlite3.SQLITE_FULL:
		return fmt.Sprintf("The database %s cannot grow: free some space on its disk.", path)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN:
		return fmt.Sprintf("The database %s cannot be written to: make it and its folder writable for the user the advisor runs as.", path)
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return fmt.Sprintf("The database %[1]s is damaged: restore a copy, or move %[1]s, %[1]s-wal and %[1]s-shm away to start with an empty one.", path)
	case sqlite3.SQLITE_IOERR:
		return fmt.Sprintf("The disk fails to read or write the database %s: check the disk and its free space.", path)
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Sprintf("The database %s is locked by another process: end that process.", path)
	}
	return ""
}
