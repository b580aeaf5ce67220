package pdf

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// piece is text that the file draws in one go: a word, a line, or a part of one.
// Places are in points, from the lower left corner of the page.
type piece struct {
	text        string
	left, right float64
	base        float64 // the line that it is on
	size        float64 // of its font
	bold        bool
	mark        int // of marked content, by which tags refer to it; -1 for none
	turn        int // the direction of its lines: 0 to the right, 1 upwards, 2 to the left, 3 downwards
	page        int
}

// page is the text of a page in the order in which it is drawn.
type page struct{ pieces []piece }

// A page has a few hundred pieces at most. A drawing or a map may have more, and each is looked up
// among all characters of its page.
const (
	maxPieces    = 20_000
	maxAllPieces = 1_000_000 // of all pages
	maxForms     = 5         // how deep drawings may be nested
)

// page reads one page, and its part of the tags.
func (f *file) page(index int) (page, error) {
	var p page
	loaded, err := f.in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: f.doc, Index: index})
	if err != nil {
		return p, err
	}
	ref := requests.Page{ByReference: &loaded.Page}
	text, err := f.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return p, err
	}
	r := &pageReader{f: f, text: text.TextPage, index: index, fonts: map[string]bool{}}
	objects, err := f.in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: ref})
	if err == nil {
		for i := range objects.Count {
			got, err := f.in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: ref, Index: i})
			if err != nil {
				break
			}
			r.object(got.PageObject, identity, 0)
		}
		p.pieces = upright(r.pieces)
		if f.tags != nil {
			f.pageTags(ref, &p)
		}
	}
	_, _ = f.in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	_, _ = f.in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	return p, err
}

// pageReader reads the objects of a page.
type pageReader struct {
	f      *file
	text   references.FPDF_TEXTPAGE
	index  int
	pieces []piece
	fonts  map[string]bool // whether a font is bold, by its name
}

var identity = structs.FPDF_FS_MATRIX{A: 1, D: 1}

// object reads an object: text, or a drawing that may hold text.
func (r *pageReader) object(o references.FPDF_PAGEOBJECT, at structs.FPDF_FS_MATRIX, deep int) {
	kind, err := r.f.in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o})
	if err != nil || len(r.pieces) >= maxPieces {
		return
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_TEXT:
		r.piece(o, at)
	case enums.FPDF_PAGEOBJ_FORM:
		m, err := r.f.in.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
		n, err2 := r.f.in.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: o})
		if err != nil || err2 != nil || deep >= maxForms {
			return
		}
		for i := range n.Count {
			if in, err := r.f.in.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: o, Index: uint64(i)}); err == nil {
				r.object(in.PageObject, times(m.Matrix, at), deep+1)
			}
		}
	}
}

// piece reads a text object.
func (r *pageReader) piece(o references.FPDF_PAGEOBJECT, at structs.FPDF_FS_MATRIX) {
	in := r.f.in
	text, err := in.FPDFTextObj_GetText(&requests.FPDFTextObj_GetText{PageObject: o, TextPage: r.text})
	if err != nil || text.Text == "" {
		return
	}
	own, err := in.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil {
		return
	}
	size, err := in.FPDFTextObj_GetFontSize(&requests.FPDFTextObj_GetFontSize{PageObject: o})
	if err != nil {
		return
	}
	box, err := in.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o})
	if err != nil {
		return
	}
	m := times(own.Matrix, at)
	turn, straight := turnOf(m)
	if !straight {
		return
	}
	p := piece{text: plain(text.Text), turn: turn, mark: -1, page: r.index, bold: r.bold(o),
		size: float64(size.FontSize) * math.Hypot(float64(m.C), float64(m.D))}
	x0, y0 := apply(at, box.Left, box.Bottom)
	x1, y1 := apply(at, box.Right, box.Top)
	switch turn {
	case 0:
		p.left, p.right, p.base = min(x0, x1), max(x0, x1), float64(m.F)
	case 1:
		p.left, p.right, p.base = min(y0, y1), max(y0, y1), -float64(m.E)
	case 2:
		p.left, p.right, p.base = -max(x0, x1), -min(x0, x1), -float64(m.F)
	case 3:
		p.left, p.right, p.base = -max(y0, y1), -min(y0, y1), float64(m.E)
	}
	if !onPaper(p.left, p.right, p.base, p.size) {
		return
	}
	if mark, err := in.FPDFPageObj_GetMarkedContentID(&requests.FPDFPageObj_GetMarkedContentID{PageObject: o}); err == nil {
		p.mark = mark.MarkedContentID
	}
	r.pieces = append(r.pieces, p)
}

