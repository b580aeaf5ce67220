// Package grid lays out a page's tables as browsers do: a cell that spans columns or rows appears
// in each of them, and the header is distinguished from the rows below it.
//
// It promises that spans make a table at most [maxFill] times as large.
//
// It must not know documents, or what a cell's text is: its caller decides that.
package grid

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

const (
	// maxColumns is how many columns a table may have. A wider one is text.
	maxColumns = 100

	// maxFill is how many cells a table may have for each cell that is written.
	maxFill = 20
)

// Table is a table that has been laid out.
type Table struct {
	Columns []string // what the header says about each column; nil if the table is too wide, and so only text
	Rows    []Row    // below the header
}

// Row is a row of a table.
type Row struct {
	Cells []string // one for each column; those beyond the last belong to it
	Own   []string // those that the row itself has
}

// Read lays out a table. The function text returns a cell's text.
func Read(t *html.Node, text func(cell *html.Node) string) Table {
	rows := layOut(Rows(t), text)
	width, cells := 0, 0
	for _, r := range rows {
		width = max(width, len(r.all))
		cells += len(r.own)
	}
	if width > maxColumns || width*len(rows) > maxFill*(cells+len(rows)) {
		width = 0 // most of it would be made up
	}
	var table Table
	table.Columns, rows = header(rows, width)
	for _, r := range rows {
		table.Rows = append(table.Rows, Row{texts(r.all, len(table.Columns)), ownTexts(r)})
	}
	return table
}

// Rows are the rows of a table, without those of nested tables.
func Rows(t *html.Node) []*html.Node {
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

// IsLayout reports whether a table only lays a page out: it says so, or has a single
// column without a header, or a heading in a cell.
func IsLayout(t *html.Node) bool {
	if role := tree.Attr(t, "role"); role == "presentation" || role == "none" {
		return true
	}
	widest, head := 0, false
	for _, tr := range Rows(t) {
		n := 0
		for c := range tr.ChildNodes() {
			if !isCell(c) {
				continue
			}
			n++
			head = head || c.DataAtom == atom.Th
			if slices.ContainsFunc(slices.Collect(c.ChildNodes()), tree.IsHeading) {
				return true
			}
		}
		widest = max(widest, n)
	}
	return widest < 2 && !head
}

func isCell(n *html.Node) bool { return n.DataAtom == atom.Td || n.DataAtom == atom.Th }

// cell is one cell of a table.
type cell struct {
	text   string
	head   bool // it is a th
	bold   bool // all of it
	across int  // how many columns it spans
	down   int  // how many rows
}

// row is a row of a table.
type row struct {
	own   []*cell // that begin in it
	all   []*cell // one for each column, nil for none
	thead bool    // it is in the head
}

// place puts a cell into the next column.
func (r *row) place(c *cell) { r.all = append(r.all, c) }

// above holds, by column, what spans down into the rows to come.
type above []struct {
	cell *cell
	rows int
}

// into adds to a row the cells that span into its next columns.
func (a above) into(r *row) {
	for col := len(r.all); col < len(a) && a[col].rows > 0; col++ {
		a[col].rows--
		r.place(a[col].cell)
	}
}

// layOut puts the cells of rows into their columns.
func layOut(rows []*html.Node, text func(*html.Node) string) []row {
	grid := make([]row, 0, len(rows))
	var spanning above
	for i, tr := range rows {
		r := row{thead: tr.Parent.DataAtom == atom.Thead}
		for n := range tr.ChildNodes() {
			if !isCell(n) {
				continue
			}
			spanning.into(&r)
			c := newCell(n, text(n), len(rows)-i)
			r.own = append(r.own, c)
			for range c.across {
				col := len(r.all)
				if col > maxColumns {
					break
				}
				for len(spanning) <= col {
					spanning = append(spanning, above{{}}...)
				}
				spanning[col].cell, spanning[col].rows = c, c.down-1
				r.place(c)
			}
		}
		spanning.into(&r)
		grid = append(grid, r)
	}
	return grid
}

// newCell reads a cell; rows is how many rows there are from its own on.
func newCell(n *html.Node, text string, rows int) *cell {
	c := &cell{text: text, head: n.DataAtom == atom.Th, bold: tree.IsBold(n)}
	c.across = span(tree.Attr(n, "colspan"), maxColumns)
	c.down = span(tree.Attr(n, "rowspan"), rows)
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
