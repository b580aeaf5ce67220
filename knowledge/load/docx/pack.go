package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"careeradvisor/knowledge/load/tree"
)

// A document of a thousand pages has about 10 MB of XML, and a hundred parts besides its pictures.
const (
	// MaxPart is the size of the largest part that is read, in bytes once unpacked.
	MaxPart    = 16 << 20
	maxEntries = 10_000
)

var (
	oldWord = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") // an OLE file: Word 97, or any encrypted document
	damaged = "cannot be read as a Word document: open it in Word and save it again as .docx"
)

// pack is the opened file: parts by their names.
type pack map[string]*zip.File

func open(data []byte) (pack, error) {
	if bytes.HasPrefix(data, oldWord) {
		return nil, &tree.Fault{What: "is encrypted, or is a Word 97 document: save it as .docx without a password"}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &tree.Fault{What: damaged, Cause: err}
	}
	if len(z.File) > maxEntries {
		return nil, &tree.Fault{What: fmt.Sprintf("has more than %d parts inside: split it", maxEntries)}
	}
	p := pack{}
	for _, f := range z.File {
		p[strings.ToLower(strings.TrimPrefix(f.Name, "/"))] = f
	}
	return p, nil
}

// read unpacks a part; nil if there is none.
func (p pack) read(name string) ([]byte, error) {
	f := p[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, &tree.Fault{What: damaged, Cause: err}
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, MaxPart+1)) // whatever size its header claims
	if err != nil {
		return nil, &tree.Fault{What: damaged, Cause: err}
	}
	if len(data) > MaxPart {
		return nil, &tree.Fault{What: fmt.Sprintf("unpacks to more than %d MB of text: split it", MaxPart>>20)}
	}
	return data, nil
}

// relations hold what a part refers to: targets by ID, and by the last word of their type
// ("styles").
type relations struct{ byID, byType map[string]string }

// relationsOf reads the relations of a part; "" is the package itself.
func (p pack) relationsOf(part string) (relations, error) {
	dir, file := path.Split(part)
	rel := relations{map[string]string{}, map[string]string{}}
	data, err := p.read(dir + "_rels/" + file + ".rels")
	if err != nil || data == nil {
		return rel, err
	}
	root, err := parse(data)
	if err != nil {
		return rel, err
	}
	for _, r := range root.inside {
		target := r.get("Target")
		if r.get("TargetMode") != "External" {
			target = strings.TrimPrefix(path.Join("/", dir, target), "/")
			if strings.HasPrefix(r.get("Target"), "/") {
				target = strings.TrimPrefix(path.Clean(r.get("Target")), "/")
			}
		}
		rel.byID[r.get("Id")] = target
		rel.byType[path.Base(r.get("Type"))] = target
	}
	return rel, nil
}

// part parses a whole related part; it is an empty element if there is none.
func (p pack) part(rel relations, kind string) (*element, error) {
	data, err := p.read(rel.byType[kind])
	if err != nil || data == nil {
		return &element{}, err
	}
	return parse(data)
}

var errNoDocument = errors.New("the package names no document")
