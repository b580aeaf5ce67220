package render

import (
	"regexp"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/knowledge"
)

// Message is one Slack message: blocks, and the same as plain text for notifications, screen
// readers and wherever blocks are refused. Both hold text as people read it; it is escaped when it
// is sent.
type Message struct {
	Blocks []slack.Block
	Text   string

	Turn, Generation string // of an answer: goes into the message's metadata
	Part             int    // of the turn's messages, from 1
	Since            string // timestamp: it cannot have been posted before
}

// Answer shows an answer in as few messages as Slack's limits allow. above is a line of small print
// over it, such as the question; empty for none. The controls go below the last message.
func Answer(a knowledge.Answer, above string, c Controls) []Message {
	pieces := lead(a)
	if a.Shape == knowledge.Table && cellsAcross(a) > 0 {
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

// YouAsked is the line with the question above an answer that only the asker sees; asked is the one
// that everybody sees.
func YouAsked(question string) string {
	if strings.TrimSpace(question) == "" {
		return ""
	}
	return "You asked: " + Clip(question, MaxEcho)
}

func Asked(by, question string) string { return by + " asked: " + Clip(question, MaxEcho) }

func lead(a knowledge.Answer) []piece {
	label, text := faq("", a.Lead)
	return cited(a, label, text, a.LeadCites)
}

// Points shows an answer's points as paragraphs, bullets or numbered steps.
func Points(a knowledge.Answer) []piece {
	return points(a, a.Points, map[knowledge.Shape]slack.RichTextListElementType{knowledge.List: slack.RTEListBullet, knowledge.Steps: slack.RTEListOrdered}[a.Shape], 0)
}

// points shows points as a list of a style, "" for paragraphs, at a level of indentation, and the
// points inside them as lists.
func points(a knowledge.Answer, ps []knowledge.Point, style slack.RichTextListElementType, indent int) (all []piece) {
	number, within := 0, indent
	if style != "" {
		within++
	}
	for _, p := range ps {
		if p.Code {
			all = append(all, code(p.Text))
			continue
		}
		label, text := faq(p.Label, p.Text)
		parts := cited(a, label, text, p.Cites)
		if len(parts) > 0 { // whatever does not fit into the first part continues as a paragraph
			number++
			parts[0].style, parts[0].number, parts[0].indent = style, number, min(indent, maxIndent)
		}
		all = append(append(all, parts...), points(a, p.Inside, slack.RTEListBullet, within)...)
	}
	return all
}

// questionAndAnswer matches an entry of a document that spells out its questions.
var questionAndAnswer = regexp.MustCompile(`(?is)^(?:q|question)\s*:\s*(.+?[?.!])\s+(?:a|answer)\s*:\s*(.+)$`)

// faq makes the question of such an entry the label of its answer.
func faq(label, text string) (string, string) {
	if m := questionAndAnswer.FindStringSubmatch(strings.TrimSpace(knowledge.Labelled(label, text))); m != nil {
		return m[1], m[2]
	}
	return label, text
}

// suggestions shows what else can be asked or, for a clarifying question, the choices.
func suggestions(a knowledge.Answer) []piece {
	if len(a.Suggestions) == 0 {
		return nil
	}
	if a.Kind == knowledge.Clarify {
		return Bullets(a.Suggestions)
	}
	intro := "You can also ask: "
	if a.Kind == knowledge.Help {
		intro = "For example: "
	}
	return Small(intro + Quoted(a.Suggestions))
}

// marks are the numbers of a text's sources; a single source needs no number.
func marks(a knowledge.Answer, cites []int) string {
	if len(a.Citations) < 2 {
		return ""
	}
	return a.Marks(cites)
}
