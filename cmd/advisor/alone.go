package main

import (
	"log/slog"
	"path/filepath"

	"github.com/gofrs/flock"
)

// aloneFile is locked by the process that serves from a data dir, until it ends,
// however it ends.
const aloneFile = "serving.lock"

// holdAlone reports whether this process is the only one that serves from the data dir, until
// release is called: then whatever its database has in work was left by a process that died. The
// log says if another one serves. With a database server there is no way to tell.
func holdAlone(c *advisorConfig, log *slog.Logger) (alone bool, release func()) {
	switch {
	case c.DatabaseURL != "":
		return false, func() {}
	case c.DataDir == "":
		return true, func() {}
	}
	lock := flock.New(filepath.Join(c.DataDir, aloneFile))
	alone, err := lock.TryLock()
	switch {
	case err != nil:
		log.Warn("cannot tell whether another process serves from the data dir", "error", err)
	case !alone:
		log.Warn("another process serves from this data dir: stop one of them, or use PostgreSQL (ADVISOR_DATABASE_URL)", "dir", c.DataDir)
	}
	return alone, func() { _ = lock.Close() }
}
