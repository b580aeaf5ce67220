package markdown

import (
	"regexp"
	"strings"
)

// unruled gives a rule to a table that has none below its first row, so that the parser sees a table.
func (s *scanner) unruled(end int) {
	if s.at < s.tableEnd {
		if s.columns > 0 {
			s.put("|"+strings.Repeat(" --- |", s.columns)+"\n"+spaces(s.indent), s.at)
			s.columns = 0
		}
		return
	}
	columns, rows := columnsOf(s.src[s.at:end]), 0
	at := s.at
	for at < len(s.src) {
		lineEnd := s.lineEnd(at)
		line := strings.TrimSpace(s.src[at:lineEnd])
		if !isRow.MatchString(line) {
			break
		}
		if isRule.MatchString(line) {
			rows = -len(s.src)
		}
		rows++
		at = lineEnd + 1
	}
	s.tableEnd = at
	s.columns = 0
	if rows >= 2 && columns >= 2 && columns <= maxColumns {
		s.columns = columns
	}
}

var (
	isRow  = regexp.MustCompile(`^\|.*\|$`)
	isRule = regexp.MustCompile(`^\|(?:[ \t]*:?-+:?[ \t]*\|)+$`)
)

// columnsOf counts the cells of a row that begins and ends with a bar.
func columnsOf(row string) int {
	n := -1
	for i := 0; i < len(row); i++ {
		switch row[i] {
		case '\\':
			i++
		case '|':
			n++
		}
	}
	return n
}
