package bot

import (
	"cmp"
	"context"
	"errors"

	"github.com/slack-go/slack"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// confirmPerson asks whether the question and the name may be posted.
func (b *Bot) confirmPerson(ctx context.Context, c wire.Click) error {
	t, err := b.turnOf(ctx, c, c.Value)
	switch {
	case err != nil:
		return err
	case b.helpFor(t) == "":
		return b.poster.Tell(ctx, c, saysNoHelpChannel)
	case t.Referred:
		return b.poster.Tell(ctx, c, saysPassedOnBefore)
	}
	return b.poster.Modal(ctx, c, personModal(t, b.helpFor(t)))
}

func personModal(t memory.Turn, channel string) slack.ModalViewRequest {
	return render.Modal("person", "Ask a person", "Ask", t.ID,
		render.BoldBlock("Your question: ", render.Clip(t.Question, render.MaxEcho)),
		slack.NewRichTextBlock("", slack.NewRichTextSection(render.Run("I post it in ", false),
			slack.NewRichTextSectionChannelElement(channel, nil), render.Run(", with your name.", false))))
}

// askPerson hands a question over to people: it is posted in the help channel, once,
// with who asked and, where everybody can read it, a link to the thread.
func (b *Bot) askPerson(ctx context.Context, c wire.Click) error {
	t, err := b.turnOf(ctx, c, c.View.Meta)
	if err != nil {
		return err
	}
	if len(t.Replies) > 0 && !wire.IsDirect(t.Channel) { // told where it was asked
		c.Channel, c.Thread = t.Channel, t.Thread
	}
	help := b.helpFor(t)
	if help == "" {
		return b.poster.Tell(ctx, c, saysNoHelpChannel)
	}
	if t.Referred && !c.Again {
		return b.poster.Tell(ctx, c, saysPassedOnBefore)
	}
	t.Referred = true
	if err := b.memory.SaveTurn(ctx, t); err != nil { // first, so that it is posted once at most
		return unremembered("keep that a person is asked", err)
	}
	err = b.poster.DeliverOnce(ctx, b.poster.In(help, ""), turnID("person:"+t.ID), t.At, c.Again, plea(c.Name, t, b.permalink(ctx, t)))
	if err != nil {
		if ctx.Err() != nil || errors.Is(err, inbox.ErrLeaseLost) {
			return err // it is taken up again
		}
		t.Referred = false
		b.keep(ctx, t)
		b.log.Error("the help channel cannot be posted to; see ADVISOR_HELP_CHANNEL, and invite the bot there", "error", err)
		return &knowledge.Error{Say: saysNotInHelpChannel, Cause: post.Elsewhere(err)}
	}
	return b.poster.Tell(ctx, c, saysPassedOn)
}

// plea is what is posted in the help channel; link leads to the thread, "" where others
// cannot read it.
func plea(by string, t memory.Turn, link string) []render.Message {
	outcome := "I found no answer in my documents."
	if t.Answer.Kind == knowledge.Answered {
		outcome = "I answered from my documents, and that was not enough."
	}
	where := "It was asked in private."
	if link != "" {
		where = "It was asked in a channel."
	}
	messages := render.Pack(render.Paragraph(by+" asks for a person", t.Question), render.Paragraph("", outcome+" "+where))
	if link == "" {
		return messages
	}
	open := render.Button("open", "Open the thread", "")
	open.URL = link
	messages = render.Below(messages, slack.NewActionBlock("open", open))
	messages[len(messages)-1].Text += "\n" + link
	return messages
}

// permalink leads to a turn's thread; "" where others cannot read it.
func (b *Bot) permalink(ctx context.Context, t memory.Turn) string {
	if wire.IsDirect(t.Channel) || t.Message == "" && len(t.Replies) == 0 {
		return ""
	}
	link, err := b.poster.Permalink(ctx, t.Channel, cmp.Or(append([]string{t.Message}, t.Replies...)...))
	if err != nil {
		b.log.Warn("no link to a thread", "turn", t.ID, "error", err)
	}
	return link
}

// opened takes the click on a button that is a link: Slack opens it, and tells the
// app too.
func (b *Bot) opened(context.Context, wire.Click) error { return nil }

// helpFor is the channel in which people are asked a question: that which is set where it
// was asked, else the configured one; "" for none.
func (b *Bot) helpFor(t memory.Turn) string {
	return cmp.Or(b.settings.Of(channelOf(t.Channel)).Help, b.cfg.HelpChannel)
}
