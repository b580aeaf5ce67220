package roles

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"careeradvisor/knowledge/text"
)

// token is a word of a heading, a sentence or a question, with what is around it: articles,
// punctuation and possessives, which [text.Words] leaves out, show where a name begins and ends.
type token struct {
	text     string // lower case, without a possessive ending
	one      string // its singular, in American spelling, by which names are compared
	from, to int32  // bytes of the text
	apart    bool   // a mark that separates comes before it, or it is the first
	poss     bool   // a possessive ending was taken off
	upper    bool   // begins with a capital
	caps     bool   // has two letters or more, all capitals
}

// maxTokens bounds the work on one text.
const maxTokens = 400

// scan cuts a text into tokens. Initials with full stops ("T.P.M.") are one token, and a word with
// a hyphen is two.
func scan(s string) []token {
	out := make([]token, 0, 16)
	apart := true
	for i := 0; i < len(s) && len(out) < maxTokens; {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(r) {
			apart = apart || separates(s, i, r)
			i += n
			continue
		}
		end := wordEnd(s, i)
		t := newToken(s[i:end], i, end)
		t.apart, apart = apart, false
		out = append(out, t)
		i = end
	}
	return out
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// separates reports whether a mark at i ends what is before it: a hyphen or a slash inside a word
// does not, nor do quotes and spaces.
func separates(s string, i int, r rune) bool {
	switch r {
	case '-':
		return i > 0 && s[i-1] == ' '
	case '/':
		return true
	case '"', '\'', '’', '‘', '“', '”', '&', '*', '_', '`', '#':
		return false
	}
	return !unicode.IsSpace(r)
}

// wordEnd finds the end of the word that begins at i; apostrophes inside it, and full stops between
// single letters, belong to it.
func wordEnd(s string, i int) int {
	end, letters := i, 0
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		switch {
		case isWordRune(r) || unicode.IsMark(r):
			letters++
		case r == '\'' || r == '’':
			if next, _ := utf8.DecodeRuneInString(s[end+n:]); !isWordRune(next) && !strings.HasSuffix(s[:end], "s") {
				return end
			}
			letters = 2
		case r == '.' && letters == 1:
			next, m := utf8.DecodeRuneInString(s[end+1:])
			if after, _ := utf8.DecodeRuneInString(s[end+1+m:]); !unicode.IsLetter(next) || isWordRune(after) {
				return end
			}
			letters = 0
		default:
			return end
		}
		end += n
	}
	return end
}

func newToken(raw string, from, to int) token {
	t := token{from: int32(from), to: int32(to)}
	first, _ := utf8.DecodeRuneInString(raw)
	t.upper = unicode.IsUpper(first)
	w := raw
	if strings.ContainsAny(w, ".’'") {
		w = marksInside.Replace(w)
		if cut := strings.TrimSuffix(w, "'s"); len(cut) < len(w) {
			w, t.poss = cut, true
		} else if cut := strings.TrimSuffix(w, "'"); len(cut) < len(w) {
			w, t.poss = cut, true
		}
	}
	t.text = strings.ToLower(w)
	t.caps = t.upper && len(w) > 1 && w != t.text && strings.ToUpper(w) == w
	t.one = one(t.text)
	return t
}

var marksInside = strings.NewReplacer(".", "", "’", "'")

// one is the singular by which names are compared: plurals of initials lose their s as well
// ("TPMs").
func one(w string) string {
	if s, ok := strings.CutSuffix(w, "s"); ok && len(s) > 1 && len(s) < 5 && !strings.ContainsAny(s, "aeiouy") && !strings.HasSuffix(s, "s") {
		return s
	}
	w = text.Singular(w)
	if strings.Contains(w, "our") {
		w = strings.ReplaceAll(w, "our", "or")
	}
	return w
}

// isGrammar reports whether a token is a word of grammar; a name has those only between its parts.
func (t token) isGrammar() bool { return text.IsFunction(t.text) }

// key joins tokens into the key by which names are looked up.
func key(ts []token) string {
	if len(ts) == 1 {
		return ts[0].one
	}
	var b strings.Builder
	for i, t := range ts {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.one)
	}
	return b.String()
}
