package rank

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joiners are between words that the tokenizer (Unicode's word boundaries)
// would otherwise take for one: "role:salary", "first_name", "manager.What".
const joiners = ".:_"

// Separate replaces each joiner between two letters with a space. It is applied both to what is
// indexed and to what is asked, and moves no byte.
func Separate(text string) string {
	if !strings.ContainsAny(text, joiners) {
		return text
	}
	b := []byte(text)
	for i := 1; i < len(b)-1; i++ {
		if strings.IndexByte(joiners, b[i]) < 0 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+1:])
		if unicode.IsLetter(before) && unicode.IsLetter(after) {
			b[i] = ' '
		}
	}
	return string(b)
}
