package plain

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// table adds the table that begins at the current line, if there is one, and returns how many lines
// it took. Its first line names the columns; rule lines ("| --- | — |") are skipped, and may be
// missing.
func (t *plain) table() int {
	end := t.at
	for end < len(t.lines) && t.isTable(end) {
		end++
	}
	if end-t.at < 2 {
		return 0
	}
	var rows [][]string
	for _, l := range t.lines[t.at+1 : end] {
		if !isRule(l.text) {
			rows = append(rows, cells(l.text))
		}
	}
	if len(rows) == 0 {
		return 0
	}
	table := tree.New(atom.Table, row(atom.Th, cells(t.lines[t.at].text)))
	for _, r := range rows {
		table.AppendChild(row(atom.Td, r))
	}
	t.body.AppendChild(table)
	return end - t.at
}

// isTable reports whether the line at i belongs to the table that begins at the
// current line.
func (t *plain) isTable(i int) bool {
	l := t.lines[i]
	if i == t.at {
		return isTableLine(l.text) && !isRule(l.text)
	}
	return !l.blank && (isTableLine(l.text) || isRule(l.text))
}

func isTableLine(s string) bool {
	return strings.Contains(s, "|") && len(cells(s)) > 1
}

func cells(s string) []string {
	s = strings.TrimSpace(s)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|")
	parts := strings.Split(s, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// isRule reports whether a line only separates or underlines.
func isRule(s string) bool { return strings.Trim(s, "-–—:=+| ") == "" }

func row(cell atom.Atom, cells []string) *html.Node {
	tr := tree.New(atom.Tr)
	for _, c := range cells {
		tr.AppendChild(tree.New(cell, tree.Text(c)))
	}
	return tr
}
