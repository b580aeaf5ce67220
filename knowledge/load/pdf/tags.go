package pdf

import (
	"slices"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// tag is an element of a tagged document's structure or, if kind is "", pieces of text. An element
// may continue over any number of pages; it is the same element wherever it has the same place
// inside the same parent.
type tag struct {
	kind         string
	at           int // its place in the element that it is in
	places       int // in it; some may be empty
	across, down int // of a table's cell
	inside       []*tag
	pieces       []piece
}

const (
	maxTags    = 500_000
	maxTagDeep = 100

	// away is how many elements of other pages may lie between two of one page.
	away = 64
)

// pageTags adds what is on a page to the document's tags. Marks show which tag the drawn text
// belongs to.
func (f *file) pageTags(ref requests.Page, p *page) {
	root, err := f.in.FPDF_StructTree_GetForPage(&requests.FPDF_StructTree_GetForPage{Page: ref})
	if err != nil {
		return
	}
	r := &tagReader{f: f, marked: map[int][]piece{}}
	for _, x := range p.pieces {
		if x.mark >= 0 {
			r.marked[x.mark] = append(r.marked[x.mark], x)
		}
	}
	n, err := f.in.FPDF_StructTree_CountChildren(&requests.FPDF_StructTree_CountChildren{StructTree: root.StructTree})
	if err == nil {
		for i := range n.Count {
			got, err := f.in.FPDF_StructTree_GetChildAtIndex(&requests.FPDF_StructTree_GetChildAtIndex{StructTree: root.StructTree, Index: i})
			if err == nil {
				r.element(got.StructElement, f.tags.child(i), 0)
			}
		}
	}
	_, _ = f.in.FPDF_StructTree_Close(&requests.FPDF_StructTree_Close{StructTree: root.StructTree})
}

// tagReader reads the tags of one page.
type tagReader struct {
	f      *file
	marked map[int][]piece // not yet found in the structure
	count  int
}

// child is the element at a place, which may have begun on an earlier page.
func (t *tag) child(at int) *tag {
	i, found := slices.BinarySearchFunc(t.inside, at, func(in *tag, at int) int { return in.at - at })
	if !found {
		t.inside = slices.Insert(t.inside, i, &tag{at: at})
	}
	return t.inside[i]
}

func (r *tagReader) element(e references.FPDF_STRUCTELEMENT, t *tag, deep int) {
	if r.count++; r.count > maxTags || deep > maxTagDeep {
		return
	}
	if t.kind == "" {
		t.kind = "NonStruct"
		if got, err := r.f.in.FPDF_StructElement_GetType(&requests.FPDF_StructElement_GetType{StructElement: e}); err == nil && got.Type != "" {
			t.kind = got.Type
		}
		if t.kind == "TH" || t.kind == "TD" {
			t.across, t.down = r.spans(e)
		}
	}
	n, err := r.f.in.FPDF_StructElement_CountChildren(&requests.FPDF_StructElement_CountChildren{StructElement: e})
	if err != nil {
		return
	}
	t.places = n.Count
	// What is on this page begins where the previous page ended and continues with hardly a gap, so
	// nothing else in a long document need be looked at.
	from, last := 0, -1
	if len(t.inside) > 0 && n.Count > away {
		from = t.inside[len(t.inside)-1].at
	}
	for i := from; i < n.Count && (last < 0 || i < last+away); i++ {
		if r.inside(e, t, i, deep) {
			last = i
		}
	}
	if last < 0 {
		for i := range from {
			r.inside(e, t, i, deep)
		}
	}
}

// inside reads what is at a place in an element, and reports whether there is
// something on this page.
func (r *tagReader) inside(e references.FPDF_STRUCTELEMENT, t *tag, i, deep int) bool {
	got, err := r.f.in.FPDF_StructElement_GetChildAtIndex(&requests.FPDF_StructElement_GetChildAtIndex{StructElement: e, Index: i})
	if err == nil {
		r.element(got.StructElement, t.child(i), deep+1)
		return true
	}
	mark, err := r.f.in.FPDF_StructElement_GetChildMarkedContentID(&requests.FPDF_StructElement_GetChildMarkedContentID{StructElement: e, Index: i})
	if err != nil {
		return false
	}
	if pieces := r.marked[mark.ChildMarkedContentID]; len(pieces) > 0 {
		delete(r.marked, mark.ChildMarkedContentID)
		t.child(i).pieces = pieces
	}
	return true
}

// spans are how many columns and rows a cell has.
func (r *tagReader) spans(e references.FPDF_STRUCTELEMENT) (across, down int) {
	across, down = 1, 1
	n, err := r.f.in.FPDF_StructElement_GetAttributeCount(&requests.FPDF_StructElement_GetAttributeCount{StructElement: e})
	if err != nil {
		return across, down
	}
	for i := range min(n.Count, 10) {
		a, err := r.f.in.FPDF_StructElement_GetAttributeAtIndex(&requests.FPDF_StructElement_GetAttributeAtIndex{StructElement: e, Index: i})
		if err != nil {
			continue
		}
		for name, to := range map[string]*int{"ColSpan": &across, "RowSpan": &down} {
			v, err := r.f.in.FPDF_StructElement_Attr_GetValue(&requests.FPDF_StructElement_Attr_GetValue{StructElementAttribute: a.StructElementAttribute, Name: name})
			if err != nil {
				continue
			}
			if span, err := r.f.in.FPDF_StructElement_Attr_GetNumberValue(&requests.FPDF_StructElement_Attr_GetNumberValue{StructElementAttributeValue: v.StructElementAttributeValue}); err == nil {
				*to = min(max(int(span.Value), 1), maxSpan)
			}
		}
	}
	return across, down
}

// maxSpan is how many columns or rows a cell may span.
const maxSpan = 100

// tellsStructure reports whether the tags cover nearly all of the text, whose size in bytes is
// given, and say more about it than that there are paragraphs.
func (t *tag) tellsStructure(all int) bool {
	covered, structure := t.covers()
	return structure && covered*4 >= all*3
}

func (t *tag) covers() (bytes int, structure bool) {
	switch t.kind {
	case "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "L", "Table":
		structure = true
	}
	for _, p := range t.pieces {
		bytes += len(p.text)
	}
	for _, in := range t.inside {
		n, s := in.covers()
		bytes, structure = bytes+n, structure || s
	}
	return bytes, structure
}
