package pdf

import (
	"cmp"
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// space is an empty part of a line's width.
type space struct{ from, to float64 }

// tableAt is how many rows, counting from the first, are a table: their text is in cells, one below
// the other, with the same spaces between them in all rows.
func tableAt(rows []row) (n int, between []space) {
	if len(rows) == 0 || len(rows[0].runs) < 2 {
		return 0, nil
	}
	between = spacesOf(rows[0])
	several := 1 // rows with more than one cell
	last := 0
	for i := 1; i < len(rows); i++ {
		r := rows[i]
		if r.page == rows[i-1].page && rows[i-1].base-r.base > 4*r.size {
			break
		}
		common := commonSpaces(between, r)
		if len(common) == 0 || len(r.runs) == 1 && len(common) < len(between) {
			break
		}
		if len(r.runs) > 1 {
			several++
			last = i
		}
		between = common
	}
	if several < 2 {
		return 0, nil
	}
	n = last + 1
	for n < len(rows) && len(rows[n].runs) == 1 && rows[n-1].base-rows[n].base < 1.3*rows[n].size && rows[n].left() > between[0].to {
		n++ // the last row continues in one cell
	}
	return n, between
}

// spacesOf are the spaces between the runs of a row.
func spacesOf(r row) []space {
	var all []space
	for i := 1; i < len(r.runs); i++ {
		all = append(all, space{r.runs[i-1].right, r.runs[i].left})
	}
	return all
}

// narrowest is the narrowest space between columns, in points.
const narrowest = 3

// commonSpaces returns what is left of some spaces once the text of a row is taken out.
func commonSpaces(between []space, r row) []space {
	var left []space
	for _, s := range between {
		for _, in := range r.runs {
			switch {
			case in.right <= s.from || in.left >= s.to:
			case in.left <= s.from && in.right >= s.to:
				s.to = s.from
			case in.left <= s.from:
				s.from = in.right
			default:
				s.to = in.left
			}
		}
		if s.to-s.from >= narrowest {
			left = append(left, s)
		}
	}
	return left
}

// table makes a table of rows with these spaces between their cells.
func (l *layout) table(rows []row, between []space) *html.Node {
	body := tree.New(atom.Tbody)
	for _, lines := range tableRows(rows, between[0].from) {
		tr := tree.New(atom.Tr)
		for i := range len(between) + 1 {
			from, to := lines[0].left()-1e4, lines[0].right()+1e4
			if i > 0 {
				from = between[i-1].from
			}
			if i < len(between) {
				to = between[i].to
			}
			var pieces []piece
			for _, r := range lines {
				for _, in := range r.part(from, to).runs {
					pieces = append(pieces, in.pieces...)
				}
			}
			tr.AppendChild(tree.New(atom.Td, l.t.inline(pieces)...))
		}
		body.AppendChild(tr)
	}
	return tree.New(atom.Table, body)
}

// tableRows joins the lines of each row of a table. Rows are farther apart than the lines in a
// cell; if all are equally near, a line without text in the first column continues the row.
func tableRows(rows []row, firstColumn float64) [][]row {
	var all [][]row
	far := farther(rows)
	for i, r := range rows {
		goesOn := i > 0 && r.page == rows[i-1].page && rows[i-1].base-r.base < far
		if far == 0 {
			goesOn = i > 0 && r.left() > firstColumn
		}
		if goesOn {
			all[len(all)-1] = append(all[len(all)-1], r)
		} else {
			all = append(all, []row{r})
		}
	}
	return all
}

// farther is the distance from which lines belong to different rows; 0 if there is none.
func farther(rows []row) float64 {
	var all []float64
	for i := 1; i < len(rows); i++ {
		if rows[i].page == rows[i-1].page {
			all = append(all, rows[i-1].base-rows[i].base)
		}
	}
	slices.SortFunc(all, cmp.Compare)
	// This is the widest step between two distances: from lines of a cell to rows.
	best, at := 1.2, 0.0
	for i := 1; i < len(all); i++ {
		if all[i-1] < 1.5*rows[0].size && all[i]/all[i-1] > best {
			best, at = all[i]/all[i-1], (all[i]+all[i-1])/2
		}
	}
	if at == 0 && len(all) > 0 && all[0] >= 1.5*rows[0].size { // no cell has two lines
		return all[0] / 2
	}
	return at
}
