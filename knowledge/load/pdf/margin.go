package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// outer is how many rows at the top and at the bottom of a page may belong to its margin.
const outer = 3

// place is where something repeated on several pages stands.
type place struct {
	text string // with # for each number
	top  bool
}

// withoutMargins leaves out text in the margins that is the same on several pages, except for
// numbers, and at the same height: running titles and page numbers.
func withoutMargins(pages [][]row) [][]row {
	seen := map[place][]row{}
	for _, rows := range pages {
		for i, r := range rows {
			if top := i < outer; top || i >= len(rows)-outer {
				at := place{numberless(r.text()), top}
				seen[at] = append(seen[at], r)
			}
		}
	}
	repeated := func(r row, top bool) bool {
		n := 0
		for _, other := range seen[place{numberless(r.text()), top}] {
			if other.page != r.page && math.Abs(other.base-r.base) < 2 {
				n++
			}
		}
		return n >= min(2, len(pages)-1) && n > 0
	}
	var out [][]row
	for _, rows := range pages {
		var kept []row
		for i, r := range rows {
			if i < outer && repeated(r, true) || i >= len(rows)-outer && repeated(r, false) {
				continue
			}
			kept = append(kept, r)
		}
		out = append(out, kept)
	}
	return out
}

// numberless is text with its numbers made alike, including a Roman numeral if that is the whole text.
func numberless(s string) string {
	if len(s) > 0 && len(s) < 8 && strings.Trim(strings.ToLower(s), "ivxlc") == "" {
		return "#"
	}
	out := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return r
	}, s)
	parts := strings.FieldsFunc(out, unicode.IsSpace)
	for i, p := range parts {
		for strings.Contains(p, "##") {
			p = strings.ReplaceAll(p, "##", "#")
		}
		parts[i] = p
	}
	return strings.Join(slices.Clip(parts), " ")
}
