package rst

import (
	"encoding/csv"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// captioned adds the content of the lines, and gives the table in it the directive's argument as a
// caption.
func (c *cursor) captioned(d call, lines []string) {
	c.inner(c.into, lines)
	c.caption(d, c.into.LastChild)
}

func (c *cursor) caption(d call, table *html.Node) {
	if d.argument != "" && table != nil && table.DataAtom == atom.Table {
		table.InsertBefore(tree.New(atom.Caption, c.r.inline(d.argument)...), table.FirstChild)
	}
}

// listTable reads a list of rows, each a list of cells.
func (c *cursor) listTable(d call) {
	heads, _ := strconv.Atoi(d.options["header-rows"])
	page := tree.New(atom.Body)
	c.inner(page, d.content)
	outer := tree.Find(page, atom.Ul)
	if outer == nil {
		return
	}
	t := tree.New(atom.Table)
	part := tree.New(atom.Thead)
	for i, li := 0, outer.FirstChild; li != nil; i, li = i+1, li.NextSibling {
		kind := atom.Td
		if i < heads {
			kind = atom.Th
		} else if part.DataAtom == atom.Thead {
			part = tree.New(atom.Tbody)
		}
		if part.Parent == nil {
			t.AppendChild(part)
		}
		row := tree.New(atom.Tr)
		if cells := tree.Find(li, atom.Ul); cells != nil {
			for cells.FirstChild != nil {
				cell := cells.FirstChild
				cells.RemoveChild(cell)
				cell.DataAtom, cell.Data = kind, kind.String()
				row.AppendChild(cell)
			}
		}
		part.AppendChild(row)
	}
	c.add(t)
	c.caption(d, t)
}

// csvTable reads values separated by commas, or by whatever its option says. Values in another file
// are not read.
func (c *cursor) csvTable(d call) {
	var rows [][]cell
	heads, _ := strconv.Atoi(d.options["header-rows"])
	for _, text := range []string{d.options["header"], strings.Join(d.content, "\n")} {
		in := csv.NewReader(strings.NewReader(text))
		in.Comma = separator(d.options["delim"])
		in.FieldsPerRecord, in.LazyQuotes, in.TrimLeadingSpace = -1, true, true
		for {
			values, err := in.Read()
			if err != nil { // at the end, or if nothing more can be recognised
				break
			}
			var row []cell
			for _, v := range values {
				row = append(row, cell{strings.Split(v, "\n"), 1, 1})
			}
			rows = append(rows, row)
		}
	}
	if d.options["header"] != "" {
		heads++
	}
	if len(rows) > 0 {
		c.caption(d, c.table(rows, heads))
	}
}

func separator(option string) rune {
	switch option {
	case "":
		return ','
	case "tab":
		return '\t'
	case "space":
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(option)
	if r == utf8.RuneError || r == '"' || r == '\n' || r == '\r' {
		return ','
	}
	return r
}
