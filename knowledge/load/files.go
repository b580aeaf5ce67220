package load

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/clean"
)

// File is a document's file as it was read, not yet parsed.
type File struct {
	ID   string // of its document: the path in its folder, with slashes
	Name string // the file's name, which says its format; ID if empty
	Data []byte
	Asks []byte // of the file beside it that says what it is asked (NAME.asks.md); nil for none
}

// Folder reads the files of dir that have a known format, in the order of their IDs. left names
// what was left out; err says whether dir cannot be read or contains no documents.
func Folder(dir string) (files []File, left []LeftOut, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, folderError(dir, err)
	}
	defer root.Close()
	w := walkThrough(folder{root.FS(), root}, "")
	if len(w.files) == 0 && len(w.left) == 0 && !w.papers {
		return nil, nil, &knowledge.Error{Say: fmt.Sprintf(
			"The folder %q holds no documents: put files ending in %s into it.", dir, Extensions())}
	}
	return w.files, append(w.left, w.unread.leftOut()...), nil
}

func folderError(dir string, err error) error {
	say := fmt.Sprintf("The folder %q cannot be read: check its permissions.", dir)
	if errors.Is(err, fs.ErrNotExist) {
		say = fmt.Sprintf("There is no folder %q: check the path in ADVISOR_KNOWLEDGE.", dir)
	} else if info, serr := os.Stat(dir); serr == nil && !info.IsDir() {
		say = fmt.Sprintf("%q is a file, not a folder: name the folder that holds the documents.", dir)
	}
	return &knowledge.Error{Say: say, Cause: err}
}

// SynonymsFile is the name of a file at the top of a folder of documents that is not a document
// itself, but says which words mean the same in them.
const SynonymsFile = "synonyms.txt"

// Beside returns the text of a file at the top of dir that is not a document, or "" if there is no
// such file.
func Beside(dir, name string) (string, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", folderError(dir, err)
	}
	defer root.Close()
	data, err := readFile(folder{root.FS(), root}, name, MaxFile)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", leftOutFor(name, err).Err()
	}
	return string(data), nil
}

// parserVersion changes whenever the same file gives a different document, so that an index of
// documents read by an earlier release is rebuilt.
const parserVersion = 7

// titleFromName makes a title from a file's name, for a document without headings.
func titleFromName(id string) string {
	name := clean.Line(path.Base(id))
	name = strings.TrimSuffix(name, path.Ext(name))
	return strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(name))
}
