package bot

import (
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// controls are what a person can do with an answer: the buttons below it. The
// zero value is none.
type controls struct {
	turn   string   // ID of the turn that the buttons are about
	next   []string // questions to go on with, or to choose from
	share  bool     // only the asker sees the answer
	plan   bool     // its steps can become a plan
	role   string   // whose interview can be practised; "" for none
	why    bool
	person bool // somebody can be asked
	vote   bool
}

// controlsOf are the controls of a turn's answer. Next are its suggestions, as many as
// are shown.
func (b *Bot) controlsOf(t memory.Turn, next []string, private bool) controls {
	c := controls{turn: t.ID, next: next}
	a := t.Answer
	if a.Kind != knowledge.Answered && a.Kind != knowledge.Refuse {
		return c
	}
	c.why, c.vote = a.Why != nil, true
	c.share = private && t.Channel != ""
	c.plan = isPlan(a)
	c.role = b.practisable(a)
	c.person = b.cfg.HelpChannel != "" && !t.Referred
	return c
}

// isPlan tells an answer that can become a person's checklist.
func isPlan(a knowledge.Answer) bool {
	return a.Kind == knowledge.Answered && a.Shape == knowledge.Steps && len(a.Points) > 1
}

// below puts the controls under the last of the messages.
func (c controls) below(messages []message) []message {
	last := &messages[len(messages)-1]
	last.blocks = append(last.blocks, c.blocks()...)
	// The buttons say it too, and a text that is too long cannot be updated.
	if room := maxMessage - size(last.text) - 1; len(c.next) > 0 && room >= leastRoom {
		last.text = joinLines(last.text, clip("You can also ask: "+quoted(c.next), room))
	}
	return messages
}

// leastRoom is how much of the questions to go on with is worth showing as text.
const leastRoom = 50

// maxControls is how many blocks the controls take at most.
const maxControls = 3

func (c controls) blocks() []slack.Block {
	var all []slack.Block
	var next []slack.BlockElement
	for i, q := range c.next[:min(len(c.next), maxActions)] {
		if oneLine(q) == "" { // Slack refuses buttons without a text
			continue
		}
		next = append(next, button("ask:"+strconv.Itoa(i), q, clip(q, maxButtonValue)))
	}
	if len(next) > 0 {
		all = append(all, slack.NewActionBlock("next", next...))
	}
	var more []slack.BlockElement
	for _, m := range []struct {
		shown               bool
		action, text, value string
	}{
		{c.share, "share", "Share in channel", c.turn},
		{c.plan, "plan", "Make this my plan", c.turn},
		{c.role != "", "interview", "Practise an interview", rolePrefix + c.role},
		{c.why, "why", "Why this answer", c.turn},
	} {
		if m.shown {
			more = append(more, button(m.action, m.text, m.value))
		}
	}
	if c.person {
		more = append(more, button("person", "Ask a person", c.turn).WithConfirm(slack.NewConfirmationBlockObject(
			plain("Ask a person?", maxConfirmTitle), plain("Your question and your name are posted in the help channel.", maxConfirmText),
			plain("Ask", maxConfirmButton), plain("Cancel", maxConfirmButton))))
	}
	if len(more) > 0 {
		all = append(all, slack.NewActionBlock("more", more...))
	}
	if c.vote {
		all = append(all, slack.NewContextActionsBlock("vote", slack.NewFeedbackButtonsBlockElement("vote",
			&slack.FeedbackButton{Text: plain("👍 Helpful", maxButton), Value: "up:" + c.turn, AccessibilityLabel: "This answer is helpful"},
			&slack.FeedbackButton{Text: plain("👎 Not helpful", maxButton), Value: "down:" + c.turn, AccessibilityLabel: "This answer is not helpful"},
		)))
	}
	return all
}

// plainer are the blocks with ordinary buttons in place of native feedback buttons.
func plainer(blocks []slack.Block) []slack.Block {
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
				votes = append(votes, button(f.ActionID+":up", f.PositiveButton.Text.Text, f.PositiveButton.Value),
					button(f.ActionID+":down", f.NegativeButton.Text.Text, f.NegativeButton.Value))
			}
		}
		all = append(all, slack.NewActionBlock(native.BlockID, votes...))
	}
	return all
}

// button is a button with an action_id, its text cut to what Slack allows.
func button(action, text, value string) *slack.ButtonBlockElement {
	return slack.NewButtonBlockElement(action, value, plain(text, maxButton))
}

// plain is a text object without marks and emoji codes, cut to what Slack allows.
func plain(text string, limit int) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.PlainTextType, someText(text, limit), false, false)
}

// someText is text cut to a limit; Slack refuses one that says nothing.
func someText(text string, limit int) string { return clip(or(strings.TrimSpace(text), noText), limit) }

func quoted(questions []string) string {
	all := make([]string, len(questions))
	for i, q := range questions {
		all[i] = "“" + oneLine(q) + "”"
	}
	return strings.Join(all, " · ")
}
