package text

import (
	"strings"
	"unicode"
)

// Word is one word of a text, both as it was written and as it is compared.
type Word struct {
	Text  string // lower case
	Raw   string // as it was written; "" if a short form was written out
	Stem  string // [Stem] of Text
	Named bool   // written like a name: a capital inside a sentence, capitals or digits throughout
}

// IsContent reports whether a word can carry meaning: it is neither a word of grammar
// nor, unless it is a name, a single letter.
func (w Word) IsContent() bool {
	return !IsFunction(w.Text) && (len(w.Text) > 1 || w.Named)
}

// MaxWords bounds the work on one text: Words reads no further.
const MaxWords = 400

// Words splits a text into words. Possessive endings are dropped; contractions and the most common
// chat abbreviations are written out.
func Words(s string) []Word {
	var out []Word
	start := true // the next word begins a sentence, so that its capital means nothing
	if strings.ToUpper(s) == s {
		s = strings.ToLower(s) // someone shouts: capitals mean nothing
	}
	for _, f := range strings.FieldsFunc(plainQuotes.Replace(s), isBreak) {
		raw := strings.Trim(f, ".'")
		if raw == "US" {
			raw = "USA" // not the pronoun
		}
		lower := withoutPossessive(strings.ToLower(raw))
		if full, ok := shortForms[strings.ToLower(raw)]; ok {
			for _, w := range strings.Fields(full) {
				out = append(out, Word{Text: w, Stem: Stem(w)})
			}
		} else if lower != "" {
			lower = strings.ReplaceAll(lower, "'", "")
			out = append(out, Word{Text: lower, Raw: raw, Stem: Stem(lower), Named: isName(raw, start)})
		}
		start = strings.HasSuffix(f, ".")
		if len(out) >= MaxWords {
			break
		}
	}
	return out
}

var plainQuotes = strings.NewReplacer("’", "'", "‘", "'", "?", ". ", "!", ". ", ":", " ", "`", "'")

// isBreak keeps apostrophes and the points of "2.0" inside words.
func isBreak(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '.'
}

// withoutPossessive drops the ending of "pilot's" and the apostrophe of "pilots'".
func withoutPossessive(w string) string {
	if s, ok := strings.CutSuffix(w, "s'"); ok {
		return s + "s"
	}
	return strings.TrimSuffix(w, "'s")
}

// isName reports whether a word is written like a name; start says that it begins a sentence.
func isName(raw string, start bool) bool {
	upper, digits, letters := 0, 0, 0
	for _, r := range raw {
		switch {
		case unicode.IsUpper(r):
			upper++
			letters++
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	switch {
	case digits > 0:
		return true
	case letters < 2:
		return false
	case upper == letters:
		return true
	}
	return upper > 0 && !start
}

// HasDigit reports whether a word has a digit in it: a figure, or a name like "L4".
func HasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
