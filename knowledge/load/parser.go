package load

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/front"
	"careeradvisor/knowledge/load/pdf"
	"careeradvisor/knowledge/load/tree"
)

// Parser turns files into documents. The zero Parser is ready for use; it must be closed.
type Parser struct {
	Cache string // a folder for what a format compiles once; "" for none

	pdf     *pdf.Engine
	pdfOnce sync.Once
}

// engine reads PDF files; it starts when the first one is read.
func (p *Parser) engine() *pdf.Engine {
	p.pdfOnce.Do(func() { p.pdf = &pdf.Engine{Cache: p.Cache} })
	return p.pdf
}

// Close releases what the formats hold.
func (p *Parser) Close() error { return p.engine().Close() }

// Parse turns one file into a document. Links in it lead nowhere, so links without text get none.
func (p *Parser) Parse(ctx context.Context, f File) (knowledge.Document, error) {
	r := p.parse(ctx, f, nil)
	if !r.ok {
		return knowledge.Document{}, r.left[0].Err()
	}
	return r.doc, nil
}

// ParseAll turns files into documents, in their order. If known has a document for the sum of a
// file, that is reused; known may be nil. left names what could not be parsed or contains nothing,
// and what was skipped within documents.
func (p *Parser) ParseAll(ctx context.Context, files []File, known func(sum string) (knowledge.Document, bool)) (docs []knowledge.Document, left []LeftOut) {
	linking := map[int]File{} // documents with links that have no text of their own
	for _, f := range files {
		if known != nil {
			if d, ok := known(f.sum()); ok {
				docs = append(docs, d)
				continue
			}
		}
		r := p.parse(ctx, f, nil)
		left = append(left, r.left...)
		if !r.ok {
			continue
		}
		if len(r.bare) > 0 {
			linking[len(docs)] = f
		}
		docs = append(docs, r.doc)
	}
	titles := linksTo(docs)
	for i, f := range linking {
		if r := p.parse(ctx, f, titles); r.ok {
			docs[i] = r.doc
		}
	}
	return docs, left
}

// result is the outcome of parsing a file.
type result struct {
	doc  knowledge.Document
	ok   bool      // there is a document
	left []LeftOut // why there is none, or what was skipped in it
	bare []string  // targets of its links without text
}

func (p *Parser) parse(ctx context.Context, f File, titles *links) result {
	b := newBuilder(f.ID)
	b.links = titles
	err := p.read(ctx, b, f)
	if err == nil && b.refused != "" {
		err = &tree.Fault{What: b.refused}
	}
	if err != nil {
		return result{left: []LeftOut{leftOutFor(f.ID, err)}}
	}
	r := result{doc: b.finish(), bare: b.bare}
	if r.ok = slices.ContainsFunc(r.doc.Sections, func(s knowledge.Section) bool { return len(s.Passages) > 0 }); !r.ok {
		left := leftOut(f.ID, "holds no text that could answer anything: add some, or remove the file", nil)
		if b.noted != nil {
			left = leftOutFor(f.ID, b.noted)
		}
		return result{left: []LeftOut{left}}
	}
	if b.noted != nil {
		r.left = append(r.left, leftOutFor(f.ID, b.noted))
	}
	r.left = append(r.left, putAsks(&r.doc, f)...)
	r.doc.Sum = f.sum(b.linked...)
	if len(r.left) > 0 {
		r.doc.Sum = f.sum("noted") // made again next time, so that it is named again
	}
	return r
}

// read gives the builder what is in a file.
func (p *Parser) read(ctx context.Context, b *builder, f File) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	fm := formatOf(f.name())
	if fm == nil {
		return &tree.Fault{What: "has an unknown format: use " + Extensions()}
	}
	body := f.Data
	if !fm.binary {
		var err error
		if body, err = text(body, fm.page); err != nil {
			return err
		}
	}
	if !fm.binary && !fm.bare {
		var err error
		if body, err = b.frontMatter(body); err != nil {
			return err
		}
	}
	root, err := fm.tree(ctx, p, body)
	if err != nil {
		return err
	}
	page(b, root)
	return nil
}

// name is the file's name, which says its format.
func (f File) name() string {
	if f.Name == "" {
		return f.ID
	}
	return f.Name
}

// sum identifies what a document is made from: its file, its asks, and the titles of others.
func (f File) sum(titles ...string) string {
	h := sha256.New()
	fmt.Fprintf(h, "parsers %d\n%q %q %q %d\n", parserVersion, f.ID, f.name(), titles, len(f.Data))
	h.Write(f.Data)
	if f.Asks != nil {
		fmt.Fprintf(h, "asks %d\n", len(f.Asks))
		h.Write(f.Asks)
	}
	return hex.EncodeToString(h.Sum(nil))[:32]
}

// channelID matches the ID that Slack gives a channel.
var channelID = regexp.MustCompile(`^[CG][A-Z0-9]+$`)

// frontMatter takes in what a text says about itself before it begins, and returns the rest.
func (b *builder) frontMatter(data []byte) (body []byte, err error) {
	m, body, err := front.Read(data)
	if err != nil {
		b.noted = &tree.Fault{What: "has front matter that is not YAML, which was skipped: correct the lines between the --- rules", Cause: err}
	}
	d := &b.doc
	d.Title, d.Role, d.Aliases, d.Source = m.Title, m.Role, m.Aliases, m.Source
	d.URL, d.Owner, d.Date, d.ReviewBy, d.Channels = m.URL, m.Owner, m.Date, m.ReviewBy, m.Channels
	d.Interests = knowledge.ParseInterests(strings.Join(m.Interests, ", ")) // site generators use this key for people's hobbies
	b.setLanguage(m.Lang)
	for _, field := range append([]string{d.Title, d.Role, d.Source, d.URL, d.Owner, d.Date, d.ReviewBy}, slices.Concat(d.Aliases, d.Channels)...) {
		if utf8.RuneCountInString(field) > maxField { // every passage would carry it
			return nil, &tree.Fault{What: fmt.Sprintf("has front matter with a field of more than %d characters: shorten it", maxField)}
		}
	}
	switch {
	case m.Draft:
		return nil, &tree.Fault{What: "is marked as a draft: remove that from its front matter when it is finished"}
	case slices.ContainsFunc(d.Channels, func(c string) bool { return !channelID.MatchString(c) }):
		b.noted = &tree.Fault{What: "is limited to channels that are not given by their IDs, such as C0123ABCD: nobody can read it until they are"}
	case len(d.Aliases) > maxAliases:
		return nil, &tree.Fault{What: fmt.Sprintf("has more than %d aliases: leave out those that nobody uses", maxAliases)}
	}
	if m.Page != nil {
		unfold := b.fold() // its headings have nothing to do with the body's levels
		page(b, m.Page)
		unfold()
	}
	return body, nil
}
