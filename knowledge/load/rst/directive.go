package rst

import (
	"regexp"
	"strings"

	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

var (
	directiveLine = regexp.MustCompile(`^\.\. +([A-Za-z][\w.:+-]*?) ?::(?: +(.*))?$`)
	noteLine      = regexp.MustCompile(`^\.\. +\[(?:\d+|#[\w.-]*|\*|[A-Za-z][\w.-]*)\](?: +(.*))?$`)
	optionLine    = regexp.MustCompile(`^:([\w-]+):(?: +(.*))?$`)
)

// explicit reads what begins with two dots: footnotes, in place, and directives. Anything else is a
// comment or a name (names.go).
func (c *cursor) explicit() bool {
	l := c.lines[c.at]
	if unnamedLine.MatchString(l) {
		c.at++
		return true
	}
	if l != ".." && !strings.HasPrefix(l, ".. ") {
		return false
	}
	c.at++
	if l == ".." && c.line(0) == "" { // an empty comment, whatever is indented below
		return true
	}
	lines := c.indented()
	if m := noteLine.FindStringSubmatch(l); m != nil {
		c.inner(c.into, append([]string{m[1]}, lines...))
	} else if m := directiveLine.FindStringSubmatch(l); m != nil {
		c.directive(callOf(m[1], m[2], lines))
	}
	return true
}

// use says how the content of a directive is used.
type use int

const (
	text    use = iota // it is text, as for directives not named here
	nothing            // it is not text
	framed             // it is set apart, and begins with the argument
	titled             // it is set apart, with the argument as its title
	folded             // it can be unfolded under its title
	quoted
	literal
	rubric // the argument alone is text, a heading that opens nothing
	raw
	listTable
	csvTable
	drawnTable
)

// uses covers the directives of docutils, of Sphinx and of widespread extensions.
var uses = map[string]use{
	"attention": framed, "caution": framed, "danger": framed, "error": framed, "hint": framed, "important": framed,
	"note": framed, "tip": framed, "warning": framed, "seealso": framed, "todo": nothing,
	"admonition": titled, "topic": titled, "sidebar": titled, "card": titled,
	"dropdown": folded, "details": folded, "collapse": folded,
	"epigraph": quoted, "highlights": quoted, "pull-quote": quoted, "line-block": quoted,
	"code": literal, "code-block": literal, "sourcecode": literal, "parsed-literal": literal, "math": literal,
	"prompt": literal, "productionlist": literal,
	"rubric": rubric, "centered": rubric,
	"raw": raw, "list-table": listTable, "csv-table": csvTable, "table": drawnTable,
	"contents": nothing, "toctree": nothing, "include": nothing, "literalinclude": nothing, "image": nothing,
	"index": nothing, "meta": nothing, "highlight": nothing, "default-role": nothing, "role": nothing, "title": nothing,
	"header": nothing, "footer": nothing, "sectnum": nothing, "section-numbering": nothing, "target-notes": nothing,
	"restructuredtext-test-directive": nothing, "graphviz": nothing, "digraph": nothing, "uml": nothing, "mermaid": nothing,
	"plot": nothing, "tags": nothing, "bibliography": nothing, "autosummary": nothing, "currentmodule": nothing,
}

// call is a directive as it is written.
type call struct {
	name     string
	argument string
	options  map[string]string
	content  []string
}

// callOf splits the block of a directive into its argument, its options, which come before the
// first blank line, and its content.
func callOf(name, argument string, lines []string) call {
	d := call{name: strings.ToLower(name), argument: strings.TrimSpace(argument), options: map[string]string{}}
	at := 0
	if kind := uses[d.name]; kind != framed && kind != quoted {
		for d.argument != "" && at < len(lines) && lines[at] != "" && !optionLine.MatchString(lines[at]) {
			at++
		}
		d.argument = strings.Join(append([]string{d.argument}, lines[:at]...), " ")
	}
	for ; at < len(lines); at++ {
		m := optionLine.FindStringSubmatch(lines[at])
		if m == nil {
			break
		}
		d.options[m[1]] = m[2]
		for at+1 < len(lines) && strings.HasPrefix(lines[at+1], " ") {
			at++
		}
	}
	d.content = dedented(lines[at:])
	return d
}

func (c *cursor) directive(d call) {
	switch uses[d.name] {
	case nothing:
	case framed:
		aside := tree.New(atom.Aside)
		c.inner(aside, append([]string{d.argument}, d.content...))
		c.add(aside)
	case titled:
		aside := tree.New(atom.Aside)
		if d.argument != "" {
			aside.AppendChild(tree.New(atom.P, tree.New(atom.Strong, c.r.inline(d.argument)...)))
		}
		c.inner(aside, d.content)
		c.add(aside)
	case folded:
		details := tree.New(atom.Details)
		if d.argument != "" {
			details.AppendChild(tree.New(atom.Summary, c.r.inline(d.argument)...))
		}
		c.inner(details, d.content)
		c.add(details)
	case quoted:
		q := tree.New(atom.Blockquote)
		c.inner(q, append([]string{d.argument}, d.content...))
		c.add(q)
	case literal:
		c.literalOf(d)
	case rubric:
		c.add(tree.New(atom.P, tree.New(atom.Strong, c.r.inline(d.argument)...)))
	case raw:
		if strings.Contains(d.argument, "html") {
			c.add(c.r.rawHTML(strings.TrimSpace(strings.Join(d.content, "\n"))))
		}
	case listTable:
		c.listTable(d)
	case csvTable:
		c.csvTable(d)
	case drawnTable:
		c.captioned(d, d.content)
	default:
		c.inner(c.into, d.content)
	}
}

// literalOf adds code. The directive's argument is the code's language or, for a formula, part of
// the text.
func (c *cursor) literalOf(d call) {
	lines := d.content
	if d.name == "math" {
		lines = append([]string{d.argument}, lines...)
	}
	if lines = dedented(lines); len(lines) > 0 {
		c.pre(lines)
	}
}
