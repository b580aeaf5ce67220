package output

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// leastCell is how narrow a column with wider text may get; if one would be narrower, the table is printed as a list.
const leastCell = 12

// between separates two columns.
const between = " │ "

// table draws the rows of an answer; it is nil if there are none, or they do not fit.
func (s Style) table(a knowledge.Answer) []string {
	if a.Shape != knowledge.Table || s.Width == 0 || slices.ContainsFunc(a.Points, func(p knowledge.Point) bool { return len(p.Inside) > 0 }) {
		return nil
	}
	rows := [][][]word{{nil}}
	for _, c := range a.Columns {
		rows[0] = append(rows[0], words(bold, c))
	}
	for _, p := range a.Points {
		row := [][]word{s.said(a, p.Label, p.Text, p.Cites)}
		for j := range a.Columns {
			var cell []word
			if j < len(p.Cells) {
				cell = s.said(a, "", p.Cells[j].Text, p.Cells[j].Cites)
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	widths := s.widths(rows)
	if widths == nil {
		return nil
	}
	var lines []string
	apart := s.anyFolds(rows[1:], widths)
	for i, row := range rows {
		if i == 1 || i > 1 && apart {
			lines = append(lines, rule(widths))
		}
		lines = append(lines, s.row(row, widths)...)
	}
	return lines
}

// widths shares the terminal's width among the columns of a table: a column that needs less than its share leaves the
// rest to others. It is nil if any column would get too little.
func (s Style) widths(rows [][][]word) []int {
	want := make([]int, len(rows[0]))
	for _, row := range rows {
		for j, cell := range row {
			for _, line := range (Style{}).lines(0, cell) {
				want[j] = max(want[j], columns((Style{}).painted(line)))
			}
		}
	}
	left := s.Width - columns(between)*(len(want)-1)
	widths := make([]int, len(want))
	for open := len(want); open > 0; {
		share, settled := left/open, false
		for j, n := range want {
			if widths[j] == 0 && n <= share {
				widths[j], settled = max(n, 1), true
				left -= widths[j]
				open--
			}
		}
		if settled {
			continue
		}
		if share < leastCell {
			return nil
		}
		for j := range want {
			if widths[j] == 0 {
				widths[j] = left / open
				left -= widths[j]
				open--
			}
		}
	}
	return widths
}

func (s Style) anyFolds(rows [][][]word, widths []int) bool {
	for _, row := range rows {
		for j, cell := range row {
			if len(s.lines(widths[j], cell)) > 1 {
				return true
			}
		}
	}
	return false
}

// row are the lines of one row.
func (s Style) row(row [][]word, widths []int) []string {
	var lines []string
	for n := 0; ; n++ {
		var cells []string
		more := false
		for j, cell := range row {
			var line []word
			if all := s.lines(widths[j], cell); n < len(all) {
				line, more = all[n], true
			}
			cells = append(cells, s.painted(line)+strings.Repeat(" ", max(0, widths[j]-columns((Style{}).painted(line)))))
		}
		if !more {
			return lines
		}
		lines = append(lines, strings.TrimRight(strings.Join(cells, between), " "))
	}
}

func rule(widths []int) string {
	var parts []string
	for _, n := range widths {
		parts = append(parts, strings.Repeat("─", n))
	}
	return strings.Join(parts, "─┼─")
}
