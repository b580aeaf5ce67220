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

// askPerson hands a question over to people: it is posted in the help channel, once,
// with who asked and, where everybody can read it, a link to the thread.
func (b *Bot) askPerson(ctx context.Context, c wire.Click) error {
	t, err := b.turnOf(ctx, c, c.Value)
	if err != nil {
		return err
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
