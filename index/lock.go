package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"careeradvisor/knowledge"
)

// File locks work on every system, and end with the process that holds them, however it ends.

// lockFile is held by the process that builds.
const lockFile = "LOCK"

// lockTry is the pause between attempts at a lock.
const lockTry = 50 * time.Millisecond

// lock waits for the folder's other builders, for as long as ctx allows.
func lock(ctx context.Context, dir string) (unlock func() error, err error) {
	l := flock.New(filepath.Join(dir, lockFile))
	free, err := l.TryLock()
	if err == nil && !free {
		_, err = l.TryLockContext(ctx, lockTry)
	}
	if err == nil {
		return l.Close, nil
	}
	say := fmt.Sprintf("I can't lock %s for building; please check its permissions, or remove it if nothing is building.", l.Path())
	if ctx.Err() != nil {
		say = fmt.Sprintf("The index in %s is being built by another process; please try again when it is done.", dir)
	}
	return nil, &knowledge.Error{Say: say, Cause: err}
}

// hold marks a generation as open until it is closed; several may hold it at once.
func hold(folder string) (*flock.Flock, error) {
	l := manifestLock(folder)
	ok, err := l.TryRLock()
	if err == nil && !ok {
		err = errors.New("it is being removed")
	}
	return l, err
}

// inUse reports whether some process, this one included, holds a generation.
func inUse(folder string) bool {
	l := manifestLock(folder)
	ok, err := l.TryLock()
	if ok {
		err = l.Close()
	}
	return !ok && err == nil
}

// manifestLock locks a file that every complete generation has; it never creates one.
func manifestLock(folder string) *flock.Flock {
	return flock.New(filepath.Join(folder, manifestFile), flock.SetFlag(os.O_RDONLY))
}
