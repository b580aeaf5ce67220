package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// run is text that belongs together on a line: pieces with no gap wider than the space between words.
type run struct {
	pieces      []piece
	left, right float64
}

// row is all text at one height of a page.
type row struct {
	runs []run
	base float64
	size float64 // of most of its text
	page int
	zone int // which column, or which part of the page above or below columns
}

// wide is the gap, in font sizes, that separates columns and cells; between words there is seldom
// more than half a size, even in justified lines.
const wide = 0.8

// rowsOf puts the pieces of a page into rows, from the top down.
func rowsOf(pieces []piece) []row {
	sorted := slices.DeleteFunc(slices.Clone(pieces), func(p piece) bool { return strings.TrimSpace(p.text) == "" })
	slices.SortStableFunc(sorted, func(a, b piece) int { return cmp.Compare(b.base, a.base) })
	var rows []row
	for len(sorted) > 0 {
		n, largest := 1, sorted[0]
		for n < len(sorted) && sameRow(sorted[:n], largest, sorted[n]) {
			if sorted[n].size > largest.size {
				largest = sorted[n]
			}
			n++
		}
		rows = append(rows, rowOf(sorted[:n:n]))
		sorted = sorted[n:]
	}
	return rows
}

// sameRow reports whether a piece is at the height of a row, judged by the row's largest piece:
// level with it, or, like raised and lowered text, beside something larger or smaller and nearer
// than the next line would be.
func sameRow(row []piece, largest, p piece) bool {
	near := 0.35
	if min(largest.size, p.size) < 0.85*max(largest.size, p.size) && len(row) <= maxRow &&
		slices.ContainsFunc(row, func(in piece) bool { return in.size != p.size && beside(in, p) }) {
		near = 0.5
	}
	return largest.base-p.base < near*max(largest.size, p.size)
}

// maxRow is how many pieces of a row are looked at for that.
const maxRow = 200

// beside reports whether there is no space between two pieces.
func beside(a, b piece) bool {
	gap := max(a.left, b.left) - min(a.right, b.right)
	return math.Abs(gap) < 0.2*max(a.size, b.size)
}

func rowOf(pieces []piece) row {
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.left, b.left) })
	r := row{page: pieces[0].page}
	var main piece
	chars := map[float64]int{}
	for _, p := range pieces {
		if chars[p.size] += len(p.text); chars[p.size] >= chars[main.size] {
			main = p
		}
		last := len(r.runs) - 1
		if last >= 0 && p.left-r.runs[last].right < wide*min(p.size, r.runs[last].pieces[0].size) {
			r.runs[last].pieces = append(r.runs[last].pieces, p)
			r.runs[last].right = max(r.runs[last].right, p.right)
			continue
		}
		r.runs = append(r.runs, run{[]piece{p}, p.left, p.right})
	}
	r.base, r.size = main.base, main.size
	return r
}

func (r row) left() float64  { return r.runs[0].left }
func (r row) right() float64 { return r.runs[len(r.runs)-1].right }

func (r row) text() string {
	var words []string
	for _, in := range r.runs {
		for _, p := range in.pieces {
			words = append(words, p.text)
		}
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// crosses reports whether text extends across a place.
func (r row) crosses(x float64) bool {
	for _, in := range r.runs {
		if in.left < x && in.right > x {
			return true
		}
	}
	return false
}

// part is what lies between two places; it has no runs if there is nothing.
func (r row) part(from, to float64) row {
	var pieces []piece
	for _, in := range r.runs {
		if in.left >= from && in.right <= to {
			pieces = append(pieces, in.pieces...)
		}
	}
	if len(pieces) == 0 {
		return row{page: r.page, base: r.base}
	}
	part := rowOf(pieces)
	part.zone = r.zone
	return part
}

// extent returns the left and right ends of rows.
func extent(rows []row) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		left, right = min(left, r.left()), max(right, r.right())
	}
	return left, right
}

// pitch is the usual distance between successive lines.
func pitch(rows []row) float64 {
	var all []float64
	for i := 1; i < len(rows); i++ {
		if d := rows[i-1].base - rows[i].base; rows[i].page == rows[i-1].page && d > 0 && d < 2*rows[i].size {
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/3] // most lines are those of paragraphs, the nearest to one another
}
