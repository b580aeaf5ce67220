package bot

import (
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/knowledge"
)

// message is one Slack message: blocks, and the same as plain text for
// notifications, screen readers and wherever blocks are refused. Both hold text
// as it is to be read; escaping belongs to sending.
type message struct {
	blocks []slack.Block
	text   string
}

// render shows an answer in as few messages as Slack's limits allow. Asked is
// the question to show above it, empty for none.
func render(a knowledge.Answer, asked string) []message {
	pieces := lead(a)
	if a.Shape == knowledge.Table && hasCells(a) {
		pieces = append(pieces, table(a)...)
		pieces = append(pieces, points(knowledge.Answer{Points: a.Also, Citations: a.Citations})...)
	} else {
		pieces = append(pieces, points(a)...)
	}
	if len(pieces) == 0 && len(a.Suggestions) == 0 {
		return note(knowledge.Say(nil), asked)
	}
	pieces = append(pieces, sources(a.Citations)...)
	pieces = append(pieces, suggestions(a)...)
	return pack(append(echo(asked), pieces...))
}

// note shows a sentence of the bot's own.
func note(sentence, asked string) []message {
	return pack(append(echo(asked), paragraph("", sentence, "")...))
}

func echo(asked string) []piece {
	if asked == "" {
		return nil
	}
	return small("You asked: " + clip(asked, maxEcho))
}

func lead(a knowledge.Answer) []piece {
	if a.Lead == "" {
		return nil
	}
	return paragraph("", a.Lead, marks(a, a.LeadCites))
}

// points shows an answer's points as paragraphs, bullets or numbered steps.
func points(a knowledge.Answer) []piece {
	var all []piece
	for _, p := range a.Points {
		parts := paragraph(p.Label, p.Text, marks(a, p.Cites))
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
	}
	return all
}

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
		return points(knowledge.Answer{Shape: knowledge.List, Points: choices(a.Suggestions)})
	}
	intro := "You can also ask: "
	if a.Kind == knowledge.Help {
		intro = "For example: "
	}
	quoted := make([]string, len(a.Suggestions))
	for i, s := range a.Suggestions {
		quoted[i] = "“" + oneLine(s) + "”"
	}
	return small(intro + strings.Join(quoted, " · "))
}

func choices(questions []string) []knowledge.Point {
	all := make([]knowledge.Point, len(questions))
	for i, q := range questions {
		all[i].Text = q
	}
	return all
}

// marks are the numbers of the sources of a text, such as " [1, 3]"; one source
// alone needs no number.
func marks(a knowledge.Answer, cites []int) string {
	if len(a.Citations) < 2 {
		return ""
	}
	var numbers []string
	for _, c := range cites {
		if c >= 0 && c < len(a.Citations) {
			numbers = append(numbers, strconv.Itoa(c+1))
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	return " [" + strings.Join(numbers, ", ") + "]"
}
