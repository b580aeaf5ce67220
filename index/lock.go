package index

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"careeradvisor/knowledge"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// lockFile is held by the process that builds. It is a Bolt database, empty, for
// the sake of Bolt's file lock: that works on every system and ends with the
// process that holds it, however it ends.
const lockFile = "LOCK"

// lockTry is how long one attempt at a lock takes.
const lockTry = 200 * time.Millisecond

// lock waits for the folder's other builders, as long as ctx lets it.
func lock(ctx context.Context, dir string) (unlock func() error, err error) {
	path := filepath.Join(dir, lockFile)
	for {
		db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: lockTry})
		if err == nil {
			return db.Close, nil
		}
		if !errors.Is(err, bolterrors.ErrTimeout) {
			say := fmt.Sprintf("I can't lock %s for building; please check its permissions, or remove it if nothing is building.", path)
			return nil, &knowledge.Error{Say: say, Cause: err}
		}
		if ctx.Err() != nil {
			say := fmt.Sprintf("The index in %s is being built by another process; please try again when it is done.", dir)
			return nil, &knowledge.Error{Say: say, Cause: ctx.Err()}
		}
	}
}

// inUse tells whether some process, this one included, has a generation open:
// Bleve then holds a lock on its root.
func inUse(dir, name string) bool {
	db, err := bbolt.Open(rootFile(dir, name), 0o600, &bbolt.Options{Timeout: time.Nanosecond})
	if err == nil {
		db.Close()
	}
	return errors.Is(err, bolterrors.ErrTimeout)
}

func rootFile(dir, name string) string {
	return filepath.Join(dir, name, storeFolder, "store", "root.bolt")
}
