package markdown

import (
	"regexp"
	"strings"
)

// nest keeps what is open at the point being read: components, directives, indented blocks.
type nest struct {
	source
	frames []frame        // the outermost first
	last   map[string]int // where a component is closed for the last time, by its closer

	first  int  // where the text of the current line begins
	indent int  // how far to the right it is output
	raw    int  // how far to the right it is
	blank  bool // the line before is blank
	inHTML bool // the line is in a block of HTML
}

// frame is a component, a directive or an indented block whose end is still to come.
type frame struct {
	closer   string // what closes it; "" for the first line that is not indented
	raw      int    // how far to the right it was opened
	indent   int    // and how far it was output
	shift    int    // how much further to the right its text is; -1 while unknown
	lazy     bool   // a line that continues a paragraph need not be indented
	closeTag string
}

// open outputs the mark that ends at end. In the middle of a line it outputs nothing, and the text
// continues.
func (s *nest) open(c component, end int) {
	if s.at != s.first || s.inHTML {
		s.put("", end)
		return
	}
	paired := !c.alone && s.last[c.closer] > s.at && len(s.frames) < maxNesting
	open, shut := c.tags(paired)
	if open != "" {
		open += "\n"
		if paired {
			open += "\n" + spaces(s.indent)
		}
	}
	if paired {
		s.frames = append(s.frames, frame{closer: c.closer, raw: s.raw, indent: s.indent, shift: -1, closeTag: shut})
	}
	s.put(open, end)
	s.first = s.skipSpaces(end)
}

// close outputs a closing mark, along with those of anything inside that was never closed.
func (s *nest) close(closer string, end int) {
	n := len(s.frames) - 1
	for n >= 0 && s.frames[n].closer != closer {
		n--
	}
	if n >= 0 {
		s.closeFrom(n)
	}
	s.put("", end)
	s.first = s.skipSpaces(end)
}

// closeFrom closes the frames from the n-th on.
func (s *nest) closeFrom(n int) {
	for len(s.frames) > n {
		f := s.frames[len(s.frames)-1]
		s.frames = s.frames[:len(s.frames)-1]
		if f.closeTag != "" {
			s.out.WriteString("\n\n" + spaces(f.indent) + f.closeTag + "\n\n" + spaces(s.indent))
		}
	}
}

// dedent removes the part of a line's indent that is due to open frames, and ends the frames that
// the line is outside of.
func (s *nest) dedent() {
	i, raw := s.at, 0
	for ; i < len(s.src) && (s.src[i] == ' ' || s.src[i] == '\t'); i++ {
		if s.src[i] == '\t' {
			raw += 4 - raw%4
		} else {
			raw++
		}
	}
	s.raw = raw
	n := len(s.frames)
	for n > 0 && s.frames[n-1].closer == "" && raw < s.frames[n-1].raw+4 && (s.blank || !s.frames[n-1].lazy) {
		n--
	}
	s.indent = 0
	s.closeFrom(n)
	shift := 0
	for i := range s.frames {
		f := &s.frames[i]
		if f.shift < 0 {
			f.shift = max(0, raw-f.raw)
		}
		shift += f.shift
	}
	s.indent = max(0, raw-shift)
	s.put(spaces(s.indent), i)
}

// shift does the same in a block of code.
func (s *nest) shift() {
	shift := 0
	for _, f := range s.frames {
		shift += max(0, f.shift)
	}
	for ; shift > 0 && s.at < len(s.src) && (s.src[s.at] == ' ' || s.src[s.at] == '\t'); s.at++ {
		if s.src[s.at] == '\t' {
			shift -= 3
		}
		shift--
	}
}

// closersOf finds where each component is closed for the last time.
func closersOf(src string) map[string]int {
	last := map[string]int{}
	for _, m := range closing.FindAllStringSubmatchIndex(src, -1) {
		for g, kind := range []string{"<", "{{", "{%", ":::"} {
			if m[2*g+2] >= 0 {
				last[kind+strings.TrimSpace(src[m[2*g+2]:m[2*g+3]])] = m[0]
			}
		}
	}
	return last
}

var closing = regexp.MustCompile(`(?m)</([A-Z][\w.]*)|\{\{[<%]\s*/\s*([\w./-]+)|\{%-?\s*(?:end|/)([\w-]+)|^[ \t]*:::+[ \t]*$()`)
