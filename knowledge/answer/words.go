package answer

import (
	"strings"
	"unicode"
)

// word is one word of a text as it was written and as it is compared.
type word struct {
	text  string // lower case
	raw   string // as it was written, where it was not written out
	stem  string // Porter 2 stem of text
	named bool   // written like a name: a capital inside a sentence, capitals or digits throughout
}

// maxWords bounds the work on one text; nobody asks in more.
const maxWords = 400

// split cuts text into words. Possessive endings go, contractions and the
// commonest short forms of chat are written out.
func split(text string) []word {
	var out []word
	start := true // the next word begins a sentence, so that its capital means nothing
	if strings.ToUpper(text) == text {
		text = strings.ToLower(text) // somebody shouts: capitals mean nothing
	}
	for _, f := range strings.FieldsFunc(plainQuotes.Replace(text), isBreak) {
		raw := strings.Trim(f, ".'")
		raw = squeeze(raw)
		lower := strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(raw), "'s"), "s'")
		if strings.HasSuffix(strings.ToLower(raw), "s'") {
			lower += "s"
		}
		if raw == "US" {
			raw, lower = "USA", "usa" // not the pronoun
		}
		if full, ok := written[strings.ToLower(raw)]; ok {
			for _, w := range strings.Fields(full) {
				out = append(out, word{text: w, stem: stem(w)})
			}
		} else if lower != "" {
			lower = strings.ReplaceAll(lower, "'", "")
			out = append(out, word{text: lower, raw: raw, stem: stem(lower), named: isName(raw, start)})
		}
		start = strings.HasSuffix(f, ".")
		if len(out) >= maxWords {
			break
		}
	}
	return writeOutTo(out)
}

var plainQuotes = strings.NewReplacer("’", "'", "‘", "'", "?", ". ", "!", ". ", ":", " ", "`", "'")

// isBreak keeps apostrophes and the points of "2.0" inside words.
func isBreak(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '.'
}

// squeeze shortens letters that are drawn out: "heyyyy", "soooo".
func squeeze(s string) string {
	if len(s) < 4 || isNumber(s) {
		return s
	}
	n := len(s)
	for n > 3 && s[n-1] == s[n-2] && (n > 3 && s[n-2] == s[n-3] || strings.ContainsRune("yhiu", rune(s[n-1]))) {
		n--
	}
	return s[:n]
}

// isName tells a word that is written like a name; start, that it begins a sentence.
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

// writeOutTo reads "2" as "to" and "4" as "for" between words, as in "how 2 become
// one"; before a plural they count.
func writeOutTo(ws []word) []word {
	short := map[string]string{"2": "to", "4": "for"}
	for i := 1; i+1 < len(ws); i++ {
		long, ok := short[ws[i].text]
		if ok && !strings.HasSuffix(ws[i+1].text, "s") && !isNumber(ws[i+1].text) && !isNumber(ws[i-1].text) && !countsBefore[ws[i-1].text] {
			ws[i] = word{text: long, stem: long}
		}
	}
	return ws
}

// countsBefore are words after which a number counts.
var countsBefore = set("top the first last next these those all about over under than least most only level step number part page l")

func stemsOf(ws []word) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.stem
	}
	return out
}

// wordTexts are words as they were written, in lower case.
func wordTexts(ws []word) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.text
	}
	return out
}

func stemText(text string) []string { return stemsOf(split(text)) }

// stemKey is the same for texts whose words are forms of the same.
func stemKey(text string) string { return strings.Join(stemText(text), " ") }

// set reads a table of words; what stands twice in it counts once.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// indexOf finds part in whole as a run of consecutive elements, or -1.
func indexOf(whole, part []string) int {
	if len(part) == 0 {
		return -1
	}
	for i := 0; i+len(part) <= len(whole); i++ {
		j := 0
		for j < len(part) && whole[i+j] == part[j] {
			j++
		}
		if j == len(part) {
			return i
		}
	}
	return -1
}
