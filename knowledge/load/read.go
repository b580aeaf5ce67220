package load

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/tree"
)

// Read reads the files of fsys that have a known format; each ID is prefix plus the path of the
// file. Hidden files and folders are skipped, as are files that accompany documents, except the
// questions beside them. left names everything else that was left out, each kind of file once;
// beyond a folder's limits it names only the place where they are exceeded.
func Read(fsys fs.FS, prefix string) (files []File, left []LeftOut) {
	w := walkThrough(fsys, prefix)
	return w.files, append(w.left, w.unread.leftOut()...)
}

func walkThrough(fsys fs.FS, prefix string) *walk {
	w := &walk{fsys: fsys, prefix: prefix}
	if err := fs.WalkDir(fsys, ".", w.visit); err != nil {
		w.left = append(w.left, LeftOut{Path: prefix, Why: "The folder cannot be read to its end: check the disk that holds it.", Cause: err})
	}
	w.readAsks()
	slices.SortFunc(w.files, func(a, b File) int { return strings.Compare(a.ID, b.ID) })
	return w
}

// walk is a walk through a folder.
type walk struct {
	fsys   fs.FS
	prefix string

	files   []File
	asks    []string // names of the files that say what documents are asked
	left    []LeftOut
	unread  unread
	papers  bool // there is something that people may consider a document
	entries int  // looked at
	size    int  // of the files together
}

func (w *walk) visit(name string, d fs.DirEntry, err error) error {
	if err != nil {
		w.left = append(w.left, LeftOut{name, fmt.Sprintf("The folder %q cannot be read: check its permissions.", name), err})
		return nil
	}
	if w.entries++; w.entries > MaxEntries {
		return w.stop(name, fmt.Sprintf("%d files and folders", MaxEntries))
	}
	hidden := name != "." && strings.HasPrefix(d.Name(), ".")
	switch {
	case hidden && d.IsDir():
		return fs.SkipDir
	case hidden || !d.IsDir() && isBeside(name):
		return nil
	case !d.IsDir() && isAsks(name):
		w.asks = append(w.asks, name)
		return nil
	case d.IsDir() && name != "." && isToolFolder(name):
		w.unread.addFolder(name)
		return fs.SkipDir
	case d.IsDir():
		if strings.Count(name, "/") >= MaxDepth {
			w.refuse(name, fmt.Sprintf("is nested more than %d folders deep: move its documents up", MaxDepth))
			return fs.SkipDir
		}
		return nil
	}
	return w.file(name, d)
}

// file reads a file of a known format, and says of some others why they are not
// read.
func (w *walk) file(name string, d fs.DirEntry) error {
	fm := formatOf(name)
	switch {
	case fm == nil && leadsToFolder(w.fsys, name, d):
		w.refuse(name, "is a link to a folder, and those are not followed: put its documents here")
		return nil
	case fm == nil:
		if w.unread.add(name) {
			w.papers = true
		}
		return nil
	case !isPlainName(name):
		w.refuse(name, "has a name with characters that cannot be shown: rename it")
		return nil
	case len(w.files) == MaxFiles:
		return w.stop(name, fmt.Sprintf("%d documents", MaxFiles))
	}
	data, err := readFile(w.fsys, name, fm.size())
	if err != nil {
		w.left = append(w.left, leftOutFor(name, err))
		return nil
	}
	if w.size += len(data); w.size > MaxFolder {
		return w.stop(name, muchText)
	}
	w.files = append(w.files, File{ID: w.prefix + name, Name: name, Data: data})
	return nil
}

func (w *walk) refuse(name, what string) { w.left = append(w.left, leftOut(name, what, nil)) }

// muchText is how much text a folder may hold, in bytes.
var muchText = fmt.Sprintf("%d MB of documents", MaxFolder>>20)

// stop ends the walk if there is too much.
func (w *walk) stop(name, much string) error {
	w.left = append(w.left, LeftOut{Path: name, Why: fmt.Sprintf(
		"The folder holds more than %s: all from %q on was left out; name a folder with fewer.", much, name)})
	return fs.SkipAll
}

// isPlainName reports whether a name can be in a message, a log and a database.
func isPlainName(name string) bool {
	return utf8.ValidString(name) && strings.IndexFunc(name, func(r rune) bool { return unicode.IsControl(r) || knowledge.IsInvisible(r) }) < 0
}

// leadsToFolder reports whether a link leads to a folder or, if its target may not be looked at,
// seems to by its name.
func leadsToFolder(fsys fs.FS, name string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return path.Ext(name) == ""
	}
	return info.IsDir()
}

func readFile(fsys fs.FS, name string, largest int) ([]byte, error) {
	// Checked before it is opened: opening a pipe may wait for a writer.
	if info, err := fs.Stat(fsys, name); err == nil && !info.Mode().IsRegular() {
		return nil, notOrdinary
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, &tree.Fault{What: "cannot be read: check its permissions, and that it does not link out of the folder", Cause: err}
	}
	defer f.Close()
	// And again once it is open: by then its name may have meant another file.
	info, err := f.Stat()
	switch {
	case err == nil && !info.Mode().IsRegular():
		return nil, notOrdinary
	case err == nil && info.Size() > int64(largest):
		return nil, tooLarge(largest)
	}
	data, err := io.ReadAll(io.LimitReader(f, int64(largest)+1))
	switch {
	case err != nil:
		return nil, &tree.Fault{What: "cannot be read to its end: check the disk that holds it", Cause: err}
	case len(data) > largest: // it grew
		return nil, tooLarge(largest)
	}
	return data, nil
}

var notOrdinary = &tree.Fault{What: "is not an ordinary file: replace it with one"}

func tooLarge(largest int) error {
	return &tree.Fault{What: fmt.Sprintf("is larger than %d MB: split it", largest>>20)}
}
