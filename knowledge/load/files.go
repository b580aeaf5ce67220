package load

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"sort"
	"strings"
	"unicode/utf8"

	"careeradvisor/knowledge"
)

// MaxFile is the largest file that is read, in bytes. A book is about 1 MB of
// text; what is larger is a dump, not a document.
const MaxFile = 32 << 20

// File is a document's file as it was read, not yet parsed.
type File struct {
	ID   string // of its document: the path in its folder, with slashes
	Name string // the file's name, which tells its format; ID where empty
	Data []byte
}

// Folder reads the files of dir whose formats are known, in the order of their
// IDs. bad holds one [knowledge.Error] for each file that was left out; err says
// that dir cannot be read or holds no document at all.
func Folder(dir string) (files []File, bad []error, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, folderError(dir, err)
	}
	defer root.Close()
	files, bad = Read(root.FS(), "")
	if len(files) == 0 && len(bad) == 0 {
		return nil, nil, &knowledge.Error{Say: fmt.Sprintf(
			"The folder %q holds no documents: put files ending in %s into it.", dir, Extensions())}
	}
	for i, b := range bad {
		bad[i] = fmt.Errorf("%s: %w", dir, b)
	}
	return files, bad, nil
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

// Read reads the files of fsys whose formats are known; each ID is prefix and the
// file's path. Hidden files and folders are passed over.
func Read(fsys fs.FS, prefix string) (files []File, bad []error) {
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			bad = append(bad, &knowledge.Error{Say: fmt.Sprintf(
				"The folder %q cannot be read: check its permissions.", name), Cause: err})
			return nil
		}
		if name != "." && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return nil
		}
		if name == SynonymsFile {
			return nil
		}
		if formatOf(name) == nil {
			if leadsToFolder(fsys, name, d) {
				bad = append(bad, fileError(name, "is a link to a folder, which is not followed: put its documents here", nil))
			}
			return nil
		}
		data, err := readFile(fsys, name)
		if err != nil {
			bad = append(bad, err)
			return nil
		}
		files = append(files, File{ID: prefix + name, Name: name, Data: data})
		return nil
	})
	if err != nil {
		bad = append(bad, err)
	}
	sort.Slice(files, func(i, j int) bool { return files[i].ID < files[j].ID })
	return files, bad
}

// leadsToFolder tells a link to a folder, or by its name seems to be one where it
// leads nowhere that may be looked at.
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

func readFile(fsys fs.FS, name string) ([]byte, error) {
	// Looked at before it is opened: opening a pipe waits for a writer.
	if info, err := fs.Stat(fsys, name); err == nil && !info.Mode().IsRegular() {
		return nil, fileError(name, "is not an ordinary file: replace it with one", nil)
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fileError(name, "cannot be read: check its permissions, and that it is no link out of the folder", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	switch {
	case err != nil:
		return nil, fileError(name, "cannot be read to its end: check the disk that holds it", err)
	case len(data) > MaxFile:
		return nil, fileError(name, fmt.Sprintf("is larger than %d MB: split it", MaxFile>>20), nil)
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) // a byte order mark is no text
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return nil, fileError(name, "is not UTF-8 text: save it as UTF-8", nil)
	}
	return data, nil
}

func fileError(name, what string, cause error) error {
	return &knowledge.Error{Say: fmt.Sprintf("The file %q %s.", name, what), Cause: cause}
}

// parserVersion changes whenever the same file gives another document, so that an
// index of documents that an earlier release read is built anew.
const parserVersion = 1

// Fingerprint identifies what is read of files: the same files give the same
// fingerprint wherever and whenever they are read by the same parsers.
func Fingerprint(files []File) string {
	h := sha256.New()
	fmt.Fprintf(h, "parsers %d\n", parserVersion)
	for _, f := range files {
		fmt.Fprintf(h, "%q %d\n", f.ID, len(f.Data))
		h.Write(f.Data)
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}

// ParseAll parses files; bad holds one [knowledge.Error] for each that could not
// be parsed or says nothing.
func ParseAll(files []File) (docs []knowledge.Document, bad []error) {
	for _, f := range files {
		d, err := Parse(f)
		if err != nil {
			bad = append(bad, err)
			continue
		}
		docs = append(docs, d)
	}
	return docs, bad
}

// Parse makes a document of one file.
func Parse(f File) (knowledge.Document, error) {
	fm := formatOf(f.Name)
	if f.Name == "" {
		fm = formatOf(f.ID)
	}
	if fm == nil {
		return knowledge.Document{}, fileError(f.ID, "has a format that is not known: use "+Extensions(), nil)
	}
	b := newBuilder(f.ID)
	body, err := b.frontMatter(f.Data)
	if err != nil {
		return knowledge.Document{}, fileError(f.ID, "has front matter that is not YAML: mend the lines between the --- rules", err)
	}
	fm.parse(b, body)
	doc := b.finish()
	if len(doc.Passages()) == 0 {
		return knowledge.Document{}, fileError(f.ID, "holds no text that could answer anything: add some, or remove the file", nil)
	}
	return doc, nil
}

// titleFromName makes a title of a file's name, for a document without headings.
func titleFromName(id string) string {
	name := path.Base(id)
	name = strings.TrimSuffix(name, path.Ext(name))
	return strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(name))
}
