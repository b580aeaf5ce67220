package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/guides"
	"careeradvisor/knowledge/load"
)

// readFiles reads the files of every source, and the answers unless they are left out.
func readFiles(c *Config) (files []load.File, left []load.LeftOut, err error) {
	seen, bytes := map[string]bool{}, int64(0)
	add := func(prefix string, fs []load.File, more []load.LeftOut) {
		for _, f := range fs {
			for seen[f.ID] { // the later one is called by its folder too
				f.ID = prefix + "/" + f.ID
			}
			seen[f.ID] = true
			bytes += int64(len(f.Data) + len(f.Asks))
			files = append(files, f)
		}
		left = append(left, more...)
	}
	for _, src := range c.Sources {
		fs, more, err := readSource(src)
		if err != nil {
			return nil, nil, err
		}
		add(filepath.Base(src), fs, more)
		if err := c.Memory.reads(len(files), bytes); err != nil {
			return nil, nil, err
		}
	}
	if c.WithoutAnswers {
		return files, left, nil
	}
	fs, more, err := readAnswers(c.answersDir())
	add(strings.TrimSuffix(answersPrefix, "/"), fs, more)
	return files, left, err
}

func readSource(src string) ([]load.File, []load.LeftOut, error) {
	if src != Builtin {
		return load.Folder(src)
	}
	files, left := load.Read(guides.FS, "guides/")
	for i := range files {
		files[i].ID = strings.TrimSuffix(files[i].ID, filepath.Ext(files[i].ID))
	}
	return files, left, nil
}

// readAnswers reads the folder of published answers; it is not an error that there is none.
func readAnswers(dir string) ([]load.File, []load.LeftOut, error) {
	if dir == "" {
		return nil, nil, nil
	}
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, &knowledge.Error{Say: fmt.Sprintf("The folder of published answers, %s, cannot be read: check its permissions.", dir), Cause: err}
	}
	defer root.Close()
	files, left := load.Read(root.FS(), answersPrefix)
	return files, left, nil
}
