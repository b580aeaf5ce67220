//go:build !unix

package vectors

import (
	"io"
	"os"
)

// mapped is a file's bytes, until release is called. They are read into memory, since a mapped file
// cannot be replaced on these systems.
func mapped(f *os.File, size int) (data []byte, release func() error, err error) {
	data = make([]byte, size)
	_, err = io.ReadFull(f, data)
	return data, func() error { return nil }, err
}
