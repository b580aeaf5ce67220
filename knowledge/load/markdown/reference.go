package markdown

import (
	"html"
	"path"
	"regexp"
	"strings"
)

var footnote = regexp.MustCompile(`(?m)^[ \t]*\[\^([^\]\s]+)\]:`)

// footnotesOf are the labels of the footnotes that a text defines.
func footnotesOf(src string) map[string]bool {
	labels := map[string]bool{}
	for _, m := range footnote.FindAllStringSubmatch(src, -1) {
		labels[m[1]] = true
	}
	return labels
}

// footnote removes the label of a footnote; its text becomes a paragraph where it stands, and
// indented text below continues it.
func (s *scanner) footnote(end int) {
	m := footnote.FindStringIndex(s.src[s.at:end])
	n := len(s.frames)
	if m == nil || n >= maxNesting {
		return
	}
	if n > 0 && s.frames[n-1].lazy { // the note before
		s.closeFrom(n - 1)
	}
	s.put("\n\n"+spaces(s.indent), s.skipSpaces(s.at+m[1]))
	s.frames = append(s.frames, frame{raw: s.raw, indent: s.indent, shift: 4, lazy: true})
}

// contents removes a line that represents a table of contents.
func (s *scanner) contents(text string, end int) {
	switch strings.ToLower(text) {
	case "[toc]", "[[toc]]", "[[_toc_]]":
		s.put("", end)
	}
}

// task removes the checkbox of a task outside a list; the parser handles the others.
func (s *scanner) task(text string) {
	if box := taskBox.FindString(text); box != "" {
		s.put("", s.at+len(box))
	}
}

var taskBox = regexp.MustCompile(`^\[[ xX]\][ \t]+`)

// bracket removes footnote marks, and writes wiki links as HTML.
func (s *scanner) bracket() bool {
	here := s.here()
	if strings.HasPrefix(here, "[^") {
		m := footnoteMark.FindStringSubmatch(here)
		if m == nil || !s.footnotes[m[1]] {
			return false
		}
		s.put("", s.at+len(m[0]))
		return true
	}
	inner, end := s.wikiLink(s.at)
	if end == 0 || strings.HasPrefix(s.src[end:], "(") || strings.HasPrefix(s.src[end:], "[") {
		return false
	}
	target, label, _ := strings.Cut(inner, "|")
	s.put(wikiAnchor(target, label), end)
	return true
}

var footnoteMark = regexp.MustCompile(`^\[\^([^\]\s]{1,100})\]`)

// wikiLink returns what is in the [[double brackets]] at i, and where they end; 0 if there are
// none.
func (s *scanner) wikiLink(i int) (inner string, end int) {
	if !strings.HasPrefix(s.src[i:], "[[") {
		return "", 0
	}
	shut := s.until("]]")
	if shut <= i+2 || shut-i > longestWikiLink {
		return "", 0
	}
	inner = s.src[i+2 : shut]
	if inner[0] == ' ' || inner[0] == '|' || strings.ContainsAny(inner, "[]\n") {
		return "", 0
	}
	return inner, shut + 2
}

// longestWikiLink is how long a wiki link may be, in bytes.
const longestWikiLink = 500

// wikiAnchor is a link to another page; without a label, it gets that page's title, or else the
// name in the link.
func wikiAnchor(target, label string) string {
	if label == "" {
		page, section, _ := strings.Cut(strings.TrimSuffix(target, `\`), "#")
		if label = page; page == "" {
			label = section
		}
	}
	return `<a href="` + html.EscapeString(strings.TrimSpace(target)) + `">` + html.EscapeString(label) + "</a>"
}

// embed writes an embedded page as a link to it, and drops a picture.
func (s *scanner) embed() bool {
	inner, end := s.wikiLink(s.at + 1)
	if end == 0 {
		return false
	}
	target, _, _ := strings.Cut(inner, "|") // what follows is the size of a picture
	text := wikiAnchor(target, "")
	if ext := strings.ToLower(path.Ext(target)); len(ext) > 1 && len(ext) < 6 && ext != ".md" {
		text = ""
	}
	s.put(text, end)
	return true
}

// highlight removes the marks around highlighted words.
func (s *scanner) highlight() bool {
	if !strings.HasPrefix(s.here(), "==") {
		return false
	}
	m := highlighted.FindStringSubmatch(s.here())
	if m == nil || s.at > 0 && isLetter(s.src[s.at-1]) {
		return false
	}
	if after := s.at + len(m[0]); after < len(s.src) && isLetter(s.src[after]) {
		return false
	}
	s.put(m[1], s.at+len(m[0]))
	return true
}

var highlighted = regexp.MustCompile("^==([^\\s=`<{\\[\\\\](?:[^=\\n`<{\\[\\\\]{0,300}[^\\s=`<{\\[\\\\])?)==")

func isLetter(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0x80 || c == '=' || c == '_'
}
