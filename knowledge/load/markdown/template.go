package markdown

import (
	"regexp"
	"strings"
)

// brace removes anything in braces that is not text: shortcodes, templates, attributes, expressions.
func (s *scanner) brace() bool {
	here := s.here()
	switch {
	case s.exhausted():
		return false
	case strings.HasPrefix(here, "{{<"):
		return s.shortcode(">}}")
	case strings.HasPrefix(here, "{{%"):
		return s.shortcode("%}}")
	case strings.HasPrefix(here, "{%"):
		return s.liquid()
	case s.attributes(here):
		return true
	case s.mdx:
		return s.expression()
	case strings.HasPrefix(here, "{{"):
		if end := s.until("}}"); end >= 0 && end-s.at < longestTag && end < s.paragraphEnd() {
			s.put("", end+2)
			return true
		}
	}
	return false
}

// shortcode removes the mark of a Hugo shortcode, which ends with the given mark.
func (s *scanner) shortcode(mark string) bool {
	end := s.until(mark)
	if end < 0 || end-s.at > longestTag {
		return false
	}
	inner := strings.TrimSpace(s.src[s.at+3 : end])
	end += len(mark)
	name, args, _ := strings.Cut(inner, " ")
	switch {
	case strings.HasPrefix(inner, "/*"), inner == "":
		s.put("", end)
	case inner[0] == '/':
		s.close("{{"+strings.TrimSpace(inner[1:]), end)
	case name == "highlight" && s.at == s.first && s.last["{{highlight"] > s.at:
		s.code(end, hugoHighlightEnd)
	default:
		c := component{name: name, closer: "{{" + name, alone: strings.HasSuffix(inner, "/")}
		if c.title = titleOf(named(args)); c.title == "" && !strings.Contains(args, "=") && s.last[c.closer] > s.at && !callouts[name] {
			c.title = firstQuoted(args)
		}
		s.open(c, end)
	}
	return true
}

// liquid removes a tag of Liquid or Jinja, including comments.
func (s *scanner) liquid() bool {
	end := s.until("%}")
	if end < 0 || end-s.at > longestTag {
		return false
	}
	inner := strings.TrimSpace(strings.Trim(s.src[s.at+2:end], "-"))
	end += 2
	name, args, _ := strings.Cut(inner, " ")
	switch {
	case name == "comment":
		if s.last["{%comment"] > s.at {
			if m := liquidCommentEnd.FindStringIndex(s.src[end:]); m != nil {
				end += m[1]
			}
		}
		s.put("", end)
	case name == "highlight" && s.at == s.first && s.last["{%highlight"] > s.at:
		s.code(end, liquidHighlightEnd)
	case strings.HasPrefix(name, "end"):
		s.close("{%"+name[len("end"):], end)
	case strings.HasPrefix(name, "/"): // Markdoc's way
		s.close("{%"+name[1:], end)
	case flow[name]:
		s.put("", end)
	default:
		s.open(component{name: name, title: titleOf(named(args)), closer: "{%" + name, alone: strings.HasSuffix(inner, "/")}, end)
	}
	return true
}

// flow are the Liquid tags that only control when text is shown.
var flow = map[string]bool{"if": true, "unless": true, "for": true, "case": true, "raw": true, "capture": true, "block": true}

var (
	hugoHighlightEnd   = regexp.MustCompile(`\{\{[<%]\s*/\s*highlight\s*[>%]\}\}`)
	liquidHighlightEnd = regexp.MustCompile(`\{%-?\s*endhighlight\s*-?%\}`)
	liquidCommentEnd   = regexp.MustCompile(`\{%-?\s*endcomment\s*-?%\}`)
)

// code outputs the text between an opening mark, which ends at end, and the closing one as fenced
// code.
func (s *scanner) code(end int, closing *regexp.Regexp) {
	m := closing.FindStringIndex(s.src[end:])
	if m == nil {
		s.put("", end)
		return
	}
	const fence = "~~~~~~"
	s.put(fence+"\n"+strings.Trim(s.src[end:end+m[0]], "\n")+"\n"+fence+"\n", end+m[1])
}

var (
	argument = regexp.MustCompile(`([\w-]+)\s*=\s*"([^"]*)"`)
	quoted   = regexp.MustCompile(`^\s*"([^"]*)"`)
)

// named are the named arguments of a shortcode or tag.
func named(args string) map[string]string {
	found := map[string]string{}
	for _, m := range argument.FindAllStringSubmatch(args, -1) {
		found[m[1]] = m[2]
	}
	return found
}

func firstQuoted(args string) string {
	if m := quoted.FindStringSubmatch(args); m != nil {
		return m[1]
	}
	return ""
}

// attributes removes a list of attributes: {#id}, {: .class}, {target="_blank"}. A heading keeps
// its id.
func (s *scanner) attributes(here string) bool {
	if strings.HasPrefix(here, "{{") {
		return false
	}
	m := attributeList.FindStringSubmatch(here)
	if m == nil || m[1] == "" && !s.heading && s.at > 0 && strings.IndexByte(")]\"*_`>", s.src[s.at-1]) < 0 && !idAlone.MatchString(m[0]) {
		return false
	}
	kept := ""
	if id := idIn.FindString(m[0]); s.heading && id != "" && s.lineEnd(s.at) == s.skipSpaces(s.at+len(m[0])) {
		kept = "{" + id + "}"
	}
	s.put(kept, s.at+len(m[0]))
	return true
}

var (
	attributeList = regexp.MustCompile(`^\{(:?)[ \t]*(?:(?:[#.][\w:-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)|toc)[ \t]*)+\}`)
	idAlone       = regexp.MustCompile(`^\{#[\w-]+\}$`)
	idIn          = regexp.MustCompile(`#[\w:-]+`)
)
