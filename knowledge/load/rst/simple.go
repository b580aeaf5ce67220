package rst

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	simpleBorder = regexp.MustCompile(`^=+(?: +=+)+$`)
	spanBorder   = regexp.MustCompile(`^-+(?: +-+)*$`)
)

// simple reads a table whose columns are under rows of equals signs.
func (c *cursor) simple() bool {
	border := c.lines[c.at]
	if !simpleBorder.MatchString(border) {
		return false
	}
	borders := []int{c.at}
	end := c.at + 1
	for ; end < len(c.lines); end++ {
		if !simpleBorder.MatchString(c.lines[end]) {
			continue
		}
		borders = append(borders, end)
		if len(borders) == 3 || c.line(end+1-c.at) == "" {
			break
		}
	}
	columns := spansOf(border)
	if len(borders) < 2 || len(columns) > maxColumns {
		return false
	}
	s := &simpleTable{columns: columns}
	heads := 0
	if len(borders) == 3 {
		heads = s.read(c.lines[borders[0]+1 : borders[1]])
	}
	s.read(c.lines[borders[len(borders)-2]+1 : borders[len(borders)-1]])
	c.at = borders[len(borders)-1] + 1
	c.table(s.rows, heads)
	return true
}

// span is one column of a table or several, from one column of the screen up to another.
type span struct{ from, to int }

// spansOf finds the columns that a border has.
func spansOf(border string) []span {
	var all []span
	for i := 0; i < len(border); i++ {
		if border[i] == ' ' {
			continue
		}
		from := i
		for i < len(border) && border[i] != ' ' {
			i++
		}
		all = append(all, span{from, i})
	}
	return all
}

type simpleTable struct {
	columns []span
	rows    [][]cell
}

// read adds the rows of some lines and returns how many the table has. A row begins
// where its first column has text; a line of dashes below it says which columns
// its cells span.
func (s *simpleTable) read(lines []string) int {
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && !s.begins(lines[end]) && !spanBorder.MatchString(lines[end]) {
			end++
		}
		spans := s.columns
		next := end
		if end < len(lines) && spanBorder.MatchString(lines[end]) {
			spans, next = spansOf(lines[end]), end+1
		}
		if strings.TrimSpace(strings.Join(lines[i:end], "")) != "" {
			s.rows = append(s.rows, s.row(lines[i:end], spans))
		}
		i = next
	}
	return len(s.rows)
}

// begins reports whether a line has text in the first column.
func (s *simpleTable) begins(l string) bool {
	first := s.columns[0]
	l = l[:min(len(l), first.to*utf8.UTFMax)]
	return strings.TrimSpace(cutOut(onScreen(l), first.from, first.to)) != ""
}

func (s *simpleTable) row(lines []string, spans []span) []cell {
	var row []cell
	screen := make([][]rune, len(lines))
	for i, l := range lines {
		screen[i] = onScreen(l)
	}
	for i, sp := range spans {
		to := 1 << 30 // the last column's text may be longer
		if i < len(spans)-1 {
			to = spans[i+1].from
		}
		var text []string
		for _, l := range screen {
			text = append(text, cutOut(l, sp.from, to))
		}
		row = append(row, cell{dedented(text), s.across(sp), 1})
	}
	return row
}

// across is how many columns a span covers.
func (s *simpleTable) across(sp span) int {
	n := 0
	for _, c := range s.columns {
		if c.from >= sp.from && c.from < sp.to {
			n++
		}
	}
	return max(n, 1)
}
