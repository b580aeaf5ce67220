package markdown

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// MyST is the Markdown of Sphinx and Jupyter Book. Its directives are fenced like code
// ("```{note}"), its roles look like code with a name before it ("{ref}`the guide <guide>`"), and
// its labels are lines such as "(guide)=".

// unfence makes directives that set text apart, and glossaries, what they are in other dialects:
// containers and definition lists. Any other directive stays a block of code.
func unfence(src string) string {
	if !strings.Contains(src, "```{") && !strings.Contains(src, "~~~{") {
		return src
	}
	var out []string
	var open directiveFence
	code := ""
	for line := range strings.SplitSeq(src, "\n") {
		text := strings.TrimSpace(line)
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		mark, _ := fenceMark(text)
		switch {
		case code != "":
			if closesFence(line, code) {
				code = ""
			}
		case open.mark != "" && closesFence(line, open.mark):
			line = open.closer
			open = directiveFence{}
		case open.mark != "" && open.isOption(text):
			continue
		case open.glossary && text != "" && len(indent) > open.indent:
			line = open.definition(text)
		case mark != "":
			m := fenced.FindStringSubmatch(text[len(mark):])
			if m == nil || open.mark != "" || m[1] != "glossary" && !callouts[m[1]] {
				code = mark
				break
			}
			open = directiveFence{mark: mark, indent: len(indent), glossary: m[1] == "glossary", head: true}
			line = ""
			if !open.glossary {
				line, open.closer = indent+strings.TrimSpace(":::"+m[1]+" "+m[2]), indent+":::"
			}
		}
		open.defines = strings.HasPrefix(line, ": ") || open.defines && strings.HasPrefix(line, "  ")
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

var fenced = regexp.MustCompile(`^\{([\w:-]+)\}[ \t]*(.*)$`)

// directiveFence is a directive whose end is still to come.
type directiveFence struct {
	mark, closer string
	indent       int
	glossary     bool
	head         bool // nothing but options has been read
	yaml         bool // the options are between two lines of dashes
	defines      bool // the line before belongs to a definition
}

// definition is a line that defines a term, or continues one that does.
func (d *directiveFence) definition(text string) string {
	if d.defines {
		return "  " + text
	}
	return ": " + text
}

// isOption reports whether a line of a directive belongs to its options: lines such as ":class: tip"
// at the beginning, or what is between two lines of dashes.
func (d *directiveFence) isOption(text string) bool {
	switch {
	case !d.head:
		return false
	case text == "---":
		d.yaml, d.head = !d.yaml, !d.yaml
		return true
	}
	d.head = d.yaml || option.MatchString(text)
	return d.head
}

var option = regexp.MustCompile(`^:[\w-]+:(?:[ \t]|$)`)

// showRoles shows roles by their text and removes labels. A citation has no text of its own.
func showRoles(root *html.Node) {
	var roles, labels []*html.Node
	for n := range root.Descendants() {
		switch {
		case n.DataAtom == atom.Code && n.PrevSibling != nil && n.PrevSibling.Type == html.TextNode && role.MatchString(n.PrevSibling.Data):
			roles = append(roles, n)
		case n.Type == html.TextNode && n.PrevSibling == nil && label.MatchString(n.Data):
			labels = append(labels, n)
		}
	}
	for _, n := range roles {
		before := n.PrevSibling
		m := role.FindStringSubmatchIndex(before.Data)
		name := before.Data[m[2]:m[3]]
		before.Data = before.Data[:m[0]]
		if strings.HasPrefix(name, "cite") {
			before.Data = strings.TrimRight(before.Data, " ")
			n.Parent.RemoveChild(n)
			continue
		}
		text := tree.Words(n)
		if title := target.FindStringIndex(text); title != nil && title[0] > 0 {
			text = text[:title[0]]
		}
		n.Parent.InsertBefore(tree.Text(text), n)
		n.Parent.RemoveChild(n)
	}
	for _, n := range labels {
		n.Data = label.ReplaceAllString(n.Data, "")
	}
}

var (
	role   = regexp.MustCompile(`\{([A-Za-z][\w:-]*)\}$`)
	target = regexp.MustCompile(`[ \t]*<[^<>]*>$`)
	label  = regexp.MustCompile(`^(?:\([\w:.-]+\)=[ \t]*(?:\n|$))+`)
)
