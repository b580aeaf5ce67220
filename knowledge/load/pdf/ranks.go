package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	larger         = 1.1 // times the size of most text: a heading's
	longestHeading = 200 // characters
	maxBoldWords   = 14  // of a heading that is no more than bold
)

// ranks decide which rows are headings, and at which level.
type ranks struct {
	body   float64 // the size of most text
	levels map[look]int
	marked map[string]int // levels of the titles that the bookmarks have
}

// look describes how headings of one level look.
type look struct {
	size float64 // of the font, to a half point
	bold bool
}

func lookOf(r row) look { return look{math.Round(2*r.size) / 2, isBold(r)} }

// ranksOf finds the looks of headings: the larger, the higher; below them come bold ones no larger
// than the text. Bookmarks found on the pages are more reliable.
func ranksOf(rows []row, marks []bookmark) ranks {
	k := ranks{levels: map[look]int{}}
	chars := map[float64]int{}
	for _, r := range rows {
		size := lookOf(r).size
		if chars[size] += len(r.text()); chars[size] > chars[k.body] || chars[size] == chars[k.body] && size < k.body {
			k.body = size
		}
	}
	k.marked = found(rows, marks)
	if len(k.marked) > 0 {
		return k
	}
	looks := map[look]bool{}
	for i := range rows {
		if k.isHeading(rows, i) {
			looks[lookOf(rows[i])] = true
		}
	}
	all := make([]look, 0, len(looks))
	for l := range looks {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b look) int {
		return cmp.Or(cmp.Compare(b.size, a.size), map[bool]int{true: -1, false: 1}[a.bold])
	})
	for i, l := range all {
		k.levels[l] = i + 1
	}
	return k
}

// found are the levels of the bookmarks whose titles are on the pages; nil if most titles are not.
func found(rows []row, marks []bookmark) map[string]int {
	lines := map[string]bool{}
	for _, r := range rows {
		lines[letters(r.text())] = true
	}
	levels := map[string]int{}
	for _, m := range marks {
		if key := letters(m.title); lines[key] && key != "" {
			levels[key] = m.level
		}
	}
	if len(levels) < 3 || 2*len(levels) < len(marks) {
		return nil
	}
	return levels
}

// letters is text in a form that can be compared: without a number in front, case or spaces.
func letters(s string) string {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// isHeading reports whether a row looks like a heading.
func (k ranks) isHeading(rows []row, i int) bool {
	r := rows[i]
	text := r.text()
	if len(r.runs) > 1 && !isNumbered(r) || utf8.RuneCountInString(text) > longestHeading || strings.IndexFunc(text, unicode.IsLetter) < 0 {
		return false
	}
	if r.size > larger*k.body {
		return true
	}
	if !isBold(r) || len(strings.Fields(text)) > maxBoldWords || strings.ContainsRune(".,;:", rune(text[len(text)-1])) {
		return false
	}
	// It stands alone: what is above and below is not bold, or further away.
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(rows) && isBold(rows[j]) && lookOf(rows[j]) == lookOf(r) && math.Abs(rows[j].base-r.base) < 1.5*r.size {
			return false
		}
	}
	return true
}

// isNumbered reports whether a row is a title with a separate number.
func isNumbered(r row) bool {
	return len(r.runs) == 2 && strings.IndexFunc(strings.TrimSpace(r.runs[0].pieces[0].text), unicode.IsLetter) < 0
}

// of is the level of the heading that a row is, or 0 if it is not one.
func (k ranks) of(r row) int {
	if k.marked != nil {
		return k.marked[letters(r.text())]
	}
	if !k.isHeading([]row{r}, 0) {
		return 0
	}
	return k.levels[lookOf(r)]
}

// areMarked reports whether bookmarks say which rows are headings.
func (k ranks) areMarked() bool { return k.marked != nil }
