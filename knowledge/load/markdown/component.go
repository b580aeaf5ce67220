package markdown

import (
	"html"
	"regexp"
	"strings"
)

// A component is what a site generator is told to make of the text in it: a JSX
// element, a Hugo shortcode, a Liquid tag, a directive. Its mark is not text. A
// component that sets its text apart becomes an aside, and one that has a title
// becomes details, which have a summary.

// component is an opening mark.
type component struct {
	name   string
	title  string
	closer string // key of its closing mark in scanner.last
	alone  bool   // it says itself that it has no text
}

// callouts are the names under which site generators set a text apart.
var callouts = map[string]bool{
	"admonition": true, "alert": true, "aside": true, "attention": true, "callout": true, "caution": true,
	"danger": true, "hint": true, "important": true, "info": true, "note": true, "notice": true, "tip": true,
	"warning": true,
}

// tags are what stands for a component in the page.
func (c component) tags(paired bool) (open, shut string) {
	title := html.EscapeString(c.title)
	switch {
	case !paired && c.title == "":
		return "", ""
	case !paired: // a card, which seldom comes alone
		return "- " + escaped(c.title), ""
	case callouts[strings.ToLower(c.name)]:
		return aside(title), "</aside>"
	case c.title == "":
		return "", ""
	}
	return details(title), "</details>"
}

// escaped is text that Markdown takes for nothing else.
func escaped(text string) string {
	return punctuation.ReplaceAllString(strings.ReplaceAll(text, "\n", " "), `\$0`)
}

var punctuation = regexp.MustCompile("[!-/:-@\\[-`{-~]")

func aside(title string) string {
	if title == "" {
		return "<aside>"
	}
	return `<aside><p class="admonition-title">` + title + "</p>"
}

func details(title string) string { return "<details><summary>" + title + "</summary>" }

// open puts the mark out that is before end. In the middle of a line it is
// nothing; its text continues.
func (s *scanner) open(c component, end int) {
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

// close puts a closing mark out, with those of what was opened inside and forgotten.
func (s *scanner) close(closer string, end int) {
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
func (s *scanner) closeFrom(n int) {
	for len(s.frames) > n {
		f := s.frames[len(s.frames)-1]
		s.frames = s.frames[:len(s.frames)-1]
		if f.closeTag != "" {
			s.out.WriteString("\n\n" + spaces(f.indent) + f.closeTag + "\n\n" + spaces(s.indent))
		}
	}
}

func (s *scanner) skipSpaces(i int) int {
	for i < len(s.src) && s.src[i] == ' ' {
		i++
	}
	return i
}

func spaces(n int) string { return strings.Repeat(" ", n) }

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

// dedent takes from the beginning of a line what it is indented for standing in
// open frames, and ends those that it is not in.
func (s *scanner) dedent() {
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
func (s *scanner) shift() {
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
