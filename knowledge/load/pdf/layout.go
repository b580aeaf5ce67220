package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// layout makes elements from the way pages look.
type layout struct {
	t     *typesetting
	ranks ranks
	into  *html.Node
	items []openItem

	text  []piece // of the open paragraph
	last  row     // its last line
	right float64 // of the widest line near it
	pitch float64 // from line to line
}

// lay reads pages that have no tags.
func lay(t *typesetting, body *html.Node, pages []page, marks []bookmark) {
	var all [][]row
	for _, p := range pages {
		all = append(all, rowsOf(p.pieces))
	}
	var rows []row
	for _, page := range withoutMargins(all) {
		rows = append(rows, inReadingOrder(page, 0)...)
	}
	l := &layout{t: t, into: body, ranks: ranksOf(rows, marks)}
	for len(rows) > 0 {
		rows = rows[l.next(rows):]
	}
	l.end()
}

// next reads what begins at the first of rows and returns how many rows it took.
func (l *layout) next(rows []row) int {
	r := rows[0]
	if m, ok := markOf(r); ok && l.ranks.of(r) == 0 && l.isItem(m, rows) {
		l.item(m, rows)
		return 1
	}
	if n, between := tableAt(rows); n > 0 {
		l.end()
		l.into.AppendChild(l.table(rows[:n], between))
		return n
	}
	if level := l.ranks.of(r); level > 0 {
		return l.heading(rows, level)
	}
	l.line(rows)
	return 1
}

// heading reads a title, which may have more than one line.
func (l *layout) heading(rows []row, level int) int {
	l.end()
	n := 1
	for n < len(rows) && l.ranks.of(rows[n]) == level && rows[n].page == rows[0].page &&
		rows[n-1].base-rows[n].base < 1.6*rows[n].size && rows[n-1].base > rows[n].base && !l.ranks.areMarked() {
		n++
	}
	var pieces []piece
	for _, r := range rows[:n] {
		pieces = append(pieces, r.pieces()...)
	}
	name := []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}[min(level, 6)-1]
	l.into.AppendChild(tree.New(name, tree.Text(l.t.join(pieces))))
	return n
}

func (r row) pieces() []piece {
	var all []piece
	for _, in := range r.runs {
		all = append(all, in.pieces...)
	}
	return all
}

// end ends the open paragraph and the open lists.
func (l *layout) end() {
	l.paragraph()
	l.items = nil
}

// paragraph ends the open paragraph.
func (l *layout) paragraph() {
	if len(l.text) > 0 {
		l.at().AppendChild(tree.New(atom.P, l.t.inline(l.text)...))
		l.text = nil
	}
}

// line adds a line to the open paragraph, or begins another.
func (l *layout) line(rows []row) {
	r := rows[0]
	if len(l.text) == 0 || !l.goesOn(r) {
		l.paragraph()
		l.outdent(r)
		near := rows[:min(len(rows), 40)]
		if at := slices.IndexFunc(near, func(other row) bool { return other.page != r.page || other.zone != r.zone }); at > 0 {
			near = near[:at]
		}
		l.pitch = pitch(near)
		_, l.right = extent(near)
	}
	l.text = append(l.text, r.pieces()...)
	l.last = r
}

// goesOn reports whether a line continues the open paragraph.
func (l *layout) goesOn(r row) bool {
	if isBold(r) != isBold(l.last) && (isBold(r) || len(l.text) == len(l.last.pieces())) {
		return false
	}
	full := l.last.right()+firstWidth(r) > l.right
	if down := l.last.base - r.base; r.page == l.last.page && down > 0 {
		near := down < 1.5*max(r.size, l.last.size)
		if l.pitch > 0 {
			near = down < 1.25*l.pitch
		}
		indented := r.left() > l.last.left()+0.8*r.size && len(l.items) == 0
		long := l.last.right()-l.last.left() > (l.right-l.last.left())/2
		return near && (full || long && startsLower(r)) && !indented
	}
	// It continues in the next column or on the next page.
	return full && !endsSentence(l.last) && (startsLower(r) || strings.HasSuffix(l.last.text(), "-"))
}

// firstWidth is roughly the width of the first word of a line, which did not fit on the previous line.
func firstWidth(r row) float64 {
	text := r.text()
	first, _, _ := strings.Cut(text, " ")
	return (r.right() - r.left()) * float64(len(first)+1) / float64(len(text)+1)
}

func startsLower(r row) bool {
	first, _ := utf8.DecodeRuneInString(r.text())
	return unicode.IsLower(first)
}

func endsSentence(r row) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(r.text(), `"'”’)]`))
	return strings.ContainsRune(".!?:;…", last)
}

// isBold reports whether all text of a row is bold.
func isBold(r row) bool {
	for _, p := range r.pieces() {
		if !p.bold && strings.TrimSpace(p.text) != "" {
			return false
		}
	}
	return true
}
