// Package markdown turns Markdown into a page: CommonMark with tables, definition
// lists and struck text, and whatever HTML stands in it.
//
// It promises that no text makes it take long (tame.go).
//
// It must not know what becomes of a page, nor any other format.
package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	markup "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/tree"
)

// Tree is the page that a text is written for.
func Tree(data []byte) (*html.Node, error) {
	if what := tooDeep(data); what != "" {
		return nil, &tree.Fault{What: what}
	}
	md := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithHeadingAttribute()),
		goldmark.WithRendererOptions(markup.WithUnsafe()))
	var page bytes.Buffer
	if err := md.Convert(tame(data), &page); err != nil {
		return nil, &tree.Fault{What: "is Markdown that cannot be read: save it again", Cause: err}
	}
	root, err := html.Parse(&page)
	if err != nil {
		return nil, &tree.Fault{What: "holds HTML that nests too deep: flatten it", Cause: err}
	}
	return root, nil
}
