package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
)

// maker writes small PDF files: pages of text in Helvetica, at given places, with tags and
// bookmarks if wanted.
type maker struct {
	pages     []string // what each draws
	structure string   // of the tags, objects from tagsFrom on, the first of them the root's only child
	bookmarks []mark
	title     string
	rotate    int
}

type mark struct {
	title  string
	inside []mark
}

// at is text at a place, in points from the lower left corner; the font is "r" for regular or "b"
// for bold.
func at(x, y, size float64, font, text string) string {
	text = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(text)
	return fmt.Sprintf("BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y, text)
}

// lines are lines of ten-point text below one another, twelve points apart.
func lines(x, y float64, text ...string) string {
	var b strings.Builder
	for i, l := range text {
		b.WriteString(at(x, y-12*float64(i), 10, "r", l))
	}
	return b.String()
}

// marked is content that tags refer to.
func marked(id int, content string) string {
	return fmt.Sprintf("/P <</MCID %d>> BDC\n%sEMC\n", id, content)
}

// A file has these objects, then three for each page, then bookmarks, then tags.
const (
	catalog = iota + 1
	pageTree
	regular
	bold
	info
	outlines
	firstPage
)

func pageObject(i int) int { return firstPage + 2*i }

// tagsFrom is the number of the first object of the structure.
func (m maker) tagsFrom() int { return pageObject(len(m.pages)) + countMarks(m.bookmarks) }

func countMarks(marks []mark) int {
	n := len(marks)
	for _, k := range marks {
		n += countMarks(k.inside)
	}
	return n
}

func (m maker) bytes() []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(content string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), content)
	}
	b.WriteString("%PDF-1.7\n")
	tags := ""
	if m.structure != "" {
		tags = fmt.Sprintf("/MarkInfo <</Marked true>> /StructTreeRoot %d 0 R", m.tagsFrom())
	}
	marks := ""
	if len(m.bookmarks) > 0 {
		marks = fmt.Sprintf("/Outlines %d 0 R", outlines)
	}
	object(fmt.Sprintf("<</Type /Catalog /Pages %d 0 R %s %s>>", pageTree, tags, marks))
	var kids []string
	for i := range m.pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", pageObject(i)))
	}
	object(fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(kids), strings.Join(kids, " ")))
	object("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>")
	object("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding>>")
	object(fmt.Sprintf("<</Title (%s)>>", m.title))
	first := pageObject(len(m.pages))
	object(fmt.Sprintf("<</Type /Outlines /First %d 0 R /Last %d 0 R /Count 1>>", first, first))
	for i, content := range m.pages {
		object(fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 600 800] /Rotate %d /StructParents %d /Contents %d 0 R /Resources <</Font <</r %d 0 R /b %d 0 R>>>>>>",
			pageTree, m.rotate, i, pageObject(i)+1, regular, bold))
		object(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content))
	}
	m.addMarks(m.bookmarks, first, object)
	if m.structure != "" {
		for _, o := range strings.Split(strings.TrimSpace(m.structure), "\n") {
			object(o)
		}
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, catalog, info, start)
	return b.Bytes()
}

// addMarks writes bookmarks, of which the first gets this number, each followed by those inside it.
func (m maker) addMarks(marks []mark, number int, object func(string)) {
	for i, k := range marks {
		next, inside := "", ""
		if i+1 < len(marks) {
			next = fmt.Sprintf("/Next %d 0 R", number+1+countMarks(k.inside))
		}
		if len(k.inside) > 0 {
			inside = fmt.Sprintf("/First %d 0 R /Last %d 0 R /Count %d", number+1, number+1, len(k.inside))
		}
		object(fmt.Sprintf("<</Title (%s) /Parent %d 0 R %s %s>>", k.title, outlines, next, inside))
		m.addMarks(k.inside, number+1, object)
		number += 1 + countMarks(k.inside)
	}
}

// tags writes a structure for pages: each element is a line "KIND: children", where a child is the
// number of an element in the list, or pPmM for content M of page P. The first is that of the root.
func (m maker) tags(elements ...string) string {
	root := m.tagsFrom()
	owner := map[[2]int]int{}
	var out []string
	for i, e := range elements {
		kind, inside, _ := strings.Cut(e, ":")
		kind, attributes, _ := strings.Cut(kind, " ")
		var kids []string
		for _, k := range strings.Fields(inside) {
			var page, id int
			if n, _ := fmt.Sscanf(k, "p%dm%d", &page, &id); n == 2 {
				kids = append(kids, fmt.Sprintf("<</Type /MCR /Pg %d 0 R /MCID %d>>", pageObject(page), id))
				owner[[2]int{page, id}] = root + 2 + i
				continue
			}
			var n int
			_, _ = fmt.Sscan(k, &n)
			kids = append(kids, fmt.Sprintf("%d 0 R", root+2+n))
		}
		if attributes != "" {
			attributes = "/A <</O /Table " + attributes + ">>"
		}
		out = append(out, fmt.Sprintf("<</Type /StructElem /S /%s /P %d 0 R %s /K [%s]>>", kind, parentOf(elements, i, root), attributes, strings.Join(kids, " ")))
	}
	var numbers strings.Builder
	for page := range m.pages {
		fmt.Fprintf(&numbers, "%d [", page)
		for id := 0; owner[[2]int{page, id}] > 0; id++ {
			fmt.Fprintf(&numbers, "%d 0 R ", owner[[2]int{page, id}])
		}
		numbers.WriteString("] ")
	}
	head := []string{
		fmt.Sprintf("<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R>>", root+2, root+1),
		fmt.Sprintf("<</Nums [%s]>>", numbers.String()),
	}
	return strings.Join(append(head, out...), "\n")
}

// parentOf is the object that an element is in.
func parentOf(elements []string, i, root int) int {
	for j, e := range elements {
		_, inside, _ := strings.Cut(e, ":")
		for _, k := range strings.Fields(inside) {
			if k == fmt.Sprint(i) {
				return root + 2 + j
			}
		}
	}
	return root
}
