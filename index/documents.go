package index

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"careeradvisor/index/rank"
	"careeradvisor/knowledge"
)

// line is a document with its lengths, in the form that a generation keeps.
type line struct {
	knowledge.Document
	Lengths rank.Lengths `json:"lengths"`
}

// writeDocuments writes a generation's documents, one JSON object per line.
func writeDocuments(ctx context.Context, folder string, docs []knowledge.Document, each []rank.Lengths) (err error) {
	f, err := os.OpenFile(filepath.Join(folder, documentsFile), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i, d := range docs {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := enc.Encode(line{d, each[i]}); err != nil {
			return fmt.Errorf("document %s: %w", d.ID, err)
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Sync()
}

// shareStrings stores the strings that a document's passages have in common only once, as the
// loader did: they take up most of the memory of short passages.
func shareStrings(d *knowledge.Document) {
	for _, s := range d.Sections {
		var columns []string
		for i := range s.Passages {
			p := &s.Passages[i]
			if p.Doc == d.ID {
				p.Doc = d.ID
			}
			if slices.Equal(p.Section, s.Path) {
				p.Section = s.Path
			}
			if slices.Equal(p.Columns, columns) {
				p.Columns = columns
			}
			columns = p.Columns
		}
	}
}

// readDocuments reads them back; count is how many there must be.
func readDocuments(folder string, count int) (docs []knowledge.Document, each []rank.Lengths, err error) {
	f, err := os.Open(filepath.Join(folder, documentsFile))
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	dec := json.NewDecoder(bufio.NewReader(f))
	for {
		var d line
		err := dec.Decode(&d)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %s: %w", errDamaged, documentsFile, err)
		}
		shareStrings(&d.Document)
		docs, each = append(docs, d.Document), append(each, d.Lengths)
	}
	if len(docs) != count {
		return nil, nil, fmt.Errorf("%w: %s has %d documents instead of %d", errDamaged, documentsFile, len(docs), count)
	}
	return docs, each, nil
}
