package vectors

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
)

// maxFile is the largest file of vectors that is read, in bytes.
const maxFile = most * 1024

// Open opens a file of vectors and verifies it.
func Open(path string) (set *Set, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() < headSize || info.Size() > maxFile {
		return nil, fmt.Errorf("%w: it has %d bytes", errDamaged, info.Size())
	}
	data, release, err := mapped(f, int(info.Size()))
	if err != nil {
		return nil, err
	}
	err = guarded(func() (err error) {
		set, err = Parse(data)
		return err
	})
	if err != nil {
		return nil, errors.Join(err, release())
	}
	set.release = release
	return set, nil
}

// guarded runs code that reads mapped memory. If someone has truncated the file in the meantime,
// that is an error and not the end of the process.
func guarded(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		switch r := recover().(type) {
		case nil:
		case interface {
			error
			Addr() uintptr
		}:
			err = fmt.Errorf("%w: %w", errDamaged, r)
		default:
			panic(r)
		}
	}()
	return f()
}
