package render

import (
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/knowledge"
)

// piece is content that stays together in one message, no longer than maxText except for a table's
// head: a block, or rich text, which is a paragraph unless it has the style of a list.
type piece struct {
	block  slack.Block
	inside int // blocks in the block

	section *slack.RichTextSection
	style   slack.RichTextListElementType
	number  int // of an item of a numbered list, from 1
	indent  int // how many points an item is nested in

	text string // the same as plain text, without the mark of an item
}

// Paragraph is text with a bold label before it, in several pieces if it is long.
func Paragraph(label, body string) []piece { return cited(knowledge.Answer{}, label, body, nil) }

// Bullets are the items of a list.
func Bullets(items []string) []piece {
	all := make([]piece, len(items))
	for i, item := range items {
		text := Clip(OneLine(item), MaxEcho)
		all[i] = piece{section: section("", text), style: slack.RTEListBullet, text: text}
	}
	return all
}

// cited is a paragraph with source marks after it.
func cited(a knowledge.Answer, label, body string, cites []int) []piece {
	label, body = OneLine(label), strings.TrimSpace(body)
	if label == "" && body == "" {
		return nil
	}
	marks, links := marks(a, cites), linked(a, cites)
	parts := Split(knowledge.Labelled(label, body)+marks, MaxText)
	pieces := make([]piece, len(parts))
	for i, text := range parts {
		bold, rest, behind := "", text, []slack.RichTextSectionElement(nil)
		if unmarked, ok := strings.CutSuffix(rest, marks); ok && i == len(parts)-1 && marks != "" && len(links) > 0 {
			rest, behind = unmarked, links
		}
		if unlabelled, ok := strings.CutPrefix(rest, label); ok && i == 0 {
			bold, rest = label, unlabelled
		}
		pieces[i] = piece{section: section(bold, rest, behind...), text: text}
	}
	return pieces
}

// section is rich text, which needs no escaping, since formatting, mentions and links are separate
// elements there.
func section(bold, text string, behind ...slack.RichTextSectionElement) *slack.RichTextSection {
	var runs []slack.RichTextSectionElement
	if bold != "" {
		runs = append(runs, Run(bold, true))
	}
	if text != "" {
		runs = append(runs, Run(text, false))
	}
	return slack.NewRichTextSection(append(runs, behind...)...)
}

// code is a block of code.
func code(text string) piece {
	text = Clip(text, MaxText)
	pre := &slack.RichTextPreformatted{Type: slack.RTEPreformatted, Elements: []slack.RichTextSectionElement{Run(text, false)}}
	return piece{block: slack.NewRichTextBlock("", pre), text: text}
}

// Small is small print, one context element for each piece; an empty line gives none.
func Small(line string) []piece {
	var pieces []piece
	for _, p := range Split(line, MaxFine) {
		pieces = append(pieces, piece{block: FineBlock(p), text: p})
	}
	return pieces
}

// asText is the piece as plain text.
func (p piece) asText() string {
	switch p.style {
	case slack.RTEListBullet:
		return strings.Repeat("  ", p.indent) + "• " + p.text
	case slack.RTEListOrdered:
		return strconv.Itoa(p.number) + ". " + p.text
	}
	return p.text
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
