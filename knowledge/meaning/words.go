package meaning

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// words yields the words of text as the encoder's tokenizer cuts them: in lower
// case, without accents and control characters, parted at spaces, with each
// punctuation mark and each ideograph a word of its own. Unlike the tokenizer it
// parts symbols too, so that an emoji or a currency sign does not hide the word
// it touches.
func words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		text = fold(text)
		start := -1 // of the word being read
		for at, r := range text {
			alone := stands(r)
			if start >= 0 && (alone || unicode.IsSpace(r)) {
				if !yield(text[start:at]) {
					return
				}
				start = -1
			}
			switch {
			case alone:
				if !yield(text[at : at+utf8.RuneLen(r)]) {
					return
				}
			case start < 0 && !unicode.IsSpace(r):
				start = at
			}
		}
		if start >= 0 {
			yield(text[start:])
		}
	}
}

// stands tells whether a character is a word by itself.
func stands(r rune) bool {
	if r < utf8.RuneSelf {
		return r > ' ' && r < 0x7f && !isLetter(r) && (r < '0' || r > '9')
	}
	return unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.Is(unicode.Han, r)
}

// fold lowers the case and drops accents, control characters and bytes that are
// not UTF-8.
func fold(text string) string {
	ascii := true
	for i := range len(text) {
		ascii = ascii && text[i] < utf8.RuneSelf
	}
	if !ascii {
		text = norm.NFD.String(strings.ToValidUTF8(text, ""))
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < utf8.RuneSelf:
			if r < ' ' || r == 0x7f {
				return -1
			}
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			return r
		case r == utf8.RuneError || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.C, r):
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

// clip cuts text to at most max bytes, not inside a character.
func clip(text string, max int) string {
	if len(text) <= max {
		return text
	}
	for max > 0 && !utf8.RuneStart(text[max]) {
		max--
	}
	return text[:max]
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r)
}
