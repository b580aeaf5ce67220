package docx

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// table adds a table; one with a single cell is a frame around text, an aside.
func (f *flow) table(t *element) {
	at := f.lists.beside(f.into, twips(t.find("w:tblPr", "w:tblInd").get("w")))
	rows := rowsOf(t)
	if len(rows) == 1 && len(rows[0].cells) == 1 {
		aside := tree.New(atom.Aside)
		f.fill(aside, rows[0].cells[0].from)
		at.AppendChild(aside)
		return
	}
	merge(rows)
	head, body := tree.New(atom.Thead), tree.New(atom.Tbody)
	for _, r := range rows {
		row := tree.New(atom.Tr)
		isHead := r.head && body.FirstChild == nil
		for _, c := range r.cells {
			if c.merged {
				continue
			}
			row.AppendChild(f.cell(c, isHead))
		}
		if isHead {
			head.AppendChild(row)
		} else {
			body.AppendChild(row)
		}
	}
	table := tree.New(atom.Table)
	for _, part := range []*html.Node{head, body} {
		if part.FirstChild != nil {
			table.AppendChild(part)
		}
	}
	at.AppendChild(table)
}

// row is a row of a table, including the cells that its grid leaves out at both ends.
type row struct {
	cells []*cell
	head  bool // it is repeated as a header on each page
}

type cell struct {
	from   *element // nil if the grid leaves a place empty
	at     int      // column in the grid
	across int
	down   int
	goesOn bool // it is the lower part of a cell that began above
	merged bool // and that cell has been found
}

func rowsOf(t *element) []row {
	var rows []row
	for _, e := range t.inside {
		switch e.name {
		case "w:tr":
			if e.find("w:trPr", "w:del") == nil {
				rows = append(rows, rowOf(e))
			}
		case "w:tblPr", "w:tblGrid":
		default: // what wraps rows
			rows = append(rows, rowsOf(e)...)
		}
	}
	return rows
}

// maxAcross is how many columns a cell may span; Word has at most 63.
const maxAcross = 100

func rowOf(tr *element) row {
	props := tr.find("w:trPr")
	r := row{head: props.find("w:tblHeader").on()}
	at := 0
	add := func(c *cell) {
		c.at, c.down = at, 1
		at += c.across
		r.cells = append(r.cells, c)
	}
	if n := span(props.find("w:gridBefore")); n > 0 {
		add(&cell{across: n})
	}
	for _, tc := range cellsOf(tr) {
		p := tc.find("w:tcPr")
		v := p.find("w:vMerge")
		add(&cell{from: tc, across: max(1, span(p.find("w:gridSpan"))), goesOn: v != nil && v.get("val") != "restart"})
	}
	if n := span(props.find("w:gridAfter")); n > 0 {
		add(&cell{across: n})
	}
	return r
}

func cellsOf(tr *element) []*element {
	var cells []*element
	for _, e := range tr.inside {
		switch e.name {
		case "w:tc":
			cells = append(cells, e)
		case "w:trPr", "w:tblPrEx":
		default: // what wraps cells
			cells = append(cells, cellsOf(e)...)
		}
	}
	return cells
}

func span(e *element) int {
	n, _ := strconv.Atoi(e.get("val"))
	return min(max(n, 0), maxAcross)
}

// merge extends each cell by those below that continue it.
func merge(rows []row) {
	above := map[int]*cell{} // by column
	for _, r := range rows {
		now := map[int]*cell{}
		for _, c := range r.cells {
			if top := above[c.at]; c.goesOn && top != nil && top.across == c.across {
				top.down++
				c.merged = true
				now[c.at] = top
				continue
			}
			now[c.at] = c
		}
		above = now
	}
}

func (f *flow) cell(c *cell, head bool) *html.Node {
	n := tree.New(atom.Td)
	if head {
		n = tree.New(atom.Th)
	}
	if c.across > 1 {
		tree.Set(n, "colspan", strconv.Itoa(c.across))
	}
	if c.down > 1 {
		tree.Set(n, "rowspan", strconv.Itoa(c.down))
	}
	f.fill(n, c.from)
	return n
}
