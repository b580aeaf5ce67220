package answer

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// stem is what a word is compared by: the Porter 2 stem of its base form, in
// American spelling.
func stem(w string) string {
	if s, ok := stems.get(w); ok {
		return s
	}
	root := w
	if b, ok := base[w]; ok {
		root = b
	}
	if own := ownStem[root]; own != "" {
		return own
	}
	env := snowballstem.NewEnv(british(oneLetters(root)))
	english.Stem(env)
	s := env.Current()
	if len(w) <= 40 && !isNumber(w) { // others are no words that come again
		stems.put(strings.Clone(w), s) // not with the whole text that it is a part of
	}
	return s
}

var stems = newStemCache()

// oneLetters is the singular of a plural of letters (tpms, kpis), which the
// stemmer leaves alone.
func oneLetters(w string) string {
	one, ok := strings.CutSuffix(w, "s")
	if ok && len(one) > 1 && len(one) < 5 && !strings.ContainsAny(one, "aeouy") && !strings.HasSuffix(one, "s") {
		return one
	}
	return w
}

// british folds the two spellings of English: organisation, analyse, colour.
func british(w string) string {
	for _, s := range [...][2]string{
		{"isation", "ization"}, {"ise", "ize"}, {"ises", "izes"}, {"ised", "ized"}, {"ising", "izing"},
		{"yse", "yze"}, {"yses", "yzes"}, {"ysed", "yzed"}, {"ysing", "yzing"}, {"our", "or"}, {"ours", "ors"}} {
		if rest, ok := strings.CutSuffix(w, s[0]); ok && len(rest) > 2 {
			return rest + s[1]
		}
	}
	return w
}

// singular is the singular of a regular plural.
func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "ches"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "men"):
		return w[:len(w)-2] + "an"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return w[:len(w)-1]
	}
	return w
}

// stemsIn are the stems of the words of a table.
func stemsIn(words map[string]bool) map[string]bool {
	m := map[string]bool{}
	for w := range words {
		m[stem(w)] = true
	}
	return m
}
