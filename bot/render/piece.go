package render

import (
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/knowledge"
)

// form is how a piece is shown.
type form int

const (
	prose  form = iota // a paragraph
	bullet             // an item of a list
	step               // an item of a numbered list
	grid               // a table
	fine               // small print
	fold               // folded away until somebody opens it
)

// piece is content that stays together in one message, no longer than maxText except for a table's
// head.
type piece struct {
	form   form
	label  string // of prose, bullet and step; shown bold
	body   string
	number int                            // of a step, from 1
	indent int                            // of a bullet: how many points it is nested in
	marks  string                         // of prose, bullet and step: the numbers of its sources, as text
	links  []slack.RichTextSectionElement // what stands for them, if each has a link
	head   []slack.TableCell
	rows   [][]slack.TableCell
	inside []slack.Block // of a fold
	link   string        // of small print: where it leads
	plain  string        // of a grid and a fold: the same as text
}

// Paragraph is text with a bold label before it, in several pieces if it is long.
func Paragraph(label, body string) []piece { return cited(knowledge.Answer{}, label, body, nil) }

// Bullets are the items of a list.
func Bullets(items []string) []piece {
	all := make([]piece, len(items))
	for i, item := range items {
		all[i] = piece{form: bullet, body: Clip(OneLine(item), MaxEcho)}
	}
	return all
}

// cited is a paragraph with source marks behind it.
func cited(a knowledge.Answer, label, body string, cites []int) []piece {
	label, body = OneLine(label), strings.TrimSpace(body)
	if label == "" && body == "" {
		return nil
	}
	marks := marks(a, cites)
	parts := Split(knowledge.Labelled(label, body)+marks, MaxText)
	pieces := make([]piece, len(parts))
	for i, p := range parts {
		pieces[i].body = p
	}
	last := &pieces[len(pieces)-1]
	if rest, ok := strings.CutSuffix(last.body, marks); ok && marks != "" {
		last.body, last.marks, last.links = rest, marks, linked(a, cites)
	}
	if rest, ok := strings.CutPrefix(pieces[0].body, label); ok {
		pieces[0].label, pieces[0].body = label, rest
	}
	return pieces
}

// Small is small print, one context element a piece; an empty line gives none.
func Small(line string) []piece {
	var pieces []piece
	for _, p := range Split(line, MaxFine) {
		pieces = append(pieces, piece{form: fine, body: p})
	}
	return pieces
}

// asText is the piece as plain text.
func (p piece) asText() string {
	switch p.form {
	case bullet:
		return strings.Repeat("  ", p.indent) + "• " + p.label + p.body + p.marks
	case step:
		return strconv.Itoa(p.number) + ". " + p.label + p.body + p.marks
	case grid, fold:
		return p.plain
	}
	return p.label + p.body + p.marks
}

// section is the piece as rich text, which needs no escaping, since formatting, mentions and links
// are separate elements there.
func (p piece) section() *slack.RichTextSection {
	var runs []slack.RichTextSectionElement
	if p.label != "" {
		runs = append(runs, Run(p.label, true))
	}
	text := p.body
	if len(p.links) == 0 {
		text += p.marks
	}
	if text != "" {
		runs = append(runs, Run(text, false))
	}
	return slack.NewRichTextSection(append(runs, p.links...)...)
}

func Run(s string, bold bool) *slack.RichTextSectionTextElement {
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