// onPaper reports whether lengths are numbers and fit on a page, which is at most a few metres
// wide.
func onPaper(lengths ...float64) bool {
	for _, l := range lengths {
		if !(math.Abs(l) < 20_000) {
			return false
		}
	}
	return true
}

var boldName = regexp.MustCompile(`(?i)bold|black|heavy|\bdemi|CM[A-Z]*BX|SF[A-Z]*BX`)

// bold reports whether the font of an object is bold. Its name says so more
// reliably than its weight, which PDFium estimates.
func (r *pageReader) bold(o references.FPDF_PAGEOBJECT) bool {
	font, err := r.f.in.FPDFTextObj_GetFont(&requests.FPDFTextObj_GetFont{PageObject: o})
	if err != nil {
		return false
	}
	name, err := r.f.in.FPDFFont_GetBaseFontName(&requests.FPDFFont_GetBaseFontName{Font: font.Font})
	if err != nil {
		return false
	}
	bold, ok := r.fonts[name.BaseFontName]
	if !ok {
		bold = boldName.MatchString(name.BaseFontName)
		r.fonts[name.BaseFontName] = bold
	}
	return bold
}

// turnOf says which way text runs, and whether it runs along a side of the page.
func turnOf(m structs.FPDF_FS_MATRIX) (turn int, straight bool) {
	a, b := float64(m.A), float64(m.B)
	switch {
	case math.Abs(b) < math.Abs(a)/20:
		return map[bool]int{true: 0, false: 2}[a > 0], true
	case math.Abs(a) < math.Abs(b)/20:
		return map[bool]int{true: 1, false: 3}[b > 0], true
	}
	return 0, false
}

// upright keeps the pieces that run in the direction of most text on the page.
func upright(pieces []piece) []piece {
	var chars [4]int
	for _, p := range pieces {
		chars[p.turn] += len(p.text)
	}
	most := 0
	for turn, n := range chars {
		if n > chars[most] {
			most = turn
		}
	}
	return slices.DeleteFunc(pieces, func(p piece) bool { return p.turn != most })
}

// times combines m with the matrix of the drawing that it is in.
func times(m, at structs.FPDF_FS_MATRIX) structs.FPDF_FS_MATRIX {
	if at == identity {
		return m
	}
	return structs.FPDF_FS_MATRIX{
		A: m.A*at.A + m.B*at.C, B: m.A*at.B + m.B*at.D,
		C: m.C*at.A + m.D*at.C, D: m.C*at.B + m.D*at.D,
		E: m.E*at.A + m.F*at.C + at.E, F: m.E*at.B + m.F*at.D + at.F,
	}
}

func apply(m structs.FPDF_FS_MATRIX, x, y float32) (float64, float64) {
	return float64(x*m.A + y*m.C + m.E), float64(x*m.B + y*m.D + m.F)
}

// hyphen is what PDFium writes for a hyphen at the end of a line.
const hyphen = "\x02"

var ligatures = strings.NewReplacer("\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\ufb05", "st", "\ufb06", "st",
	hyphen, "-", "\u2010", "-", "\x00", "", "\r", " ", "\n", " ", "\u00a0", " ", "\ufffe", "-", "\uffff", "")

// plain is text with its ligatures split.
func plain(s string) string { return ligatures.Replace(s) }
