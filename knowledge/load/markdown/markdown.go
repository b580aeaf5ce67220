// Package markdown turns Markdown into a page: CommonMark with tables, definition lists, tasks and
// strikethrough, and any HTML in it. What site generators add to it is removed or becomes
// equivalent HTML: MDX components, Hugo's shortcodes, Liquid, directives, admonitions, MyST, footnotes,
// wiki links.
//
// It promises that no text makes it slow (tame.go), that text between a site generator's marks is
// kept, and that code is left alone.
//
// It must not know what becomes of a page, or any other format.
package markdown

import (
	"bytes"
	"regexp"
	"slices"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	markup "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/tree"
)

// Tree is the page that a text describes. If mdx is set, the text is read as MDX, as is any text
// that imports components.
func Tree(data []byte, mdx bool) (*html.Node, error) {
	data = blankLine.ReplaceAll(data, []byte("\n"))
	if what := tooDeep(data); what != "" {
		return nil, &tree.Fault{What: what}
	}
	src := string(data)
	mdx = mdx || usesModules(src)
	var page bytes.Buffer
	if err := converter(mdx).Convert(tame([]byte(strip(unfence(src), mdx))), &page); err != nil {
		return nil, &tree.Fault{What: "is Markdown that cannot be read: save it again", Cause: err}
	}
	root, err := html.Parse(&page)
	if err != nil {
		return nil, &tree.Fault{What: "holds HTML that nests too deeply: flatten it", Cause: err}
	}
	raiseAlerts(root)
	showRoles(root)
	nameHeadings(root)
	return root, nil
}

var blankLine = regexp.MustCompile(`(?m)^[ \t]+\n`)

func converter(mdx bool) goldmark.Markdown {
	blocks := parser.DefaultBlockParsers()
	if mdx {
		blocks = slices.DeleteFunc(blocks, func(v util.PrioritizedValue) bool { return v.Priority == indentedCode })
	}
	return goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(blocks...),
			parser.WithInlineParsers(parser.DefaultInlineParsers()...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
			parser.WithHeadingAttribute())),
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.DefinitionList, extension.TaskList),
		goldmark.WithRendererOptions(markup.WithUnsafe()))
}

// indentedCode is the priority that the parser for indented code has among the default parsers.
const indentedCode = 500
