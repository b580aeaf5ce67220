package load

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table adds the rows of a table, below its head.
func (w walker) table(t *html.Node) {
	var rows [][]string
	for n := range t.Descendants() {
		if n.DataAtom != atom.Tr {
			continue
		}
		var cells []string
		for c := range n.ChildNodes() {
			if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
				cells = append(cells, inline(c))
			}
		}
		rows = append(rows, cells)
	}
	if len(rows) == 0 {
		return
	}
	defer w.b.newTable(rows[0])()
	for _, r := range rows[1:] {
		w.b.row(r)
	}
}
