package rst

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/width"

	"careeradvisor/knowledge/load/tree"
)

// maxColumns is the widest table that is read as one; a wider one is text.
const maxColumns = 200

var gridLine = regexp.MustCompile(`^\+-[-+]*-\+$`)

// grid reads a table whose cells are drawn with lines.
func (c *cursor) grid() bool {
	if !gridLine.MatchString(c.lines[c.at]) {
		return false
	}
	end := c.at
	for end < len(c.lines) && c.lines[end] != "" && (c.lines[end][0] == '+' || c.lines[end][0] == '|') {
		end++
	}
	g := drawing(c.lines[c.at:end])
	if g == nil {
		return false
	}
	c.at = end
	c.table(g.rows(), g.heads)
	return true
}

// drawn is a table's text lines as they are on the screen, and where its ruled lines cross.
type drawn struct {
	lines [][]rune
	x, y  []int // of the corners
	heads int   // rows above the double line
}

// drawing finds the corners of a table; nil if the lines are not a table.
func drawing(lines []string) *drawn {
	g := &drawn{}
	double := -1
	for i, l := range lines {
		row := onScreen(l)
		g.lines = append(g.lines, row)
		if len(row) != len(g.lines[0]) {
			return nil
		}
		if !strings.Contains(l, "+-") && !strings.Contains(l, "+=") {
			continue
		}
		for x, r := range row {
			if r == '+' && (x+1 < len(row) && isRule(row[x+1]) || x > 0 && isRule(row[x-1])) {
				g.x = append(g.x, x)
			}
		}
		g.y = append(g.y, i)
		if strings.Contains(l, "+=") && double < 0 {
			double = i
		}
	}
	slices.Sort(g.x)
	g.x = slices.Compact(g.x)
	if len(g.x) < 2 || len(g.x) > maxColumns || len(g.y) < 2 || g.y[len(g.y)-1] != len(lines)-1 {
		return nil
	}
	g.heads = max(0, slices.Index(g.y, double))
	return g
}

// filler comes after a character that is two columns wide.
const filler = 0

// onScreen is a line padded to as many runes as it has columns on the screen.
func onScreen(l string) []rune {
	out := make([]rune, 0, len(l))
	for _, r := range l {
		out = append(out, r)
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			out = append(out, filler)
		}
	}
	return out
}

func isRule(r rune) bool { return r == '-' || r == '=' || r == '+' }

// cell is a cell of a table, as lines of reStructuredText.
type cell struct {
	lines        []string
	across, down int
}

// rows finds the cells: each extends from a corner that no cell covers yet to the right, and then
// down, as far as the next ruled lines.
func (g *drawn) rows() [][]cell {
	rows := make([][]cell, len(g.y)-1)
	wide := len(g.x) - 1
	covered := make([]bool, wide*len(rows))
	for j := range rows {
		for i := range wide {
			if covered[j*wide+i] {
				continue
			}
			right := i + 1
			for right < wide && !covered[j*wide+right] && !g.bar(right, j) {
				right++
			}
			below := j + 1
			for below+1 < len(g.y) && !g.rule(i, right, below) {
				below++
			}
			for y := j; y < below; y++ {
				for x := i; x < right; x++ {
					covered[y*wide+x] = true
				}
			}
			rows[j] = append(rows[j], cell{g.text(i, right, j, below), right - i, below - j})
		}
	}
	return rows
}

// bar reports whether a line is at corner i along row j.
func (g *drawn) bar(i, j int) bool {
	for y := g.y[j] + 1; y < g.y[j+1]; y++ {
		if r := g.lines[y][g.x[i]]; r != '|' && r != '+' {
			return false
		}
	}
	return g.y[j]+1 < g.y[j+1]
}

// rule reports whether a line runs below a cell.
func (g *drawn) rule(left, right, j int) bool {
	for x := g.x[left] + 1; x < g.x[right]; x++ {
		if !isRule(g.lines[g.y[j]][x]) {
			return false
		}
	}
	return true
}

func (g *drawn) text(left, right, top, bottom int) []string {
	var lines []string
	for y := g.y[top] + 1; y < g.y[bottom]; y++ {
		lines = append(lines, cutOut(g.lines[y], g.x[left]+1, g.x[right]))
	}
	return dedented(lines)
}

// cutOut returns the part of a line between two columns.
func cutOut(line []rune, from, to int) string {
	from, to = min(from, len(line)), min(to, len(line))
	return strings.TrimRight(strings.ReplaceAll(string(line[from:to]), string(rune(filler)), ""), " ")
}

// table adds a table of rows, the first of which is its head.
func (c *cursor) table(rows [][]cell, heads int) *html.Node {
	t := tree.New(atom.Table)
	var part *html.Node
	for i, row := range rows {
		kind, name := atom.Td, atom.Tbody
		if i < heads {
			kind, name = atom.Th, atom.Thead
		}
		if part == nil || part.DataAtom != name {
			part = tree.New(name)
			t.AppendChild(part)
		}
		tr := tree.New(atom.Tr)
		part.AppendChild(tr)
		for _, cell := range row {
			n := tree.New(kind)
			if cell.across > 1 {
				tree.Set(n, "colspan", strconv.Itoa(cell.across))
			}
			if cell.down > 1 {
				tree.Set(n, "rowspan", strconv.Itoa(cell.down))
			}
			c.inner(n, cell.lines)
			tr.AppendChild(n)
		}
	}
	c.add(t)
	return t
}
