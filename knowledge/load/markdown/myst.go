package markdown

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// MyST is the Markdown of Sphinx and Jupyter Book. Its directives are fenced like code
// ("```{note}") or like containers (":::{note}"), its roles look like code with a name before it
// ("{ref}`the guide <guide>`"), and its labels are lines such as "(guide)=".

// unfence makes directives that set text apart, and glossaries, what they are in other dialects:
// containers and definition lists. Any other directive stays a block of code, and so does one in
// another directive, in a quotation, or at the beginning of a list item.
func unfence(src string) string {
	if !strings.Contains(src, "```{") && !strings.Contains(src, "~~~{") && !strings.Contains(src, ":::{") {
		return src
	}
	var out []string
	var open directiveFence
	code, quoted := "", false
	for line := range strings.SplitSeq(src, "\n") {
		text := strings.TrimSpace(line)
		mark, inQuote := fenceMark(text)
		if mark == "" {
			mark = colons.FindString(text)
		}
		if code != "" && quoted && !strings.HasPrefix(text, ">") {
			code = ""
		}
		switch {
		case code != "":
			if closesFence(line, code) {
				code = ""
			}
		case open.mark != "" && closesFence(line, open.mark):
			out = append(out, open.held...)
			line = open.closer
			open = directiveFence{}
		case open.takesOption(text):
			continue
		case open.glossary:
			out = append(out, open.entry(line)...)
			continue
		case mark != "":
			m := fenced.FindStringSubmatch(strings.TrimPrefix(text, mark))
			if m == nil || open.mark != "" || m[1] != "glossary" && !callouts[m[1]] {
				if mark[0] != ':' {
					code, quoted = mark, inQuote
				}
				break
			}
			indent := line[:strings.Index(line, mark)]
			open = directiveFence{mark: mark, indent: indent, glossary: m[1] == "glossary", head: true, first: true}
			line = ""
			if !open.glossary {
				line, open.closer = indent+strings.TrimSpace(":::"+m[1]+" "+m[2]), indent+":::"
			}
		}
		out = append(out, line)
	}
	if open.mark != "" {
		out = append(append(out, open.held...), open.closer)
	}
	return strings.Join(out, "\n")
}

var (
	fenced = regexp.MustCompile(`^\{([\w:-]+)\}[ \t]*(.*)$`)
	colons = regexp.MustCompile(`^:{3,}`)
	option = regexp.MustCompile(`^:[\w-]+:(?:[ \t]|$)`)
)

// directiveFence is a directive whose end is still to come; the zero value is none.
type directiveFence struct {
	mark, closer string
	indent       string
	glossary     bool
	defines      bool     // the line before belongs to a definition
	head         bool     // nothing but options has been read
	first        bool     // and not even those
	held         []string // options between lines of dashes, until the second such line is read
}

// takesOption reports whether a line belongs to the directive's options: lines such as ":class: tip"
// at its beginning, or what is between two lines of dashes there.
func (d *directiveFence) takesOption(text string) bool {
	first := d.first
	d.first = false
	switch {
	case !d.head:
	case len(d.held) > 0 && text == "---":
		d.held, d.head = nil, false
		return true
	case len(d.held) > 0 || first && text == "---":
		d.held = append(d.held, text)
		return true
	default:
		d.head = option.MatchString(text)
	}
	return d.head
}

// entry is a line of a glossary in a definition list: a term, or an indented line that defines it.
func (d *directiveFence) entry(line string) []string {
	text := strings.TrimSpace(line)
	defined := d.defines
	d.defines = text != "" && strings.HasPrefix(line, d.indent+" ")
	switch {
	case !d.defines && defined:
		return []string{"", d.indent + text} // what follows a definition at once would continue it
	case !d.defines:
		return []string{d.indent + text}
	case defined:
		return []string{d.indent + "  " + text}
	}
	return []string{d.indent + ": " + text}
}

// showRoles shows roles by their text and removes labels. A citation has no text of its own.
func showRoles(root *html.Node) {
	var roles, labels []*html.Node
	for n := range root.Descendants() {
		switch {
		case n.DataAtom == atom.Code && n.PrevSibling != nil && n.PrevSibling.Type == html.TextNode && role.MatchString(n.PrevSibling.Data):
			roles = append(roles, n)
		case n.Type == html.TextNode && n.Parent.DataAtom != atom.Code && n.Parent.DataAtom != atom.Pre && label.MatchString(n.Data):
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
	label  = regexp.MustCompile(`(?m)^\([\w:./+@|*-]+\)=[ \t]*(?:\n|$)`)
)
