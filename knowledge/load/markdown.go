package load

import (
	"html"
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
}

// paragraph takes a line that is bold as a whole for a heading, as people write
// who do not use #.
func (m markdown) paragraph(n ast.Node) {
	if e, ok := n.FirstChild().(*ast.Emphasis); ok && e.Level == 2 && e.NextSibling() == nil && n.NextSibling() != nil {
		m.b.heading(maxHeading, m.text(n))
		return
	}
	m.b.paragraph(m.text(n))
}

// maxHeading is one below Markdown's deepest heading.
const maxHeading = 7

// list adds the items of a list; those of a list inside follow their item, in
// the same group.
func (m markdown) list(l *ast.List) {
	for it := l.FirstChild(); it != nil; it = it.NextSibling() {
		var parts []string
		var inner []*ast.List
		for n := it.FirstChild(); n != nil; n = n.NextSibling() {
			if sub, ok := n.(*ast.List); ok {
				inner = append(inner, sub)
				continue
			}
			if n.Kind() == ast.KindTextBlock || n.Kind() == ast.KindParagraph {
				parts = append(parts, m.text(n))
			}
		}
		if l.IsOrdered() {
			m.b.step(strings.Join(parts, " "))
		} else {
			m.b.item(strings.Join(parts, " "))
		}
		for _, sub := range inner {
			m.list(sub)
		}
	}
}

func (m markdown) table(t *extast.Table) {
	m.b.newGroup()
	var columns []string
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		var cells []string
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, clean(m.text(c)))
		}
		if r.Kind() == extast.KindTableHeader {
			columns = cells
			continue
		}
		m.b.row(columns, cells)
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
			s.Write(util.UnescapePunctuations(n.Segment.Value(m.src)))
			if n.SoftLineBreak() || n.HardLineBreak() {
				s.WriteByte(' ')
			}
		case *ast.String:
			s.Write(n.Value)
		case *ast.AutoLink:
			s.Write(n.Label(m.src))
		case *ast.Image, *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return html.UnescapeString(s.String())
}
