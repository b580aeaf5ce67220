package answer

import (
	"slices"

	"careeradvisor/knowledge/text"
)

// synonyms are the words that mean much the same as another.
type synonyms struct {
	stems map[string][]string // stem -> stems
	words map[string][]string // stem -> words, for the search engine
}

// newSynonyms reads groups of words that mean much the same.
func newSynonyms(groups []string) synonyms {
	s := synonyms{map[string][]string{}, map[string][]string{}}
	for _, line := range groups {
		ws := text.Words(line)
		for i, a := range ws {
			for j, b := range ws {
				if i != j && a.Stem != b.Stem && !slices.Contains(s.stems[a.Stem], b.Stem) {
					s.stems[a.Stem] = append(s.stems[a.Stem], b.Stem)
					s.words[a.Stem] = append(s.words[a.Stem], b.Text)
				}
			}
		}
	}
	return s
}
