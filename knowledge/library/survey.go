package library

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"careeradvisor/knowledge/load"
)

// survey computes a sum over the files of the sources, and those that were published, without
// reading them: over their names, sizes, times and permissions. A different sum means that
// something has changed; links count as what they lead to, since some folders are replaced by
// changing a link.
func survey(c *Config) (sum [sha256.Size]byte) {
	h := sha256.New()
	for _, dir := range append(c.folders(), c.answersDir()) {
		if dir == "" {
			continue
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			fmt.Fprintf(h, "%q %v\n", dir, err)
			continue
		}
		look := surveyor{fsys: root.FS(), note: func(format string, a ...any) { fmt.Fprintf(h, format+"\n", a...) }}
		err = fs.WalkDir(look.fsys, ".", look.visit)
		fmt.Fprintln(h, dir, errors.Join(err, root.Close()))
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// surveyor walks through a folder.
type surveyor struct {
	fsys    fs.FS
	note    func(format string, a ...any)
	entries int
}

func (s *surveyor) visit(name string, d fs.DirEntry, err error) error {
	if err != nil {
		s.note("%q %v", name, err)
		return nil
	}
	if s.entries++; s.entries > load.MaxEntries { // anything beyond is not read either
		return fs.SkipAll
	}
	if name != "." && strings.HasPrefix(d.Name(), ".") {
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if d.IsDir() {
		s.note("%q", name)
		return nil
	}
	info, err := d.Info()
	if err == nil && d.Type()&fs.ModeSymlink != 0 {
		info, err = fs.Stat(s.fsys, name)
	}
	if err != nil {
		s.note("%q %v", name, err)
		return nil
	}
	s.note("%q %d %d %v", name, info.Size(), info.ModTime().UnixNano(), info.Mode())
	return nil
}
