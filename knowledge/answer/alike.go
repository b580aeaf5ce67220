package answer

import "slices"

// synonyms are the words that mean much the same as another.
type synonyms struct {
	stems map[string][]string // stem -> stems
	words map[string][]string // stem -> words, for the search engine
}

// newSynonyms reads groups of words that mean much the same.
func newSynonyms(groups []string) synonyms {
	s := synonyms{map[string][]string{}, map[string][]string{}}
	for _, line := range groups {
		ws := split(line)
		for i, a := range ws {
			for j, b := range ws {
				if i != j && a.stem != b.stem && !slices.Contains(s.stems[a.stem], b.stem) {
					s.stems[a.stem] = append(s.stems[a.stem], b.stem)
					s.words[a.stem] = append(s.words[a.stem], b.text)
				}
			}
		}
	}
	return s
}
