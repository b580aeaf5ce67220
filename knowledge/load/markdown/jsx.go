package markdown

import (
	"regexp"
	"strings"
)

// longestTag is how long a tag, an expression or a shortcode may be, in bytes.
const longestTag = 4000

// modules matches the lines by which a text that imports components is recognised.
var modules = regexp.MustCompile(`(?m)^import\s+[\w*{][^'"\n;]*\sfrom\s+['"][^'"\n]+['"]`)

func usesModules(src string) bool { return modules.MatchString(src) }

var module = regexp.MustCompile(`^(?:import\s+(?:[\w*{'"]|$)|export\s+(?:default|const|let|var|function|async|class|type|interface|\{|\*))`)

// module removes an import or export, up to the line on which its brackets are closed.
func (s *scanner) module(text string) {
	if !s.mdx || s.indent > 0 || !module.MatchString(text) {
		return
	}
	depth, from := 0, s.at
	for s.at < len(s.src) && s.at-from < 16*longestTag {
		end := s.lineEnd(s.at)
		for _, c := range s.src[s.at:end] {
			switch c {
			case '{', '(', '[':
				depth++
			case '}', ')', ']':
				depth--
			}
		}
		s.at = end
		if depth <= 0 || end == len(s.src) {
			return
		}
		s.at++
	}
}

// element is an opening or closing tag.
type element struct {
	name    string
	closing bool
	alone   bool              // it is closed at once
	attrs   map[string]string // that are text
	plain   string            // the tag as HTML, without what is code
	end     int
}

// tag removes comments and the tags of components. HTML stays.
func (s *scanner) tag() bool {
	here := s.here()
	switch {
	case strings.HasPrefix(here, "<!--"):
		if end := s.until("-->"); end > s.at {
			s.put("", end+3)
			return true
		}
		return false
	case s.mdx && (strings.HasPrefix(here, "<>") || strings.HasPrefix(here, "</>")):
		s.put("", s.at+strings.IndexByte(here, '>')+1)
		return true
	}
	if m := verbatim.FindStringSubmatch(here); m != nil {
		if end := s.until("</" + m[1]); end > s.at {
			s.copy(end - s.at)
			return true
		}
		return false
	}
	if s.exhausted() || !anyTag.MatchString(here) || s.until(">") < 0 {
		return false
	}
	e, ok := s.element()
	if !ok {
		return false
	}
	switch {
	case e.name[0] >= 'a' && e.name[0] <= 'z':
		s.put(e.plain, e.end)
	case e.closing:
		s.close("<"+e.name, e.end)
	default:
		s.open(component{name: e.name, title: titleOf(e.attrs), closer: "<" + e.name, alone: e.alone}, e.end)
	}
	return true
}

var (
	verbatim = regexp.MustCompile(`^<(pre|script|style|textarea)[\s>]`)
	anyTag   = regexp.MustCompile(`^</?[A-Za-z]`)
)

// titleOf returns the title that a component shows above its text.
func titleOf(attrs map[string]string) string {
	for _, name := range []string{"title", "label", "summary"} {
		if t := strings.TrimSpace(attrs[name]); t != "" {
			return t
		}
	}
	return ""
}

var (
	tagName   = regexp.MustCompile(`^</?([A-Za-z][\w.:-]*)`)
	attribute = regexp.MustCompile(`^\s+([A-Za-z_:@][\w.:@-]*)(\s*=\s*)?`)
	tagEnd    = regexp.MustCompile(`^\s*(/?)>`)
	unquoted  = regexp.MustCompile("^[^\\s\"'=<>`{}]+")
)

// element reads the tag that begins here; expressions may be attributes of it.
func (s *scanner) element() (element, bool) {
	src := s.src[s.at:min(len(s.src), s.at+longestTag)]
	m := tagName.FindStringSubmatch(src)
	e := element{name: m[1], closing: src[1] == '/', attrs: map[string]string{}, plain: m[0]}
	i := len(m[0])
	for {
		if m := tagEnd.FindStringSubmatch(src[i:]); m != nil {
			e.alone = m[1] != ""
			e.plain += m[1] + ">"
			e.end = s.at + i + len(m[0])
			return e, true
		}
		n := e.attribute(src[i:])
		if n == 0 {
			return e, s.waste(len(src) / 4)
		}
		i += n
	}
}

// attribute reads an attribute and returns its length; 0 if there is none.
func (e *element) attribute(src string) int {
	if spread := strings.TrimLeft(src, " \t\n"); strings.HasPrefix(spread, "{") {
		n := balanced(spread)
		if n == 0 {
			return 0
		}
		return len(src) - len(spread) + n
	}
	m := attribute.FindStringSubmatch(src)
	if m == nil {
		return 0
	}
	i := len(m[0])
	if m[2] == "" {
		e.plain += m[0]
		return i
	}
	n := valueLength(src[i:])
	if n == 0 {
		return 0
	}
	if value := src[i : i+n]; value[0] != '{' {
		e.plain += m[0] + value
		e.attrs[m[1]] = strings.Trim(value, `"'`)
	} else if text, ok := literal(value); ok {
		e.attrs[m[1]] = text
	}
	return i + n
}

// valueLength is the length of an attribute's value; 0 if there is none.
func valueLength(src string) int {
	switch {
	case src == "":
		return 0
	case src[0] == '"' || src[0] == '\'':
		if n := strings.IndexByte(src[1:], src[0]); n >= 0 && !strings.Contains(src[1:1+n], "\n\n") {
			return n + 2
		}
		return 0
	case src[0] == '{':
		return balanced(src)
	}
	return len(unquoted.FindString(src))
}

// expression removes an expression. One that is only a text becomes that text.
func (s *scanner) expression() bool {
	src := s.src[s.at:min(len(s.src), s.at+longestTag)]
	n := balanced(src)
	if n == 0 {
		return s.waste(len(src))
	}
	text, _ := literal(src[:n])
	s.put(text, s.at+n)
	return true
}

// balanced is the length of the expression in braces that a text begins with, 0 if
// it does not end.
func balanced(src string) int {
	depth := 0
	for i := 0; i < len(src); i++ {
		switch c := src[i]; c {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"', '`':
			if n := strings.IndexByte(src[i+1:], c); n >= 0 {
				i += n + 1
			}
		}
	}
	return 0
}

// literal is the text of an expression that is nothing else: {"text"}.
func literal(expression string) (string, bool) {
	inner := strings.TrimSpace(strings.Trim(expression, "{}"))
	if len(inner) < 2 || strings.IndexByte("\"'`", inner[0]) < 0 || inner[len(inner)-1] != inner[0] {
		return "", false
	}
	inner = inner[1 : len(inner)-1]
	return inner, !strings.ContainsAny(inner, "\"`${}")
}
