package index

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/durable"
)

// currentFile holds the name of the generation to open. A build takes effect when this file is
// replaced.
const currentFile = "CURRENT"

// readCurrent returns the name in CURRENT, or "" if there is no such file. Any
// name but that of a generation in the same folder is an error.
func readCurrent(dir string) (string, error) {
	path := filepath.Join(dir, currentFile)
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", &knowledge.Error{Say: fmt.Sprintf("I can't read %s; please check its permissions.", path), Cause: err}
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, 256))
	if err != nil {
		return "", &knowledge.Error{Say: fmt.Sprintf("I can't read %s; please run `advisor index` to write it again.", path), Cause: err}
	}
	name := strings.TrimSpace(string(text))
	if _, ok := sequenceOf(name); !ok {
		say := fmt.Sprintf("%s does not name a generation of the index; please run `advisor index` to write it again.", path)
		return "", &knowledge.Error{Say: say, Cause: fmt.Errorf("index: it reads %q", name)}
	}
	return name, nil
}

// writeCurrent makes a generation the one to open, in one step.
func writeCurrent(dir, name string) error {
	path, text := filepath.Join(dir, currentFile), []byte(name+"\n")
	err := durable.WriteFile(path, text)
	if err != nil && os.Remove(path) == nil { // an empty folder of that name was in the way
		err = durable.WriteFile(path, text)
	}
	return err
}
