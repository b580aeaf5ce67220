package main

import (
	"path/filepath"

	"github.com/gofrs/flock"
)

// aloneFile is locked by the process that serves from a data dir, until it ends,
// however it ends.
const aloneFile = "serving.lock"

// holdAlone reports whether this process alone serves from the data dir, until release
// is called: then what its database has as being in work was left by one that died.
// With a database server nobody knows.
func holdAlone(c *advisorConfig) (alone bool, release func()) {
	switch {
	case c.DatabaseURL != "":
		return false, func() {}
	case c.DataDir == "":
		return true, func() {}
	}
	lock := flock.New(filepath.Join(c.DataDir, aloneFile))
	alone, err := lock.TryLock()
	return alone && err == nil, func() { _ = lock.Close() }
}
