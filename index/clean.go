package index

import (
	"errors"
	"os"
	"path/filepath"
)

// kept is how many complete generations stay: the current one, and the one
// before it to fall back to.
const kept = 2

// clean removes half-built generations and complete ones that are too old, unless
// they are open. The caller holds the lock, so that nothing is being built.
func clean(dir string) error {
	names, err := generations(dir)
	if err != nil {
		return err
	}
	var errs error
	left := kept
	for _, name := range names {
		if complete(dir, name) && left > 0 {
			left--
			continue
		}
		if !inUse(filepath.Join(dir, name)) {
			errs = errors.Join(errs, os.RemoveAll(filepath.Join(dir, name)))
		}
	}
	return errs
}
