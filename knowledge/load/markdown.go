package load

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// parseMarkdown reads CommonMark with tables. Markup inside a line is dropped,
// its words stay; code blocks and raw HTML are passed over.
func parseMarkdown(b *builder, data []byte) {
	if what := tooDeep(data); what != "" {
		b.refuse(what)
		return
	}
	data = tame(data)
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough))
	m := markdown{b: b, src: data}
	m.blocks(md.Parser().Parse(text.NewReader(data)))
}

type markdown struct {
	b   *builder
	src []byte
}

func (m markdown) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		m.block(n)
	}
}

func (m markdown) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		m.b.heading(n.Level, m.text(n))
	case *ast.Paragraph:
		m.paragraph(n)
	case *ast.List:
		m.b.newGroup()
		m.list(n)
	case *ast.Blockquote:
		m.blocks(n)
	case *extast.Table:
		m.table(n)
	}
}

// paragraph takes a line that is bold as a whole for a heading, as people write
// who do not use #; a bold sentence is none.
func (m markdown) paragraph(n ast.Node) {
	line := m.text(n)
	e, ok := n.FirstChild().(*ast.Emphasis)
	if ok && e.Level == 2 && e.NextSibling() == nil && n.NextSibling() != nil && !strings.HasSuffix(line, ".") {
		m.b.heading(maxHeading, line)
		return
	}
	m.b.paragraph(line)
}

// maxHeading is one below Markdown's deepest heading.
const maxHeading = 7

// list adds the items of a list; what stands inside an item follows it, and the
// items of a list inside are in the same group.
func (m markdown) list(l *ast.List) {
	for it := l.FirstChild(); it != nil; it = it.NextSibling() {
		var parts []string
		var inside []ast.Node
		for n := it.FirstChild(); n != nil; n = n.NextSibling() {
			switch n.Kind() {
			case ast.KindTextBlock, ast.KindParagraph, ast.KindHeading:
				parts = append(parts, m.text(n))
			default:
				inside = append(inside, n)
			}
		}
		if l.IsOrdered() {
			m.b.step(strings.Join(parts, " "))
		} else {
			m.b.item(strings.Join(parts, " "))
		}
		group := m.b.group
		for _, n := range inside {
			if sub, ok := n.(*ast.List); ok {
				m.list(sub)
			} else {
				m.block(n)
			}
			m.b.group = group
		}
	}
}

func (m markdown) table(t *extast.Table) {
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		var cells []string
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, m.text(c))
		}
		if r.Kind() == extast.KindTableHeader {
			m.b.newTable(cells)
			continue
		}
		m.b.row(cells)
	}
}

// text is the words of a node without their markup.
func (m markdown) text(n ast.Node) string {
	var s strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			s.Write(m.words(n))
			if n.SoftLineBreak() || n.HardLineBreak() {
				s.WriteByte(' ')
			}
		case *ast.String:
			s.Write(n.Value)
		case *ast.AutoLink:
			s.Write(n.Label(m.src))
		case *ast.RawHTML:
			if bytes.HasPrefix(bytes.ToLower(n.Segments.Value(m.src)), []byte("<br")) {
				s.WriteByte(' ')
			}
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return s.String()
}

// words resolves escapes and entities, which code has none of.
func (m markdown) words(n *ast.Text) []byte {
	s := n.Segment.Value(m.src)
	if n.Parent().Kind() == ast.KindCodeSpan {
		return s
	}
	return util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(s)))
}
