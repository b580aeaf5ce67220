package render

import (
	"regexp"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/knowledge"
)

// Message is one Slack message: blocks, and the same as plain text for
// notifications, screen readers and wherever blocks are refused. Both hold text
// as it is to be read; escaping belongs to sending.
type Message struct {
	Blocks []slack.Block
	Text   string

	Turn, Generation string // of an answer: goes into the message's metadata
	Part             int    // of the turn's messages, from 1
	Since            string // timestamp: it cannot have been posted before
}

// Answer shows an answer in as few messages as Slack's limits allow. Above is a line of
// small print over it, such as the question; empty for none. Below the last message is
// what can be done with the answer.
func Answer(a knowledge.Answer, above string, c Controls) []Message {
	pieces := lead(a)
	if a.Shape == knowledge.Table && hasCells(a) {
		pieces = append(pieces, table(a)...)
	} else {
		pieces = append(pieces, Points(a)...)
	}
	pieces = append(pieces, Points(knowledge.Answer{Points: a.Also, Citations: a.Citations})...)
	if a.Note != "" {
		pieces = append(pieces, Paragraph("", a.Note)...)
	}
	if len(pieces) == 0 && len(a.Suggestions) == 0 {
		return Note(knowledge.Say(nil), above)
	}
	pieces = append(pieces, Sources(a.Citations)...)
	if len(c.Next) == 0 {
		pieces = append(pieces, suggestions(a)...)
	}
	return c.below(Pack(Small(above), pieces))
}

// Note shows a sentence of the bot's own.
func Note(sentence, above string) []Message {
	return Pack(Small(above), Paragraph("", sentence))
}

// YouAsked is the question above an answer that only the asker sees; asked is it
// for everybody.
func YouAsked(question string) string {
	if strings.TrimSpace(question) == "" {
		return ""
	}
	return "You asked: " + Clip(question, MaxEcho)
}

func Asked(by, question string) string { return by + " asked: " + Clip(question, MaxEcho) }

func lead(a knowledge.Answer) []piece {
	if a.Lead == "" {
		return nil
	}
	label, text := faq("", a.Lead)
	return cited(a, label, text, a.LeadCites)
}

// Points shows an answer's points as paragraphs, bullets or numbered steps.
func Points(a knowledge.Answer) []piece {
	var all []piece
	for _, p := range a.Points {
		label, text := faq(p.Label, p.Text)
		parts := cited(a, label, text, p.Cites)
		if len(parts) == 0 {
			continue
		}
		// What does not fit the first part goes on as a paragraph.
		switch a.Shape {
		case knowledge.List:
			parts[0].form = bullet
		case knowledge.Steps:
			parts[0].form = step
			parts[0].number = 1 + steps(all)
		}
		all = append(all, parts...)
		within := 0
		if parts[0].form != prose {
			within = 1
		}
		all = append(all, inside(a, p.Inside, within)...)
	}
	return all
}

// questionAndAnswer is an entry of a document that writes its questions out.
var questionAndAnswer = regexp.MustCompile(`(?is)^(?:q|question)\s*:\s*(.+?[?.!])\s+(?:a|answer)\s*:\s*(.+)$`)

// faq makes the question of such an entry the label of its answer.
func faq(label, text string) (string, string) {
	if m := questionAndAnswer.FindStringSubmatch(strings.TrimSpace(knowledge.Labelled(label, text))); m != nil {
		return m[1], m[2]
	}
	return label, text
}

// inside shows what is inside a point as a list, indented so many times.
func inside(a knowledge.Answer, ps []knowledge.Point, indent int) []piece {
	var all []piece
	for _, p := range ps {
		label, text := faq(p.Label, p.Text)
		parts := cited(a, label, text, p.Cites)
		if len(parts) > 0 {
			parts[0].form, parts[0].indent = bullet, min(indent, maxIndent)
		}
		all = append(append(all, parts...), inside(a, p.Inside, indent+1)...)
	}
	return all
}

// maxIndent is how many times Slack indents a list.
const maxIndent = 8

func steps(pieces []piece) int {
	n := 0
	for _, p := range pieces {
		if p.form == step {
			n++
		}
	}
	return n
}

// suggestions shows what can be asked next; of a clarifying question they are
// the choices.
func suggestions(a knowledge.Answer) []piece {
	if len(a.Suggestions) == 0 {
		return nil
	}
	if a.Kind == knowledge.Clarify {
		return Points(knowledge.Answer{Shape: knowledge.List, Points: choices(a.Suggestions)})
	}
	intro := "You can also ask: "
	if a.Kind == knowledge.Help {
		intro = "For example: "
	}
	return Small(intro + Quoted(a.Suggestions))
}

func choices(questions []string) []knowledge.Point {
	all := make([]knowledge.Point, len(questions))
	for i, q := range questions {
		all[i].Text = q
	}
	return all
}

// marks are the numbers of the sources of a text; one source alone needs no number.
func marks(a knowledge.Answer, cites []int) string {
	if len(a.Citations) < 2 {
		return ""
	}
	return a.Marks(cites)
}
