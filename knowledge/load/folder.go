package load

import (
	"io/fs"
	"os"
)

// folder is a folder on disk that nothing leads out of. Opening a file in it never waits, while
// opening a pipe would otherwise wait for a writer.
type folder struct {
	fs.FS // of the root
	root  *os.Root
}

// Open opens a file or a folder.
func (f folder) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	file, err := f.root.OpenFile(name, os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, err
	}
	return file, nil
}

// ReadDir and Stat are the root's.
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.FS, name) }

func (f folder) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.FS, name) }
