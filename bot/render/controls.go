package render

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/slack-go/slack"
)

// Controls are what a person can do with an answer: the buttons below it. The
// zero value is none.
type Controls struct {
	Turn   string   // ID of the turn that the buttons are about
	Next   []string // questions to go on with, or to choose from
	Share  bool     // only the asker sees the answer
	Plan   bool     // its steps can become a plan
	Role   string   // whose interview can be practised; "" for none
	Why    bool
	Person bool // somebody can be asked
	Vote   bool
}

// below puts the controls under the last of the messages.
func (c Controls) below(messages []Message) []Message {
	last := &messages[len(messages)-1]
	last.Blocks = append(last.Blocks, c.blocks()...)
	// The buttons say it too, and a text that is too long cannot be updated.
	if room := MaxMessage - Size(last.Text) - 1; len(c.Next) > 0 && room >= leastRoom {
		last.Text = joinLines(last.Text, Clip("You can also ask: "+Quoted(c.Next), room))
	}
	return messages
}

// leastRoom is how much of the questions to go on with is worth showing as text.
const leastRoom = 50

// RolePrefix begins the value of a button that names a role.
const RolePrefix = "role:"

// maxControls is how many blocks the controls take at most.
const maxControls = 3

func (c Controls) blocks() []slack.Block {
	var all []slack.Block
	var next []slack.BlockElement
	for i, q := range c.Next[:min(len(c.Next), maxActions)] {
		if OneLine(q) == "" { // Slack refuses buttons without a text
			continue
		}
		next = append(next, Button("ask:"+strconv.Itoa(i), q, Clip(q, MaxButtonValue)))
	}
	if len(next) > 0 {
		all = append(all, slack.NewActionBlock("next", next...))
	}
	var more []slack.BlockElement
	for _, m := range []struct {
		shown               bool
		action, text, value string
	}{
		{c.Share, "share", "Share in channel", c.Turn},
		{c.Plan, "plan", "Make this my plan", c.Turn},
		{c.Role != "", "interview", "Practise an interview", RolePrefix + c.Role},
		{c.Why, "why", "Why this answer", c.Turn},
	} {
		if m.shown {
			more = append(more, Button(m.action, m.text, m.value))
		}
	}
	if c.Person {
		more = append(more, Button("person", "Ask a person", c.Turn).WithConfirm(slack.NewConfirmationBlockObject(
			Plain("Ask a person?", MaxConfirmTitle), Plain("Your question and your name are posted in the help channel.", MaxConfirmText),
			Plain("Ask", MaxConfirmButton), Plain("Cancel", MaxConfirmButton))))
	}
	if len(more) > 0 {
		all = append(all, slack.NewActionBlock("more", more...))
	}
	if c.Vote {
		all = append(all, slack.NewContextActionsBlock("vote", slack.NewFeedbackButtonsBlockElement("vote",
			&slack.FeedbackButton{Text: Plain("👍 Helpful", MaxButton), Value: "up:" + c.Turn, AccessibilityLabel: "This answer is helpful"},
			&slack.FeedbackButton{Text: Plain("👎 Not helpful", MaxButton), Value: "down:" + c.Turn, AccessibilityLabel: "This answer is not helpful"},
		)))
	}
	return all
}

// Plainer are the blocks with ordinary buttons in place of native feedback buttons.
func Plainer(blocks []slack.Block) []slack.Block {
	var all []slack.Block
	for _, b := range blocks {
		native, ok := b.(*slack.ContextActionsBlock)
		if !ok {
			all = append(all, b)
			continue
		}
		var votes []slack.BlockElement
		for _, e := range native.Elements.ElementSet {
			if f, ok := e.(*slack.FeedbackButtonsBlockElement); ok {
				votes = append(votes, Button(f.ActionID+":up", f.PositiveButton.Text.Text, f.PositiveButton.Value),
					Button(f.ActionID+":down", f.NegativeButton.Text.Text, f.NegativeButton.Value))
			}
		}
		all = append(all, slack.NewActionBlock(native.BlockID, votes...))
	}
	return all
}

// Button is a button with an action_id, its text cut to what Slack allows.
func Button(action, text, value string) *slack.ButtonBlockElement {
	return slack.NewButtonBlockElement(action, value, Plain(text, MaxButton))
}

// Plain is a text object without marks and emoji codes, cut to what Slack allows.
func Plain(text string, limit int) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.PlainTextType, someText(text, limit), false, false)
}

// someText is text cut to a limit; Slack refuses one that says nothing.
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
