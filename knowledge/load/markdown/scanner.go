package markdown

import (
	"strings"
)

// scanner goes through Markdown once. What is markup of a site generator, and no
// text, it takes out, or writes as HTML that says the same. Code stays as it is.
type scanner struct {
	src string
	at  int
	out strings.Builder

	mdx       bool            // braces hold expressions, and nothing is code for being indented
	footnotes map[string]bool // labels of the notes that the text defines
	last      map[string]int  // where a component is closed for the last time, by its closer
	ticks     map[int][]int   // where runs of backticks stand, by their length
	next      map[string]int  // what [scanner.until] found
	wasted    int             // bytes looked at for markup that was none

	first    int     // where the text of the current line begins
	indent   int     // how far to the right it is put out
	raw      int     // how far to the right it is
	blank    bool    // the line before is blank
	listed   bool    // the line is in a list, as far as can be detected
	heading  bool    // the line is a heading
	inHTML   bool    // the line is in a block of HTML
	tableEnd int     // where the table ends that the line belongs to
	columns  int     // of that table, if its rule is missing and comes before the next line
	frames   []frame // what is open, the outermost first
}

// frame is a component, a directive or an indented block whose end is to come.
type frame struct {
	closer   string // what closes it; "" for the first line that is not indented
	raw      int    // how far to the right it was opened
	indent   int    // and how far it was put out
	shift    int    // how much further to the right its text is, -1 as long as nobody knows
	lazy     bool   // a line that continues a paragraph need not be indented
	closeTag string
}

// strip returns a text without its site generator's markup.
func strip(src string, mdx bool) string {
	s := &scanner{src: src, mdx: mdx || usesModules(src), blank: true,
		footnotes: footnotesOf(src), last: closersOf(src), ticks: ticksOf(src), next: map[string]int{}}
	s.out.Grow(len(src) + len(src)/8)
	for s.at < len(s.src) {
		s.line()
		from := s.out.Len()
		for s.at < len(s.src) && s.src[s.at] != '\n' {
			s.char()
		}
		if s.inHTML && strings.TrimSpace(s.out.String()[from:]) == "" {
			s.out.WriteString(nothing)
		}
		s.copy(1)
	}
	return s.out.String()
}

// nothing stands for a line of HTML of which nothing is left: a blank line would end
// the HTML.
const nothing = "<!-- -->"

// copy puts the next n bytes out as they are.
func (s *scanner) copy(n int) {
	n = min(n, len(s.src)-s.at)
	s.out.WriteString(s.src[s.at : s.at+n])
	s.at += n
}

// put puts text out instead of what is before end.
func (s *scanner) put(text string, end int) {
	s.out.WriteString(text)
	s.at = end
}

// here is the text from here on.
func (s *scanner) here() string { return s.src[s.at:] }

// lineEnd is where the line ends that holds the byte at i, its \n left out.
func (s *scanner) lineEnd(i int) int {
	i = min(i, len(s.src))
	if n := strings.IndexByte(s.src[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(s.src)
}

// until is where mark appears next, -1 if it does not. It remembers,
// so that asking at every byte takes no longer than going through the text once.
func (s *scanner) until(mark string) int {
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
func (s *scanner) paragraphEnd() int {
	if end := s.until("\n\n"); end >= 0 {
		return end
	}
	return len(s.src)
}

// line does what a line begins with.
func (s *scanner) line() {
	end := s.lineEnd(s.at)
	text := strings.TrimSpace(s.src[s.at:end])
	if text == "" {
		s.blank, s.inHTML = true, false
		return
	}
	s.dedent()
	s.first = s.at
	s.listed = s.listed && (s.indent > 0 || !s.blank) || isItem(text)
	s.inHTML = s.inHTML || htmlBlock.MatchString(text)
	s.heading = isHeading(text) || isUnderline(s.src[min(end+1, len(s.src)):])
	switch {
	case item.MatchString(text) && contentsBelow.MatchString(s.src[min(end+1, len(s.src)):]):
		s.put("", end) // the line stands for a table of contents
	case s.fence(text):
	case !s.mdx && !s.listed && s.indent >= 4 && s.blank:
		s.indentedCode()
	default:
		s.wholeLine(text, end)
	}
	s.blank = false
}

// wholeLine takes out what is markup as a line.
func (s *scanner) wholeLine(text string, end int) {
	switch text[0] {
	case ':':
		s.directive(text, end)
	case '!', '?', '=':
		s.admonition(text, end)
	case 'i', 'e':
		s.module(text)
	case '|':
		s.unruled(end)
	case '[':
		s.footnote(end)
		s.contents(text, end)
		s.task(text)
	}
}

// char continues by one mark or character.
func (s *scanner) char() {
	done := false
	switch s.src[s.at] {
	case '\\':
		s.copy(1)
		done = s.at == len(s.src) || s.src[s.at] == '\n'
	case '`':
		s.codeSpan()
		done = true
	case '<':
		done = s.tag()
	case '{':
		done = s.brace()
	case '[':
		done = s.bracket()
	case '!':
		done = s.embed()
	case '=':
		done = s.highlight()
	}
	if !done {
		s.copy(1)
	}
}
