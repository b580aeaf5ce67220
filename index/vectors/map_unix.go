//go:build unix

package vectors

import (
	"os"

	"golang.org/x/sys/unix"
)

// mapped is a file's bytes, which must not be written to, until release is called.
func mapped(f *os.File, size int) (data []byte, release func() error, err error) {
	data, err = unix.Mmap(int(f.Fd()), 0, size, unix.PROT_READ, unix.MAP_SHARED)
	return data, func() error { return unix.Munmap(data) }, err
}
