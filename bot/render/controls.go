package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/knowledge"
)

// Controls are what a person can do with an answer: one row below it, and the votes. The
// zero value has none.
type Controls struct {
	Turn    string   // ID of the turn that the buttons are about
	Next    []string // questions to continue with, or to choose from
	Refused bool     // a person can help now
	Share   bool     // only the asker sees the answer
	Plan    bool     // its steps can become a plan
	Role    string   // whose interview can be practised; "" for none
	Why     bool
	Person  bool // somebody can be asked
	Vote    bool
}

// IsPlan reports whether an answer can become a person's checklist.
func IsPlan(a knowledge.Answer) bool {
	return a.Kind == knowledge.Answered && a.Shape == knowledge.Steps && len(a.Points) > 1
}

// RolePrefix begins the value of a button that names a role, and MaxRole is how long that name may
// be.
const (
	RolePrefix = "role:"
	MaxRole    = MaxOptionValue - len("interview:"+RolePrefix)
)

// below puts the controls under the last of the messages.
func (c Controls) below(messages []Message) []Message {
	last := &messages[len(messages)-1]
	if row := c.row(); len(row) > 0 {
		last.Blocks = append(last.Blocks, slack.NewActionBlock("", row...))
	}
	if c.Vote {
		last.Blocks = append(last.Blocks, slack.NewContextActionsBlock("vote", slack.NewFeedbackButtonsBlockElement("vote",
			&slack.FeedbackButton{Text: Plain("👍 Helpful", MaxButton), Value: "up:" + c.Turn, AccessibilityLabel: "This answer is helpful"},
			&slack.FeedbackButton{Text: Plain("👎 Not helpful", MaxButton), Value: "down:" + c.Turn, AccessibilityLabel: "This answer is not helpful"},
		)))
	}
	// The buttons say the same, and a message whose text is too long cannot be updated.
	if room := MaxMessage - Size(last.Text) - 1; len(c.Next) > 0 && room >= leastRoom {
		last.Text = joinLines(last.Text, Clip("You can also ask: "+Quoted(c.Next), room))
	}
	return messages
}

// row shows what most people want next as buttons, and the rest in a menu.
func (c Controls) row() []slack.BlockElement {
	var row []slack.BlockElement
	if c.Person && c.Refused {
		row = append(row, Button("person", "Ask a person", c.Turn).WithStyle(slack.StylePrimary))
	}
	if c.Share {
		row = append(row, Button("share", "Share in channel", c.Turn))
	}
	for i, q := range c.Next {
		if OneLine(q) != "" { // Slack refuses buttons without text
			row = append(row, Button("ask:"+strconv.Itoa(i), q, Clip(q, MaxButtonValue)))
		}
	}
	why := "Why this answer"
	if c.Refused {
		why = "Why no answer"
	}
	return append(row, menu(
		choice{c.Plan, "plan", "Make this my plan", c.Turn},
		choice{c.Role != "", "interview", "Practise an interview", RolePrefix + c.Role},
		choice{c.Why, "why", why, c.Turn},
		choice{c.Person && !c.Refused, "person", "Ask a person", c.Turn},
	)...)
}

// choice is an action in a menu.
type choice struct {
	shown               bool
	action, text, value string
}

// menu is an overflow menu, whose options name their action before a colon. A single choice is a
// button, since Slack wants at least two.
func menu(choices ...choice) []slack.BlockElement {
	choices = slices.DeleteFunc(choices, func(c choice) bool { return !c.shown })
	switch len(choices) {
	case 0:
		return nil
	case 1:
		return []slack.BlockElement{Button(choices[0].action, choices[0].text, choices[0].value)}
	}
	options := make([]*slack.OptionBlockObject, len(choices))
	for i, c := range choices {
		options[i] = slack.NewOptionBlockObject(c.action+":"+c.value, Plain(c.text, MaxOption), nil)
	}
	return []slack.BlockElement{slack.NewOverflowBlockElement("menu", options...)}
}

// Button is a button with an action_id, its text cut to what Slack allows.
func Button(action, text, value string) *slack.ButtonBlockElement {
	return slack.NewButtonBlockElement(action, value, Plain(text, MaxButton))
}

// Plain is a text object without marks and emoji codes, cut to what Slack allows.
func Plain(text string, limit int) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.PlainTextType, someText(text, limit), false, false)
}

// someText is text cut to a limit, and never empty, which Slack refuses.
func someText(text string, limit int) string {
	return Clip(cmp.Or(strings.TrimSpace(text), noText), limit)
}

func Quoted(questions []string) string {
	all := make([]string, len(questions))
	for i, q := range questions {
		all[i] = "“" + OneLine(q) + "”"
	}
	return strings.Join(all, " · ")
}
