package store

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// patience is how long SQLite waits for the writers of other processes, in
// milliseconds.
const patience = "5000"

// sqliteDialect waits nowhere: transactions that write begin by taking the file's
// write lock, so there is but one at a time.
var sqliteDialect = dialect{
	name:       "SQLite",
	goose:      goose.DialectSQLite3,
	migrations: "sqlite",
	again:      func(error) bool { return false },
	say:        saySQLite,
}

// openFile opens a file in which committed transactions are appended to a
// write-ahead log, handed to the operating system but not waited for: the end of
// the process loses nothing, however it ends. A power cut or a crash of the
// system may lose the transactions since the last checkpoint (some seconds), the
// file itself stays whole.
//
// All writing goes through one connection, so that writers wait in a fair queue
// of ours and not by trying again and again; readers wait for nobody.
func (s *Store) openFile(path string) error {
	s.d, s.place = &sqliteDialect, path
	if err := makeFile(path); err != nil {
		return s.fail("open", err)
	}
	name := "file:" + (&url.URL{Path: path}).EscapedPath() + "?"
	var err error
	s.pool, err = openSQLite(name, 1, url.Values{"_journal_mode": {"WAL"}, "_synchronous": {"NORMAL"}, "_txlock": {"immediate"}})
	if err != nil {
		return s.fail("open", err)
	}
	s.readers, err = openSQLite(name, max(2, runtime.NumCPU()), url.Values{"_query_only": {"1"}})
	if err != nil {
		return s.fail("open", errors.Join(err, s.pool.Close()))
	}
	return nil
}

// openMemory opens a database that is its one connection.
func (s *Store) openMemory() (err error) {
	s.d, s.place = &sqliteDialect, "in memory"
	s.pool, err = openSQLite("file::memory:?", 1, url.Values{"_txlock": {"immediate"}})
	s.readers = s.pool
	return s.fail("open", err)
}

func openSQLite(name string, connections int, settings url.Values) (*sql.DB, error) {
	settings.Set("_busy_timeout", patience)
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

// makeFile makes a file that only its owner reads: it holds what people asked.
// SQLite gives its other files the same permissions.
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
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return ""
	}
	switch e.Code() & 0xff { // the rest tells details
	case sqlite3.SQLITE_FULL:
		return fmt.Sprintf("The database %s cannot grow: free some space on its disk.", path)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN:
		return fmt.Sprintf("The database %s cannot be written: make it and its folder writable for the user the advisor runs as.", path)
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return fmt.Sprintf("The database %[1]s is damaged: restore a copy, or move %[1]s, %[1]s-wal and %[1]s-shm away to begin with an empty one.", path)
	case sqlite3.SQLITE_IOERR:
		return fmt.Sprintf("The disk fails to read or write the database %s: check the disk and its free space.", path)
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Sprintf("The database %s is locked by another process: end what holds it.", path)
	}
	return ""
}
