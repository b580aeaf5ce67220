package main

import (
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"
)

// aloneFile is held by the process that serves from a data dir. It is a Bolt
// database, empty, for the sake of Bolt's file lock, which works on every system
// and ends with the process that holds it, however it ends.
const aloneFile = "serving.lock"

// holdAlone tells whether this process alone serves from the data dir, until release
// is called: then what its database has as being in work was left by one that died.
// With a database server nobody knows.
func holdAlone(c *advisorConfig) (alone bool, release func()) {
	switch {
	case c.DatabaseURL != "":
		return false, func() {}
	case c.DataDir == "":
		return true, func() {}
	}
	db, err := bbolt.Open(filepath.Join(c.DataDir, aloneFile), 0o600, &bbolt.Options{Timeout: 100 * time.Millisecond})
	if err != nil {
		return false, func() {}
	}
	return true, func() { _ = db.Close() }
}
