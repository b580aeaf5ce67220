package text

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// Stem returns what a word, in lower case, is compared by: the Porter 2 stem of
// its base form, in American spelling.
func Stem(w string) string {
	root := Base(w)
	if own := ownStem[root]; own != "" {
		return own
	}
	env := snowballstem.NewEnv(american(oneLetters(root)))
	english.Stem(env)
	return env.Current()
}

// oneLetters returns the singular of plural initials (tpms, kpis), which the stemmer leaves alone.
func oneLetters(w string) string {
	one, ok := strings.CutSuffix(w, "s")
	if ok && len(one) > 1 && len(one) < 5 && !strings.ContainsAny(one, "aeouy") && !strings.HasSuffix(one, "s") {
		return one
	}
	return w
}

// american folds the two spellings of English: organisation, analyse, colour.
func american(w string) string {
	for _, s := range [...][2]string{
		{"isation", "ization"}, {"ise", "ize"}, {"ises", "izes"}, {"ised", "ized"}, {"ising", "izing"},
		{"yse", "yze"}, {"yses", "yzes"}, {"ysed", "yzed"}, {"ysing", "yzing"}, {"our", "or"}, {"ours", "ors"}} {
		if rest, ok := strings.CutSuffix(w, s[0]); ok && len(rest) > 2 {
			return rest + s[1]
		}
	}
	return w
}

// Singular returns the singular of a regular plural, in lower case, and any other
// word as it is.
func Singular(w string) string {
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
