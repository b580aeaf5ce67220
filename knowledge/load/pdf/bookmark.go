package pdf

import (
	"strings"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// bookmark is a line of the table of contents that PDF viewers show beside the pages.
type bookmark struct {
	title string
	level int // from 1
}

const (
	maxBookmarks    = 10_000
	maxBookmarkDeep = 10
)

// bookmarks reads the bookmarks in their order.
func (f *file) bookmarks() []bookmark {
	var all []bookmark
	first, err := f.in.FPDFBookmark_GetFirstChild(&requests.FPDFBookmark_GetFirstChild{Document: f.doc})
	if err == nil {
		f.bookmarksFrom(first.Bookmark, 1, &all)
	}
	return all
}

// bookmarksFrom adds a bookmark and those after it, each with those below it. They may form a
// cycle.
func (f *file) bookmarksFrom(b *references.FPDF_BOOKMARK, level int, all *[]bookmark) {
	for b != nil && len(*all) < maxBookmarks && level <= maxBookmarkDeep {
		title, err := f.in.FPDFBookmark_GetTitle(&requests.FPDFBookmark_GetTitle{Bookmark: *b})
		if err != nil {
			return
		}
		*all = append(*all, bookmark{strings.TrimSpace(plain(title.Title)), level})
		if in, err := f.in.FPDFBookmark_GetFirstChild(&requests.FPDFBookmark_GetFirstChild{Document: f.doc, Bookmark: b}); err == nil {
			f.bookmarksFrom(in.Bookmark, level+1, all)
		}
		next, err := f.in.FPDFBookmark_GetNextSibling(&requests.FPDFBookmark_GetNextSibling{Document: f.doc, Bookmark: *b})
		if err != nil {
			return
		}
		b = next.Bookmark
	}
}
