package load

import "strings"

// table adds the table that begins at the current line, if one does, and returns
// how many lines it took. Its first line names the columns; a rule line under it
// ("| --- | — |") is passed over, and may be missing.
func (t *plain) table() int {
	end := t.at
	for end < len(t.lines) && isTableLine(t.lines[end].text) && (end == t.at || !t.lines[end].blank) {
		end++
	}
	if end-t.at < 2 {
		return 0
	}
	columns := cells(t.lines[t.at].text)
	t.b.newGroup()
	for _, l := range t.lines[t.at+1 : end] {
		if row := cells(l.text); !isRule(row) {
			t.b.row(columns, row)
		}
	}
	return end - t.at
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

func isRule(row []string) bool {
	return strings.Trim(strings.Join(row, ""), "-–—:= ") == ""
}
