package markdown

import "strings"

// source is a text being read, and the output that replaces it.
type source struct {
	src string
	at  int
	out strings.Builder

	next   map[string]int // what [source.until] found
	wasted int            // bytes looked at for markup that turned out not to be any
}

// copy outputs the next n bytes unchanged.
func (s *source) copy(n int) {
	n = min(n, len(s.src)-s.at)
	s.out.WriteString(s.src[s.at : s.at+n])
	s.at += n
}

// put outputs text instead of what is before end.
func (s *source) put(text string, end int) {
	s.out.WriteString(text)
	s.at = end
}

// here is the text from here on.
func (s *source) here() string { return s.src[s.at:] }

// lineEnd is the end of the line that holds the byte at i, without its \n.
func (s *source) lineEnd(i int) int {
	i = min(i, len(s.src))
	if n := strings.IndexByte(s.src[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(s.src)
}

// until is where mark appears next; -1 if it does not. It remembers the place, so that asking at
// every byte takes no longer than going through the text once.
func (s *source) until(mark string) int {
	if at, ok := s.next[mark]; ok && (at < 0 || at >= s.at) {
		return at
	}
	at := strings.Index(s.here(), mark)
	if at >= 0 {
		at += s.at
	}
	s.next[mark] = at
	return at
}

// paragraphEnd is where the next blank line is.
func (s *source) paragraphEnd() int {
	if end := s.until("\n\n"); end >= 0 {
		return end
	}
	return len(s.src)
}

// skipSpaces is where the spaces at i end.
func (s *source) skipSpaces(i int) int {
	for i < len(s.src) && s.src[i] == ' ' {
		i++
	}
	return i
}

// waste counts bytes that were looked at in vain, and returns false; see [source.exhausted].
func (s *source) waste(n int) bool {
	s.wasted += n
	return false
}

// exhausted reports whether a text has so many false marks that the rest of them are taken for plain text.
func (s *source) exhausted() bool { return s.wasted > maxSteps }
