package handover

import (
	"cmp"
	"context"
	"errors"
	"log/slog"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Case is a question handed over to people.
type Case struct {
	Turn  memory.Turn
	Owner string // the keeper of the document that was cited, or who helps: a Slack ID, or words; may be empty
	Link  string // to where it was asked; "" if others cannot read it
	Quote bool   // the answer may be shown in the help channel
}

// maxQuote is how much of an answer the help channel gets to see.
const maxQuote = 1200

// Messages shows the case as the help channel sees it.
func (c Case) Messages() []render.Message {
	question, outcome := render.Clip(c.Turn.Question, render.MaxEcho), "I found no answer in my documents."
	answered := c.Turn.Answer.Kind == knowledge.Answered
	if answered {
		outcome = "Here is what my documents say, but it wasn't enough:"
	}
	if answered && !c.Quote {
		outcome = "What my documents say is meant for another channel, and it wasn't enough."
	}
	where := "It was asked in private."
	if c.Link != "" {
		where = "It was asked in a channel."
	}
	parts := []slack.RichTextElement{
		slack.NewRichTextSection(mention(c.Turn.Asker), render.Run(" wants to ask a person: ", false), render.Run(question, true)),
		slack.NewRichTextSection(render.Run(outcome, false)),
	}
	if answered && c.Quote {
		parts = append(parts, &slack.RichTextQuote{Type: slack.RTEQuote, Elements: []slack.RichTextSectionElement{render.Run(render.Clip(c.Turn.Answer.Text(), maxQuote), false)}})
	}
	last := []slack.RichTextSectionElement{render.Run(where+" Reply in this thread and I'll pass it on.", false)}
	if c.Owner != "" {
		last = append([]slack.RichTextSectionElement{Person(c.Owner), render.Run(", can you help? ", false)}, last...)
	}
	m := render.Message{
		Blocks: []slack.Block{slack.NewRichTextBlock("", append(parts, slack.NewRichTextSection(last...))...)},
		Text:   "Somebody wants to ask a person: " + question + "\n" + outcome,
	}
	if c.Link == "" {
		return []render.Message{m}
	}
	open := render.Button("open", "Open the thread", "")
	open.URL = c.Link
	m.Text += "\n" + c.Link
	return render.Below([]render.Message{m}, slack.NewActionBlock("open", open))
}

// Person mentions an owner whose Slack ID is known, and gives the name of any other.
func Person(owner string) slack.RichTextSectionElement {
	if id := wire.UserID(owner); id != "" {
		return mention(id)
	}
	return render.Run(render.Clip(owner, render.MaxButton), true)
}

func mention(user string) slack.RichTextSectionElement {
	return slack.NewRichTextSectionUserElement(user, nil)
}

// Desk passes replies on.
type Desk struct {
	Memory memory.Referrals
	Poster *post.Poster
	Log    *slog.Logger
}

// Relay passes on a reply in the thread of a question that was handed over. It goes to the person
// who asked: in the thread of the answer if everybody could read that, otherwise in their direct
// messages. text is the reply as plain text. Relay reports false for any other message.
func (d Desk) Relay(ctx context.Context, s wire.Said, text string) (bool, error) {
	t, err := d.Memory.Referral(ctx, s.Channel, s.ThreadTS)
	if err != nil {
		if !errors.Is(err, knowledge.ErrNotFound) {
			d.Log.Error("a reply may not have reached the person who asked", "error", err)
		}
		return false, nil
	}
	if s.User == t.Asker || text == "" {
		return true, nil
	}
	to, public := d.Poster.In(t.Asker, ""), len(t.Replies) > 0 && !wire.IsDirect(t.Channel)
	if public {
		to = d.Poster.In(t.Channel, cmp.Or(t.Thread, t.Replies[0]))
	}
	if _, err := d.Poster.Deliver(ctx, to, Reply(t, s.User, text, public)); err != nil {
		return true, err
	}
	done := render.Note("I've passed that on.", "")
	done = render.Below(done, slack.NewActionBlock("keep", render.Button("keep", "Make it a document", t.ID+" "+s.TS)))
	_, err = d.Poster.Deliver(ctx, d.Poster.In(s.Channel, s.ThreadTS), done)
	return true, err
}

// Reply is a person's reply as the asker sees it; the asker is mentioned if others see it too.
func Reply(t memory.Turn, by, text string, public bool) []render.Message {
	intro := []slack.RichTextSectionElement{mention(by), render.Run(" answered your question: ", false), render.Run(render.Clip(t.Question, render.MaxEcho), true)}
	if public {
		intro = append([]slack.RichTextSectionElement{mention(t.Asker), render.Run(", ", false)}, intro...)
	}
	messages := render.Pack(render.Paragraph("", text))
	messages[0].Text = "Somebody answered your question: " + render.Clip(t.Question, render.MaxOption) + "\n" + messages[0].Text
	messages[0].Blocks = append([]slack.Block{slack.NewRichTextBlock("", slack.NewRichTextSection(intro...))}, messages[0].Blocks...)
	return messages
}
