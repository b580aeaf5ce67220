package markdown

import "strings"

// scanner goes through Markdown once. It removes a site generator's markup that is not text, or
// writes it as equivalent HTML. Code stays as it is.
type scanner struct {
	nest

	mdx       bool            // braces hold expressions, and indenting does not make code
	footnotes map[string]bool // labels of the notes that the text defines
	ticks     map[int][]int   // where runs of backticks are, by length

	listed   bool // the line is in a list, as far as can be detected
	heading  bool // the line is a heading
	tableEnd int  // the end of the table that the line belongs to
	columns  int  // of that table, if it lacks a rule, which then comes before the next line
}

// strip returns a text without its site generator's markup.
func strip(src string, mdx bool) string {
	s := &scanner{mdx: mdx || usesModules(src), footnotes: footnotesOf(src), ticks: ticksOf(src)}
	s.nest = nest{source: source{src: src, next: map[string]int{}}, blank: true, last: closersOf(src)}
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

// nothing takes the place of a line of HTML of which nothing is left, since a blank line would end the HTML.
const nothing = "<!-- -->"

// line handles whatever a line begins with.
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
		s.put("", end) // the line represents a table of contents
	case s.fence(text):
	case !s.mdx && !s.listed && s.indent >= 4 && s.blank:
		s.indentedCode()
	default:
		s.wholeLine(text, end)
	}
	s.blank = false
}

// wholeLine removes markup that takes a whole line.
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

// char advances by one mark or character.
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
