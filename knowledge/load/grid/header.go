package grid

import (
	"slices"
	"strings"
)

// between separates texts that share a column.
const between = " | "

// header separates a table's header from its other rows. The header is the rows in thead, or those
// with nothing but th; if nothing is marked, it is the first row, unless that spans into others.
func header(rows []row, width int) ([]string, []row) {
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

// texts are the texts of cells, one for each column; those beyond the last column belong to it.
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
			all[width-1] = strings.TrimPrefix(all[width-1]+between+c.text, between)
		}
	}
	return all
}

func (r row) isHead() bool { return r.every(func(c *cell) bool { return c.head }) }
func (r row) isBold() bool { return r.every(func(c *cell) bool { return c.bold || c.head }) }

// every reports whether a row has non-empty cells and something holds for all of them.
func (r row) every(holds func(*cell) bool) bool {
	for _, c := range r.own {
		if c.text != "" && !holds(c) {
			return false
		}
	}
	return !r.isEmpty()
}

func (r row) isEmpty() bool {
	return !slices.ContainsFunc(r.own, func(c *cell) bool { return c.text != "" })
}

func (r row) spansDown() bool {
	return slices.ContainsFunc(r.own, func(c *cell) bool { return c.down > 1 })
}

// headedRows reports whether every row, the first included, begins with its header.
func headedRows(rows []row) bool {
	for _, r := range rows {
		if len(r.all) < 2 || r.all[0] == nil || !r.all[0].head {
			return false
		}
	}
	return true
}

func ownTexts(r row) []string {
	var all []string
	for _, c := range r.own {
		all = append(all, c.text)
	}
	return all
}
