package answer

import (
	"fmt"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// Synonyms are what the people who run the advisor add to its own: words that mean
// the same in their documents and questions, and ways of asking for a facet.
type Synonyms struct {
	groups []string
	asks   map[string][]string // facet -> ways of asking
}

// ParseSynonyms reads a file of synonyms: a line of words with commas between,
// which mean much the same ("rota, roster, schedule"), or the name of a facet, a
// colon, and ways of asking for it ("salary: dosh, take home"). What follows # is
// a comment. Errors are [knowledge.Error]s that name the file and the line.
func ParseSynonyms(name, t string) (Synonyms, error) {
	s := Synonyms{asks: map[string][]string{}}
	for n, line := range strings.Split(t, "\n") {
		line, _, _ = strings.Cut(line, "#")
		facet, list, isFacet := strings.Cut(line, ":")
		if !isFacet {
			list = line
		}
		var words []string
		for _, w := range strings.Split(list, ",") {
			if w = strings.TrimSpace(w); w != "" {
				words = append(words, w)
			}
		}
		switch facet = strings.TrimSpace(facet); {
		case isFacet && !slices.Contains(FacetNames(), facet):
			return s, &knowledge.Error{Say: fmt.Sprintf("Line %d of %q names no facet: before the colon stands one of %s.",
				n+1, name, strings.Join(FacetNames(), ", "))}
		case isFacet:
			s.asks[facet] = append(s.asks[facet], words...)
		case slices.ContainsFunc(words, func(w string) bool { return len(text.Words(w)) > 1 }):
			return s, &knowledge.Error{Say: fmt.Sprintf("Line %d of %q has more than one word between commas: phrases are for ways of asking, after a facet and a colon.",
				n+1, name)}
		case len(words) > 1:
			s.groups = append(s.groups, strings.Join(words, " "))
		case len(words) == 1:
			return s, &knowledge.Error{Say: fmt.Sprintf("Line %d of %q has one word only: put commas between words that mean the same.",
				n+1, name)}
		}
	}
	return s, nil
}

// And are both synonyms together.
func (s Synonyms) And(other Synonyms) Synonyms {
	both := Synonyms{groups: append(slices.Clone(s.groups), other.groups...), asks: map[string][]string{}}
	for _, m := range []map[string][]string{s.asks, other.asks} {
		for f, asks := range m {
			both.asks[f] = append(both.asks[f], asks...)
		}
	}
	return both
}

// all are the groups of words alike, the built-in ones first.
func (s Synonyms) all() []string {
	return append(strings.Split(synonymGroups, "\n"), s.groups...)
}

// facets is the table of facets with the operator's ways of asking.
func (s Synonyms) facets() []facet {
	all := slices.Clone(facets)
	for i := range all {
		all[i].ask = append(slices.Clone(all[i].ask), s.asks[all[i].name]...)
	}
	return all
}

// FacetNames are the names of the facets, in the order of the table.
func FacetNames() []string {
	var names []string
	for _, f := range facets {
		names = append(names, f.name)
	}
	return names
}
