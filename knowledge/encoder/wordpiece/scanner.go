package wordpiece

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxWord is how many characters a word may have; a longer one is unknown.
const maxWord = 100

// scanner finds a text's words, one at a time, normalised.
type scanner struct {
	rest   string
	word   []byte // the word found; valid until the next call
	chars  int    // how many characters it has; the word holds no more than maxWord of them
	ended  bool   // the word is complete, whatever follows
	queue  []byte // normalised characters of the last one read that are not in a word yet
	memory [maxWord * utf8.UTFMax]byte
	queued [64]byte
}

// next finds the next word. It returns false at the end of the text.
func (s *scanner) next() bool {
	s.word, s.chars, s.ended = s.memory[:0], 0, false
	for !s.ended && s.more() {
		r, size := utf8.DecodeRune(s.queue)
		alone := isPunctuation(r) || isIdeograph(r)
		switch {
		case isSpace(r):
			s.ended = s.chars > 0
		case alone && s.chars > 0:
			return true // and r belongs to the next word
		default:
			s.add(s.queue[:size])
			s.ended = alone
		}
		s.queue = s.queue[size:]
	}
	return s.chars > 0
}

// more makes sure that the queue has a character, unless the text has ended.
func (s *scanner) more() bool {
	for len(s.queue) == 0 && s.rest != "" {
		c := s.rest[0]
		if c < utf8.RuneSelf {
			s.rest = s.rest[1:]
			s.queue = appendASCII(s.queued[:0], c)
			continue
		}
		r, size := utf8.DecodeRuneInString(s.rest)
		s.queue = normalise(s.queued[:0], r, s.rest[:size])
		s.rest = s.rest[size:]
	}
	return len(s.queue) > 0
}

func (s *scanner) add(char []byte) {
	if s.chars < maxWord {
		s.word = append(s.word, char...)
	}
	s.chars++
}

// appendASCII appends c in lower case: a space for white space, nothing for other
// control characters.
func appendASCII(to []byte, c byte) []byte {
	switch {
	case c == '\t' || c == '\n' || c == '\r':
		c = ' '
	case c < ' ' || c == 0x7f:
		return to
	case c >= 'A' && c <= 'Z':
		c += 'a' - 'A'
	}
	return append(to, c)
}

// normalise appends what is left of r, whose bytes are text: nothing for a control character, the
// base letter in lower case for an accented one. Decomposing each character by itself leaves marks
// in the order in which they were written; those whose order matters are dropped anyway.
func normalise(to []byte, r rune, text string) []byte {
	switch {
	case r == utf8.RuneError || isControl(r):
		return to
	case isSpace(r):
		return append(to, ' ')
	}
	var memory [64]byte
	for _, d := range string(norm.NFD.AppendString(memory[:0], text)) {
		if unicode.Is(unicode.Mn, d) {
			continue
		}
		to = utf8.AppendRune(to, unicode.ToLower(d))
	}
	return to
}
