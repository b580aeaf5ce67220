// Package plain makes a page from plain text, whose structure has to be inferred from the look of
// its lines: headings are short lines on their own, lists have bullets or numbers, tables have
// bars.
//
// It promises to keep every word of a text: a line wrongly taken for a heading is still
// there, as a heading.
//
// It must not know what becomes of a page, or any other format.
package plain

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/clean"
	"careeradvisor/knowledge/load/tree"
)

// Tree is the page that a text represents.
func Tree(data []byte) *html.Node {
	t := plain{lines: textLines(string(data))}
	var root *html.Node
	root, t.body = tree.Page()
	for t.at < len(t.lines) {
		t.at += t.block()
	}
	t.dropContents()
	return root
}

// line is one line that is not blank.
type line struct {
	text  string
	blank bool // a blank line, or the start of the text, is before it
}

type plain struct {
	body     *html.Node
	lines    []line
	at       int
	open     *html.Node // the list that the previous line belongs to; nil for none
	last     lastStep   // of the section
	numbered int        // level of numbered headings: one below the last plain heading
}

// add puts an element with a line's text on the page.
func (t *plain) add(a atom.Atom, text string) *html.Node {
	n := tree.New(a, tree.Text(text))
	t.body.AppendChild(n)
	return n
}

// item adds a line to the open list of its kind, beginning one if there is none.
func (t *plain) item(list atom.Atom, text string) {
	if t.open == nil || t.open.DataAtom != list {
		t.open = tree.New(list)
		t.body.AppendChild(t.open)
	}
	t.open.AppendChild(tree.New(atom.Li, tree.Text(text)))
}

func (t *plain) inSteps() bool { return t.open != nil && t.open.DataAtom == atom.Ol }

var (
	bullet   = regexp.MustCompile(`^[•●◦▪■‣∙·*+–—-]\s+(\S.*)$`)
	numbered = regexp.MustCompile(`^(?:(?i:step\s+)?\(?(\d{1,2}(?:\.\d{1,2})*[.):]|(?:[a-zA-Z]|[ivx]{2,4})[.)]))\s+(\S.*)$`)
	hashes   = regexp.MustCompile(`^(#{1,6})\s+(\S.*?)\s*#*$`)
)

// block adds what begins at the current line and returns how many lines it took.
func (t *plain) block() int {
	l := t.lines[t.at]
	if n := t.table(); n > 0 {
		t.open = nil
		return n
	}
	if m := bullet.FindStringSubmatch(l.text); m != nil {
		t.item(atom.Ul, m[1])
		return 1
	}
	if m := hashes.FindStringSubmatch(l.text); m != nil {
		t.plainHeading(len(m[1]), m[2])
		return 1
	}
	if m := numbered.FindStringSubmatch(l.text); m != nil && t.numberedLine(m[1][:len(m[1])-1], m[2]) {
		return 1
	}
	if t.isHeading() {
		t.plainHeading(1, l.text)
		return 1
	}
	t.open = nil
	t.add(atom.P, l.text)
	return 1
}

func (t *plain) plainHeading(level int, text string) {
	t.numbered = level
	t.openSection(level, text)
}

func (t *plain) openSection(level int, text string) {
	t.open, t.last = nil, lastStep{}
	tree.Set(t.add(atom.H6, text), tree.Level, strconv.Itoa(level))
}

// textLines folds hard-wrapped paragraphs into one line each, so that every line is one that the
// writer meant, and drops blank lines.
func textLines(s string) []line {
	raw := strings.Split(s, "\n")
	wrap := wrapWidth(raw)
	var lines []line
	var parts [][]string // of each of lines
	blank := true
	for i, r := range raw {
		text := clean.Line(r)
		if text == "" {
			blank = true
			continue
		}
		if !blank && wrap > 0 && continues(raw[i-1], text, wrap) {
			parts[len(parts)-1] = append(parts[len(parts)-1], text)
			continue
		}
		lines = append(lines, line{blank: blank})
		parts = append(parts, []string{text})
		blank = false
	}
	for i := range lines {
		lines[i].text = strings.Join(parts[i], " ")
	}
	return lines
}

// wrapWidth is the column at which the text is wrapped by hand; 0 if it is not. It is wrapped if
// hardly any line is longer than 100 characters and paragraphs have several lines.
func wrapWidth(raw []string) int {
	const widest = 100
	long, follow, width := 0, 0, 0
	for i, r := range raw {
		n := len([]rune(strings.TrimSpace(r)))
		if n > widest {
			long++
		} else if n > width {
			width = n
		}
		if i > 0 && n > 0 && len(strings.TrimSpace(raw[i-1])) > 50 && startsLower(strings.TrimSpace(r)) {
			follow++
		}
	}
	if follow == 0 || long > follow {
		return 0
	}
	return width
}

// continues reports whether text continues the sentence of the previous line.
func continues(before, text string, wrap int) bool {
	before = strings.TrimSpace(before)
	if isRule(before) || isRule(text) {
		return false
	}
	if bullet.MatchString(text) || numbered.MatchString(text) || strings.Contains(text, " | ") {
		return false
	}
	first, _, _ := strings.Cut(text, " ")
	fits := len([]rune(before))+1+len([]rune(first)) <= wrap*9/10
	return !fits || startsLower(text)
}

// dropContents drops what only repeats a heading: a contents list answers nothing.
func (t *plain) dropContents() {
	headings := map[string]bool{}
	for n := range t.body.ChildNodes() {
		if n.DataAtom == atom.H6 {
			headings[clean.Fold(tree.Words(n))] = true
		}
	}
	for n := t.body.FirstChild; n != nil; {
		next := n.NextSibling
		switch n.DataAtom {
		case atom.P:
			drop(n, headings)
		case atom.Ul, atom.Ol:
			for li := n.FirstChild; li != nil; {
				next := li.NextSibling
				drop(li, headings)
				li = next
			}
		}
		n = next
	}
}

func drop(n *html.Node, headings map[string]bool) {
	if headings[clean.Fold(tree.Words(n))] {
		n.Parent.RemoveChild(n)
	}
}
