package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

const (
	// MaxPages is how many pages a document may have: as many as a shelf of handbooks.
	MaxPages = 1000

	// longest is how long one document may take; one of 300 pages takes a few seconds.
	longest = time.Minute
)

// Sentences for people.
const (
	noPDF     = "is not a PDF, despite its name: export it as PDF, or give it the right file extension"
	damaged   = "is a damaged PDF: open it and print or export it as PDF again"
	locked    = "is protected by a password: save it without one"
	tooSlow   = "takes more than a minute to read: split it"
	noText    = "holds pictures of pages without their text: run text recognition (OCR) on it"
	noEngine  = "cannot be read because the PDF reader does not start on this machine: save its text as .docx or .md"
	noMeaning = "untitled"
)

// file is one document while it is being read.
type file struct {
	in    pdfium.Pdfium
	doc   references.FPDF_DOCUMENT
	count int // of pages

	pages []page
	tags  *tag // its structure, nil if it is not tagged
	marks []bookmark
	title string
}

// Tree reads a document. Its error is a [tree.Fault], or that of ctx.
func (e *Engine) Tree(ctx context.Context, data []byte) (*html.Node, error) {
	if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
		return nil, &tree.Fault{What: noPDF}
	}
	f := &file{}
	err := e.with(ctx, longest, func(in pdfium.Pdfium) error {
		f.in = in
		return f.read(data)
	})
	if _, ok := errors.AsType[*tree.Fault](err); ok {
		return nil, err
	}
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, errTooSlow):
		return nil, &tree.Fault{What: tooSlow}
	case errors.Is(err, errNoEngine):
		return nil, &tree.Fault{What: noEngine, Cause: err}
	case err != nil:
		return nil, &tree.Fault{What: damaged, Cause: err}
	}
	return f.tree()
}

// read takes what is needed out of the document.
func (f *file) read(data []byte) error {
	opened, err := f.in.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return &tree.Fault{What: locked, Cause: err}
	case err != nil:
		return err
	}
	f.doc = opened.Document
	pages, err := f.in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: f.doc})
	if err != nil {
		return err
	}
	if f.count = pages.PageCount; f.count > MaxPages {
		return &tree.Fault{What: fmt.Sprintf("has more than %d pages: split it", MaxPages)}
	}
	f.title = f.metaTitle()
	f.marks = f.bookmarks()
	if tagged, err := f.in.FPDFCatalog_IsTagged(&requests.FPDFCatalog_IsTagged{Document: f.doc}); err == nil && tagged.IsTagged {
		f.tags = &tag{}
	}
	broken, pieces := 0, 0
	for i := range f.count {
		p, err := f.page(i)
		if err != nil { // one page may be damaged
			if broken++; broken == f.count {
				return err
			}
		}
		if pieces += len(p.pieces); pieces > maxAllPieces {
			return &tree.Fault{What: "draws its text in more than a million pieces: split it"}
		}
		f.pages = append(f.pages, p)
	}
	return nil
}

// metaTitle is the title that the document gives itself; "" if a program only wrote the name of a
// file there.
func (f *file) metaTitle() string {
	got, err := f.in.GetMetaData(&requests.GetMetaData{Document: f.doc, Tags: &[]string{"Title"}})
	if err != nil || len(got.Tags) == 0 {
		return ""
	}
	title := strings.TrimSpace(got.Tags[0].Value)
	lower := strings.ToLower(title)
	for _, end := range []string{".doc", ".docx", ".odt", ".html", ".htm", ".pdf", ".tex", ".md", ".indd", ".rtf"} {
		if strings.HasSuffix(lower, end) {
			return ""
		}
	}
	if strings.HasPrefix(lower, noMeaning) {
		return ""
	}
	return title
}

// tree makes the page of what was read.
func (f *file) tree() (*html.Node, error) {
	root, body := tree.Page()
	if f.title != "" {
		tree.Find(root, atom.Head).AppendChild(tree.New(atom.Title, tree.Text(f.title)))
	}
	all := 0
	for _, p := range f.pages {
		for _, x := range p.pieces {
			all += len(x.text)
		}
	}
	if all == 0 {
		return nil, &tree.Fault{What: noText}
	}
	t := typesettingOf(f.pages)
	if f.tags != nil && f.tags.tellsStructure(all) {
		b := &tagged{t: t}
		b.blocks(body, f.tags.inside)
	} else {
		lay(t, body, f.pages, f.marks)
	}
	return root, nil
}
