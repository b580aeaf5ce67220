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

	"careeradvisor/knowledge"
)

// writeDocuments writes a generation's documents, one JSON object a line.
func writeDocuments(ctx context.Context, folder string, docs []knowledge.Document) (err error) {
	f, err := os.OpenFile(filepath.Join(folder, documentsFile), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, d := range docs {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := enc.Encode(d); err != nil {
			return fmt.Errorf("document %s: %w", d.ID, err)
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Sync()
}

// shareStrings lets the passages of a document have what they have in common only
// once, as the loader made them: it is most of what short ones take.
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
func readDocuments(folder string, count int) ([]knowledge.Document, error) {
	f, err := os.Open(filepath.Join(folder, documentsFile))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []knowledge.Document
	dec := json.NewDecoder(bufio.NewReader(f))
	for {
		var d knowledge.Document
		err := dec.Decode(&d)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %s: %w", errDamaged, documentsFile, err)
		}
		shareStrings(&d)
		docs = append(docs, d)
	}
	if len(docs) != count {
		return nil, fmt.Errorf("%w: %s has %d documents instead of %d", errDamaged, documentsFile, len(docs), count)
	}
	return docs, nil
}
