package load

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// A table is laid out as a browser does it: a cell that spans columns or rows stands
// in each of them.

// cell is one cell of a table.
type cell struct {
	text   string
	head   bool // it is a th
	bold   bool // all of it
	across int  // how many columns it spans
	down   int  // how many rows
}

// line is a row of a table.
type gridRow struct {
	own   []*cell // that begin in it
	all   []*cell // one for each column, nil for none
	thead bool    // it stands in the head
}

// table adds the rows of a table below its header. Tables in it come after it. One
// that only lays a page out is looked through.
func (w walker) table(t *html.Node) {
	rows := tableRows(t)
	if isLayout(t, rows) {
		for _, tr := range rows {
			for c := range tr.ChildNodes() {
				w.blocks(c)
			}
		}
		return
	}
	for c := range t.ChildNodes() {
		if c.DataAtom == atom.Caption {
			w.blocks(c)
		}
	}
	w.grid(w.layOut(rows))
	for _, tr := range rows {
		for n := range tr.Descendants() {
			if n.DataAtom == atom.Table && tableAround(n) == t {
				w.table(n)
			}
		}
	}
}

// tableRows are the rows of a table, without those of tables inside.
func tableRows(t *html.Node) []*html.Node {
	var rows []*html.Node
	for part := range t.ChildNodes() {
		switch part.DataAtom {
		case atom.Tr:
			rows = append(rows, part)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			for tr := range part.ChildNodes() {
				if tr.DataAtom == atom.Tr {
					rows = append(rows, tr)
				}
			}
		}
	}
	return rows
}

// isLayout reports whether a table says so, or has a single cell or column without a
// header, or a heading in a cell.
func isLayout(t *html.Node, rows []*html.Node) bool {
	if role := tree.Attr(t, "role"); role == "presentation" || role == "none" {
		return true
	}
	widest, head := 0, false
	for _, tr := range rows {
		n := 0
		for c := range tr.ChildNodes() {
			switch {
			case c.DataAtom == atom.Th:
				head = true
				n++
			case c.DataAtom == atom.Td:
				n++
			}
			if slices.ContainsFunc(slices.Collect(c.ChildNodes()), isHeading) {
				return true
			}
		}
		widest = max(widest, n)
	}
	return widest < 2 && !head
}

func tableAround(n *html.Node) *html.Node {
	for n = n.Parent; n != nil && n.DataAtom != atom.Table; n = n.Parent {
	}
	return n
}

// layOut puts the cells of rows into their columns.
func (w walker) layOut(rows []*html.Node) []gridRow {
	grid := make([]gridRow, 0, len(rows))
	var above []*cell // what spans down into the next row, by column
	var left []int    // and for how many rows more
	for i, tr := range rows {
		row := gridRow{thead: tr.Parent.DataAtom == atom.Thead}
		col := 0
		place := func(c *cell) {
			for len(row.all) <= col {
				row.all = append(row.all, nil)
			}
			row.all[col] = c
			col++
		}
		inherit := func() {
			for col < len(above) && left[col] > 0 {
				left[col]--
				place(above[col])
			}
		}
		for n := range tr.ChildNodes() {
			if n.DataAtom != atom.Td && n.DataAtom != atom.Th {
				continue
			}
			inherit()
			c := w.cell(n, len(rows)-i)
			row.own = append(row.own, c)
			for range c.across {
				if col > maxColumns {
					break
				}
				for len(above) <= col {
					above, left = append(above, nil), append(left, 0)
				}
				above[col], left[col] = c, c.down-1
				place(c)
			}
		}
		inherit()
		grid = append(grid, row)
	}
	return grid
}

// cell reads a cell, with that many rows from its own on.
func (w walker) cell(n *html.Node, rows int) *cell {
	c := &cell{text: w.inline(slices.Collect(n.ChildNodes())...), head: n.DataAtom == atom.Th, bold: isBold(n)}
	c.across = span(tree.Attr(n, "colspan"), maxColumns)
	c.down = min(span(tree.Attr(n, "rowspan"), rows), rows)
	if tree.Attr(n, "rowspan") == "0" {
		c.down = rows
	}
	return c
}

func span(value string, most int) int {
	n, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, most)
}

// grid adds the rows of a table.
func (w walker) grid(rows []gridRow) {
	width, cells := 0, 0
	for _, r := range rows {
		width = max(width, len(r.all))
		cells += len(r.own)
	}
	if width > maxColumns || width*len(rows) > maxFill*(cells+len(rows)) {
		width = 0 // it would be mostly made up: it is read as text
	}
	columns, rows := header(rows, width)
	end := w.b.newTable(w.level, columns)
	for _, r := range rows {
		var own []string
		for _, c := range r.own {
			own = append(own, c.text)
		}
		w.b.row(w.level, texts(r.all, len(columns)), strings.TrimRight(strings.Join(own, cellMark), "| "))
	}
	end()
}

// maxFill is how many cells a table may have for each that is written.
const maxFill = 20

// header parts a table's header from its other rows. It is the rows of thead, or of
// nothing but th; else, where nothing is marked, the first row, unless that spans
// into others.
func header(rows []gridRow, width int) ([]string, []gridRow) {
	n := 0
	for n < len(rows) && (rows[n].thead || rows[n].isHead()) {
		n++
	}
	if n == 0 && len(rows) > 1 && !headedRows(rows) && !rows[0].spansDown() {
		n = 1
	}
	empty := true
	for _, r := range rows[:n] {
		empty = empty && r.isEmpty()
	}
	if empty && n > 0 && n < len(rows)-1 && rows[n].isBold() { // Markdown has no table without a header
		n++
	}
	if width == 0 {
		return nil, rows
	}
	if n == len(rows) { // nothing but a header: its words must not be lost
		n = 0
	}
	columns := make([]string, width)
	named := 0
	for _, r := range rows[:n] {
		named = max(named, len(r.all))
		for i, text := range texts(r.all, width) {
			if !strings.HasSuffix(columns[i], text) {
				columns[i] = strings.TrimSpace(columns[i] + " " + text)
			}
		}
	}
	if named > 0 {
		columns = columns[:named]
	}
	return columns, rows[n:]
}

// texts are the texts of cells, one a column; those beyond the last column belong to
// it.
func texts(cells []*cell, width int) []string {
	if width == 0 {
		return nil
	}
	all := make([]string, width)
	for i, c := range cells {
		switch {
		case c == nil || c.text == "":
		case i < width:
			all[i] = c.text
		case c != cells[i-1]:
			all[width-1] = strings.TrimPrefix(all[width-1]+cellMark+c.text, cellMark)
		}
	}
	return all
}

func (r gridRow) isHead() bool { return r.every(func(c *cell) bool { return c.head }) }
func (r gridRow) isBold() bool { return r.every(func(c *cell) bool { return c.bold || c.head }) }

// every reports whether something holds of all cells of a row that are not empty, of
// which there is one.
func (r gridRow) every(holds func(*cell) bool) bool {
	for _, c := range r.own {
		if c.text != "" && !holds(c) {
			return false
		}
	}
	return !r.isEmpty()
}

func (r gridRow) isEmpty() bool {
	return !slices.ContainsFunc(r.own, func(c *cell) bool { return c.text != "" })
}

func (r gridRow) spansDown() bool {
	return slices.ContainsFunc(r.own, func(c *cell) bool { return c.down > 1 })
}

// headedRows reports whether each row begins with its header, and the first row too.
func headedRows(rows []gridRow) bool {
	for _, r := range rows {
		if len(r.all) < 2 || r.all[0] == nil || !r.all[0].head {
			return false
		}
	}
	return true
}
