package markdown

import (
	"regexp"
	"strings"
)

// directive writes a container of Docusaurus, VitePress or Quarto (:::tip Title) as
// HTML.
func (s *nest) directive(text string, end int) {
	if !strings.HasPrefix(text, ":::") {
		return
	}
	rest := strings.TrimSpace(strings.TrimLeft(text, ":"))
	if rest == "" {
		s.close(":::", end)
		return
	}
	m := directive.FindStringSubmatch(rest)
	if m == nil || s.last[":::"] <= s.at || len(s.frames) >= maxNesting {
		return
	}
	c := component{name: m[1], closer: ":::", title: strings.TrimSpace(m[2] + m[4])}
	if c.name == "" {
		c.name, _, _ = strings.Cut(strings.TrimPrefix(classIn.FindString(m[3]), "."), "-")
	}
	if c.title == "" {
		c.title = titleOf(named(m[3]))
	}
	s.open(c, end)
}

var (
	directive = regexp.MustCompile(`^([\w-]*)[ \t]*(?:\[([^\]]*)\])?[ \t]*(\{[^}]*\})?[ \t]*(.*)$`)
	classIn   = regexp.MustCompile(`\.[\w-]+`)
)

// admonition writes a block of MkDocs (!!! note "Title", ??? for one to unfold, === for a tab) as
// HTML. Its content is indented.
func (s *nest) admonition(text string, end int) {
	m := admonition.FindStringSubmatch(text)
	if m == nil || len(s.frames) >= maxNesting || !s.indentedBelow(end) {
		return
	}
	var open, shut string
	switch title := m[3]; {
	case m[1] == "!!!":
		open, shut = component{name: "note", title: title}.tags(true)
	case title == "" && m[1][0] == '=':
		return
	default:
		if title == "" {
			title = strings.ToUpper(m[2][:1]) + m[2][1:]
		}
		open, shut = component{name: "tab", title: title}.tags(true)
	}
	s.put(open+"\n", end)
	s.frames = append(s.frames, frame{raw: s.raw, indent: s.indent, shift: 4, closeTag: shut})
}

var admonition = regexp.MustCompile(`^(!!!|\?\?\?\+?|===[!+]?)[ \t]+([A-Za-z][\w -]*)?[ \t]*(?:"([^"]*)")?$`)

// indentedBelow reports whether the next line that is not blank is indented further
// than the current one.
func (s *nest) indentedBelow(end int) bool {
	for range 3 {
		if end >= len(s.src) {
			return false
		}
		next := s.src[end+1 : s.lineEnd(end+1)]
		if strings.TrimSpace(next) != "" {
			return strings.HasPrefix(next, spaces(s.raw+4)) || strings.HasPrefix(next, spaces(s.raw)+"\t")
		}
		end += 1 + len(next)
	}
	return false
}
