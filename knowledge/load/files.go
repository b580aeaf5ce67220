package load

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"careeradvisor/knowledge"
)

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
	files, bad = Read(folder{root.FS(), root}, "")
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

func fileError(name, what string, cause error) error {
	return &knowledge.Error{Say: fmt.Sprintf("The file %q %s.", name, what), Cause: cause}
}

// parserVersion changes whenever the same file gives another document, so that an
// index of documents that an earlier release read is built anew.
const parserVersion = 2

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
	if bytes.Count(f.Data, []byte("\n"))+bytes.Count(f.Data, []byte("\r")) > MaxLines {
		return knowledge.Document{}, fileError(f.ID, fmt.Sprintf("has more than %d lines: split it", MaxLines), nil)
	}
	b := newBuilder(f.ID)
	body, err := b.frontMatter(f.Data)
	if err != nil {
		return knowledge.Document{}, fileError(f.ID, "has front matter that is not YAML: mend the lines between the --- rules", err)
	}
	if b.refused == "" {
		fm.parse(b, body)
	}
	if b.refused != "" {
		return knowledge.Document{}, fileError(f.ID, b.refused, nil)
	}
	doc := b.finish()
	if len(doc.Passages()) == 0 {
		return knowledge.Document{}, fileError(f.ID, "holds no text that could answer anything: add some, or remove the file", nil)
	}
	return doc, nil
}

// titleFromName makes a title of a file's name, for a document without headings.
func titleFromName(id string) string {
	name := clean(path.Base(id))
	name = strings.TrimSuffix(name, path.Ext(name))
	return strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(name))
}
