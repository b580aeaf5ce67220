package pdf

import (
	"cmp"
	"slices"
)

const (
	// fewest is how many lines must be on either side of a gap for the sides to be columns, and
	// fullness how much of its column a line must fill on average, since the cells of tables are
	// shorter.
	fewest   = 5
	fullness = 0.6

	// narrow is the width of the narrowest column, in font sizes: the marks of a list are not a
	// column.
	narrow = 8

	maxCuts = 6   // of one page, into columns and what is above and below them
	maxRows = 300 // that are looked at for columns; a page of text has some sixty
)

// inReadingOrder puts the rows of a page into the order in which people read them: columns, if
// there are any, one after the other.
func inReadingOrder(rows []row, cuts int) []row {
	if cuts >= maxCuts || len(rows) < fewest || len(rows) > maxRows {
		return rows
	}
	from, to, x, ok := columnsIn(rows)
	if !ok {
		return rows
	}
	left, right := sides(rows[from:to], x)
	all := slices.Clone(rows[:from])
	for i, part := range [][]row{left, right, slices.Clone(rows[to:])} {
		for j := range part {
			part[j].zone = 4*part[j].zone + i + 1
		}
		all = append(all, inReadingOrder(part, cuts+1)...)
	}
	return all
}

// sides parts rows at a place.
func sides(rows []row, x float64) (left, right []row) {
	for _, r := range rows {
		if part := r.part(r.left()-1, x); len(part.runs) > 0 {
			left = append(left, part)
		}
		if part := r.part(x, r.right()+1); len(part.runs) > 0 {
			right = append(right, part)
		}
	}
	return left, right
}

// columnsIn finds rows with a gap between columns: from the first up to, but not including, the last.
func columnsIn(rows []row) (from, to int, x float64, ok bool) {
	for _, x := range gaps(rows) {
		for from := 0; from < len(rows); from++ {
			to := from
			for to < len(rows) && !rows[to].crosses(x) {
				to++
			}
			for _, end := range []int{below(rows, from, to), to} {
				if areColumns(rows[from:end], x) {
					return from, end, x, true
				}
			}
			from = to
		}
	}
	return 0, 0, 0, false
}

// below is where columns end: rows just above one that crosses x belong to it, even if they do not
// cross x themselves.
func below(rows []row, from, to int) int {
	if to == len(rows) {
		return to
	}
	for i := to; i > from && rows[i-1].base-rows[i].base < 2*rows[i-1].size; i-- {
		to = i - 1
	}
	return to
}

// gaps are places covered by fewer rows than on either side, the least covered first.
func gaps(rows []row) []float64 {
	const near = 4.0 // points
	left, right := extent(rows)
	cover := make([]int, min(int((right-left)/near)+1, maxRows))
	for _, r := range rows {
		for _, in := range r.runs {
			for at := int((in.left - left) / near); at < len(cover) && float64(at)*near < in.right-left; at++ {
				cover[at]++
			}
		}
	}
	after := make([]int, len(cover)+1) // the most on the right
	for at := len(cover) - 1; at >= 0; at-- {
		after[at] = max(after[at+1], cover[at])
	}
	var all []int
	before := 0
	for at, n := range cover {
		if before = max(before, n); min(before, after[at]) >= n+fewest {
			all = append(all, at)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(cover[a], cover[b]) })
	var middles []float64
	for _, at := range all[:min(len(all), 20)] {
		middles = append(middles, left+(float64(at)+0.5)*near)
	}
	return middles
}

// areColumns reports whether rows, none of which crosses x, are two columns of text. In a table all
// cells of a row end at one height; in columns, paragraphs end anywhere.
func areColumns(rows []row, x float64) bool {
	left, right := sides(rows, x)
	lines := min(len(left), len(right))
	if lines < fewest || !isColumn(left) || !isColumn(right) {
		return false
	}
	line, breaks := min(pitch(left), pitch(right)), 0
	for i := 1; i < len(rows); i++ {
		if rows[i-1].base-rows[i].base > 1.3*line {
			breaks++
		}
	}
	return breaks < 2 || breaks*6 < lines
}

// isColumn reports whether rows are wide enough for text, and most lines about as wide.
func isColumn(rows []row) bool {
	left, right := extent(rows)
	sum := 0.0
	for _, r := range rows {
		sum += r.right() - r.left()
	}
	return right-left > narrow*rows[0].size && sum > fullness*(right-left)*float64(len(rows))
}
