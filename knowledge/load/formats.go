package load

import (
	"context"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/docx"
	"careeradvisor/knowledge/load/markdown"
	"careeradvisor/knowledge/load/plain"
	"careeradvisor/knowledge/load/rst"
)

// format is one way of writing documents.
type format struct {
	exts []string // how its files' names end, in lower case; people are shown the first

	// tree makes a page of a file, from which one walker makes the document (page.go); its errors
	// have type *tree.Fault.
	tree func(ctx context.Context, p *Parser, data []byte) (*html.Node, error)

	// binary files come to tree as they are. Any other is text: it comes as UTF-8,
	// with \n at the end of its lines, and without its front matter.
	binary bool

	// bare is a text format that has no front matter.
	bare bool

	// page is a format whose text may state its own encoding, as HTML does.
	page bool

	// unsaid is a format that messages do not recommend.
	unsaid bool

	// largest is the largest file that is read, in bytes; 0 for MaxFile.
	largest int
}

// formats is the table of formats. To add one, write a package beside this one that
// makes a page of a file, and name it here.
var formats = []format{
	{exts: []string{".md", ".markdown", ".mkd"}, tree: markdownTree},
	{exts: []string{".mdx"}, tree: mdxTree, unsaid: true},
	{exts: []string{".html", ".htm"}, tree: htmlTree, page: true},
	{exts: []string{".pdf"}, tree: pdfTree, binary: true, largest: 64 << 20},
	{exts: []string{".docx"}, tree: docxTree, binary: true, largest: 64 << 20},
	{exts: []string{".rst"}, tree: rstTree, bare: true},
	{exts: []string{".csv"}, tree: csvTree, bare: true},
	{exts: []string{".txt", ".text"}, tree: plainTree},
}

func markdownTree(_ context.Context, _ *Parser, data []byte) (*html.Node, error) {
	return markdown.Tree(data, false)
}

func plainTree(_ context.Context, _ *Parser, data []byte) (*html.Node, error) {
	return plain.Tree(data), nil
}

func mdxTree(_ context.Context, _ *Parser, data []byte) (*html.Node, error) {
	return markdown.Tree(data, true)
}

// size is the largest file of the format that is read.
func (f *format) size() int {
	if f.largest > 0 {
		return f.largest
	}
	return MaxFile
}

func docxTree(_ context.Context, _ *Parser, data []byte) (*html.Node, error) {
	return docx.Tree(data)
}

func pdfTree(ctx context.Context, p *Parser, data []byte) (*html.Node, error) {
	return p.engine().Tree(ctx, data)
}

func rstTree(_ context.Context, _ *Parser, data []byte) (*html.Node, error) { return rst.Tree(data) }

func formatOf(name string) *format {
	ext := strings.ToLower(path.Ext(name))
	for i := range formats {
		if slices.Contains(formats[i].exts, ext) {
			return &formats[i]
		}
	}
	return nil
}

// Extensions names the formats for a person: ".md, .html or .txt".
func Extensions() string {
	var names []string
	for _, f := range formats {
		if !f.unsaid {
			names = append(names, f.exts[0])
		}
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
