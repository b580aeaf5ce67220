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

	// tree turns a file into a page, which one walker then turns into the document (page.go); its
	// errors have type *tree.Fault.
	tree func(ctx context.Context, p *Parser, data []byte) (*html.Node, error)

	// binary files reach tree as they are. All others are text, and reach it as UTF-8, with \n at
	// the end of each line, and without front matter.
	binary bool

	// bare marks a text format that has no front matter.
	bare bool

	// page marks a format whose text may state its own encoding, as HTML does.
	page bool

	// unsaid marks a format that messages do not recommend.
	unsaid bool

	// largest is the size of the largest file that is read, in bytes; 0 means MaxFile.
	largest int
}

// formats is the table of formats. To add one, write a package beside this one that turns a file
// into a page, and name it here.
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

// size is the size of the largest file that is read in this format.
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
