package rst

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/tree"
)

// MaxDepth is how deep lists, quotations and directives may be nested.
const MaxDepth = 64

// reader holds what all blocks of one text share.
type reader struct {
	names   *names
	styles  []string // of section titles, in the order in which they came
	raw     bool     // HTML is in the text
	tooDeep bool
}

// Tree reads a text in UTF-8. Its error is a [tree.Fault].
func Tree(data []byte) (*html.Node, error) {
	lines := linesOf(string(data))
	r := &reader{names: namesOf(lines)}
	page, body := tree.Page()
	c := &cursor{input: input{lines: lines}, r: r, into: body, top: true}
	c.skipMetadata()
	c.blocks()
	if r.tooDeep {
		return nil, &tree.Fault{What: fmt.Sprintf("nests lists or quotations more than %d deep: flatten them", MaxDepth)}
	}
	if r.raw {
		return reparsed(page)
	}
	return page, nil
}

// rawHTML is HTML that is in the text. One element may begin in one place and end in another, so it
// is parsed once the page is complete.
func (r *reader) rawHTML(s string) *html.Node {
	r.raw = true
	return &html.Node{Type: html.RawNode, Data: s}
}

func reparsed(page *html.Node) (*html.Node, error) {
	var b bytes.Buffer
	err := html.Render(&b, page)
	if err == nil {
		page, err = html.Parse(&b)
	}
	if err != nil {
		return nil, &tree.Fault{What: "holds HTML that nests too deeply: flatten it", Cause: err}
	}
	return page, nil
}

// tabStop is the width of tabs in the specification.
const tabStop = 8

// linesOf splits a text into lines without tabs or trailing space.
func linesOf(text string) []string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(untabbed(l), " \f\v\r")
	}
	return lines
}

func untabbed(l string) string {
	if !strings.Contains(l, "\t") {
		return l
	}
	var b strings.Builder
	column := 0
	for _, r := range l {
		if r != '\t' {
			b.WriteRune(r)
			column++
			continue
		}
		n := tabStop - column%tabStop
		b.WriteString(strings.Repeat(" ", n))
		column += n
	}
	return b.String()
}

// indentOf is how many spaces a line begins with.
func indentOf(l string) int { return len(l) - len(strings.TrimLeft(l, " ")) }

// dedented removes the indent that all lines share, and the blank lines below them.
func dedented(lines []string) []string {
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	least := -1
	for _, l := range lines {
		if n := indentOf(l); l != "" && (least < 0 || n < least) {
			least = n
		}
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		if l != "" {
			out[i] = l[least:]
		}
	}
	return out
}
