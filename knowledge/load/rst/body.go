package rst

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// cursor reads lines that are at one indent into an element.
type cursor struct {
	input
	r     *reader
	into  *html.Node
	depth int
	top   bool // these are the lines of the text itself, where sections may begin
}

// inner reads lines that are inside a block.
func (c *cursor) inner(into *html.Node, lines []string) {
	if c.depth >= MaxDepth {
		c.r.tooDeep = true
		return
	}
	in := &cursor{input: input{lines: lines}, r: c.r, into: into, depth: c.depth + 1}
	in.blocks()
}

// construct tries everything that can begin at a line, in this order, and reports whether it read
// anything. Whatever is left is a paragraph.
func (c *cursor) construct() bool {
	return c.quotation() || c.bullets() || c.numbers() || c.fields() || c.options() || c.doctest() ||
		c.lineBlock() || c.grid() || c.simple() || c.explicit() || c.section() || c.definitions()
}

func (c *cursor) blocks() {
	for c.skipBlank() {
		if !c.construct() {
			c.paragraph()
		}
	}
}

func (c *cursor) add(n *html.Node) { c.into.AppendChild(n) }

// quotation reads an indented block.
func (c *cursor) quotation() bool {
	if c.lines[c.at][0] != ' ' {
		return false
	}
	q := tree.New(atom.Blockquote)
	c.inner(q, c.indented())
	c.add(q)
	return true
}

// paragraph reads lines up to a blank or an indented one. One that ends in "::"
// announces a literal block.
func (c *cursor) paragraph() {
	from := c.at
	for c.at++; c.at < len(c.lines) && c.lines[c.at] != "" && c.lines[c.at][0] != ' '; c.at++ {
	}
	text := strings.Join(c.lines[from:c.at], "\n")
	announced, literal := strings.CutSuffix(text, "::")
	if literal {
		text = announced
		if text != "" && !strings.HasSuffix(text, " ") && !strings.HasSuffix(text, "\n") {
			text += ":"
		}
	}
	if strings.TrimSpace(text) != "" {
		c.add(tree.New(atom.P, c.r.inline(text)...))
	}
	if literal {
		c.literal()
	}
}

// literal reads the block after "::", which is indented, or has the same punctuation mark before each line.
func (c *cursor) literal() {
	if !c.skipBlank() {
		return
	}
	if c.lines[c.at][0] == ' ' {
		c.pre(c.indented())
		return
	}
	from, mark := c.at, c.lines[c.at][0]
	for c.at < len(c.lines) && isPunctuation(mark) && strings.HasPrefix(c.lines[c.at], string(mark)) {
		c.at++
	}
	if c.at > from {
		c.pre(c.lines[from:c.at])
	}
}

func (c *cursor) pre(lines []string) {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	c.add(tree.New(atom.Pre, tree.Text(strings.Join(lines, "\n"))))
}

// doctest reads a Python session.
func (c *cursor) doctest() bool {
	if !strings.HasPrefix(c.lines[c.at], ">>> ") {
		return false
	}
	from := c.at
	for c.at < len(c.lines) && c.lines[c.at] != "" {
		c.at++
	}
	c.pre(c.lines[from:c.at])
	return true
}

var barLine = regexp.MustCompile(`^\|(?: +|$)`)

// lineBlock reads lines that begin with a bar, and keeps them as lines.
func (c *cursor) lineBlock() bool {
	if !barLine.MatchString(c.lines[c.at]) {
		return false
	}
	p := tree.New(atom.P)
	for ; c.at < len(c.lines) && c.lines[c.at] != ""; c.at++ {
		l := c.lines[c.at]
		switch m := barLine.FindString(l); {
		case m != "":
			if p.FirstChild != nil {
				p.AppendChild(tree.New(atom.Br))
			}
			l = l[len(m):]
		case l[0] != ' ':
			c.add(p)
			return true
		default: // it continues the line before
			p.AppendChild(tree.Text(" "))
		}
		for _, n := range c.r.inline(strings.TrimSpace(l)) {
			p.AppendChild(n)
		}
	}
	c.add(p)
	return true
}
