package answer

import (
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
	"slices"
)

// kindsOf are words that ask for types, unless "of" follows them.
var kindsOf = text.Set("kind sort type")

// findFacets finds the facets that a question asks for, the surest first; rest are
// its words without names.
func (e *Engine) findFacets(r *reading, rest []text.Word) {
	rest = slices.DeleteFunc(slices.Clone(rest), func(w text.Word) bool { return slices.Contains(r.ranks, w.Stem) })
	bare, ranked := bareStems(rest)
	r.facets = e.facetTable.match(bare)
	if len(r.facets) == 0 && ranked {
		r.facets = e.facetTable.match([]string{text.Stem("level")}) // "an entry-level job?" asks for the level after all
	}
	if len(r.roles) == 2 && (!r.isComparison() || len(r.facets) == 0) {
		r.facets = append(r.facets, asked{row: e.facetTable.row(facetDifference), weight: plainly, particular: true})
	}
}

// bareStems are the stems by which ways of asking are matched: without articles and
// words that look like asking and are not. A level that is named with
// its rank is one of those; ranked tells that there was one.
func bareStems(ws []text.Word) (bare []string, ranked bool) {
	for i, w := range ws {
		next := ""
		if i+1 < len(ws) {
			next = ws[i+1].Text
		}
		switch {
		case kindsOf[w.Text] && next == "of": // "what sort of person" asks for no list of sorts
		case w.Text == "different" && next != "from" && next != "than" && next != "to": // "the different types" compares nothing
		case w.Text == "level" && len(bare) > 0 && roles.IsRank(ws[i-1].Text):
			ranked = true
		case !text.IsArticle(w.Text):
			bare = append(bare, w.Stem)
		}
	}
	return bare, ranked
}
