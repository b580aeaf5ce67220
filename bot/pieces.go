package bot

import (
	"strconv"
	"strings"

	"careeradvisor/knowledge"

	"github.com/slack-go/slack"
)

// form is how a piece is shown.
type form int

const (
	prose  form = iota // a paragraph
	bullet             // an item of a list
	step               // an item of a numbered list
	grid               // a table
	fine               // small print
)

// piece is what stays together in one message: no longer than maxText, except
// for a table's head.
type piece struct {
	form   form
	label  string // of prose, bullet and step; shown bold
	body   string
	number int // of a step, from 1
	indent int // of a bullet: in how many points it stands
	head   []slack.TableCell
	rows   [][]slack.TableCell
	plain  string // of a grid: the same as text
}

// paragraph is text with a label before it and source marks behind it, in
// several pieces if it is long.
func paragraph(label, body, marks string) []piece {
	label, body = oneLine(label), strings.TrimSpace(body)
	if label == "" && body == "" {
		return nil
	}
	parts := split(knowledge.Labelled(label, body)+marks, maxText)
	pieces := make([]piece, len(parts))
	for i, p := range parts {
		pieces[i].body = p
	}
	if rest, ok := strings.CutPrefix(parts[0], label); ok {
		pieces[0].label, pieces[0].body = label, rest
	}
	return pieces
}

// small is small print, one context element a piece; none of an empty line.
func small(line string) []piece {
	var pieces []piece
	for _, p := range split(line, maxFine) {
		pieces = append(pieces, piece{form: fine, body: p})
	}
	return pieces
}

// asText is the piece without blocks.
func (p piece) asText() string {
	switch p.form {
	case bullet:
		return strings.Repeat("  ", p.indent) + "• " + p.label + p.body
	case step:
		return strconv.Itoa(p.number) + ". " + p.label + p.body
	case grid:
		return p.plain
	}
	return p.label + p.body
}

// section is the piece as rich text, in which nothing needs escaping: its marks,
// mentions and links are elements of their own.
func (p piece) section() *slack.RichTextSection {
	var runs []slack.RichTextSectionElement
	if p.label != "" {
		runs = append(runs, textRun(p.label, true))
	}
	if p.body != "" {
		runs = append(runs, textRun(p.body, false))
	}
	return slack.NewRichTextSection(runs...)
}

func textRun(s string, bold bool) *slack.RichTextSectionTextElement {
	run := slack.NewRichTextSectionTextElement(s, nil)
	if bold {
		run.Style = &slack.RichTextSectionTextStyle{Bold: true}
	}
	return run
}

func joinLines(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}
