package load

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/grid"
)

// table adds the rows of a table below its header. Nested tables come after it. A table that is
// only for layout is read as if it were not there.
func (w walker) table(t *html.Node) {
	rows := grid.Rows(t)
	if grid.IsLayout(t) {
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
	w.rows(grid.Read(t, func(cell *html.Node) string { return w.inline(slices.Collect(cell.ChildNodes())...) }))
	for _, tr := range rows {
		for n := range tr.Descendants() {
			if n.DataAtom == atom.Table && tableAround(n) == t {
				w.table(n)
			}
		}
	}
}

func (w walker) rows(t grid.Table) {
	end := w.b.newTable(w.level, t.Columns)
	for _, r := range t.Rows {
		w.b.row(w.level, r.Cells, strings.TrimRight(strings.Join(r.Own, cellMark), "| "))
	}
	end()
}

// tableAround is the table that n is in.
func tableAround(n *html.Node) *html.Node {
	for n = n.Parent; n != nil && n.DataAtom != atom.Table; n = n.Parent {
	}
	return n
}
