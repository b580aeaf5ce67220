package load

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/pdf"
	"careeradvisor/knowledge/load/tree"
)

// Parser makes documents of files. The zero Parser is ready; it must be closed.
type Parser struct {
	Cache string // a folder for what a format compiles once; "" for none

	pdf     *pdf.Engine
	pdfOnce sync.Once
}

// engine is what reads PDF; it starts when the first is read.
func (p *Parser) engine() *pdf.Engine {
	p.pdfOnce.Do(func() { p.pdf = &pdf.Engine{Cache: p.Cache} })
	return p.pdf
}

// Close gives back what the formats hold.
func (p *Parser) Close() error { return p.engine().Close() }

// ParseAll makes documents of files, in their order. A document that known has under
// the sum of its file is used again. left holds one entry for each file that could
// not be parsed or says nothing.
func (p *Parser) ParseAll(ctx context.Context, files []File, known func(sum string) (knowledge.Document, bool)) (docs []knowledge.Document, left []LeftOut) {
	for _, f := range files {
		if known != nil {
			if d, ok := known(f.sum()); ok {
				docs = append(docs, d)
				continue
			}
		}
		d, out := p.parse(ctx, f)
		if out != nil {
			left = append(left, *out)
			continue
		}
		docs = append(docs, d)
	}
	return docs, left
}

// Parse makes a document of one file.
func (p *Parser) Parse(ctx context.Context, f File) (knowledge.Document, error) {
	d, out := p.parse(ctx, f)
	if out != nil {
		return knowledge.Document{}, out.Err()
	}
	return d, nil
}

func (p *Parser) parse(ctx context.Context, f File) (knowledge.Document, *LeftOut) {
	b := newBuilder(f.ID)
	err := p.read(ctx, b, f)
	if err == nil && b.refused != "" {
		err = &tree.Fault{What: b.refused}
	}
	if err != nil {
		out := leftOutFor(f.ID, err)
		return knowledge.Document{}, &out
	}
	doc := b.finish()
	if len(doc.Passages()) == 0 {
		out := leftOut(f.ID, "holds no text that could answer anything: add some, or remove the file", nil)
		return knowledge.Document{}, &out
	}
	doc.Sum = f.sum()
	return doc, nil
}

// read gives the builder what stands in a file.
func (p *Parser) read(ctx context.Context, b *builder, f File) error {
	fm := formatOf(f.name())
	if fm == nil {
		return &tree.Fault{What: "has a format that is not known: use " + Extensions()}
	}
	body := f.Data
	if !fm.binary {
		if bytes.Count(f.Data, []byte("\n"))+bytes.Count(f.Data, []byte("\r")) > MaxLines {
			return &tree.Fault{What: fmt.Sprintf("has more than %d lines: split it", MaxLines)}
		}
		var err error
		if body, err = b.frontMatter(f.Data); err != nil {
			return &tree.Fault{What: "has front matter that is not YAML: mend the lines between the --- rules", Cause: err}
		}
	}
	switch {
	case b.refused != "":
		return nil
	case fm.tree == nil:
		parseText(b, body)
		return nil
	}
	root, err := fm.tree(ctx, p, body)
	if err == nil {
		page(b, root)
	}
	return err
}

// name is the file's name, which tells its format.
func (f File) name() string {
	if f.Name == "" {
		return f.ID
	}
	return f.Name
}

// sum identifies what is read of a file.
func (f File) sum() string {
	h := sha256.New()
	fmt.Fprintf(h, "parsers %d\n%q %q %d\n", parserVersion, f.ID, f.name(), len(f.Data))
	h.Write(f.Data)
	return hex.EncodeToString(h.Sum(nil))[:32]
}
