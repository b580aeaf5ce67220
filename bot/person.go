package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/channels"
	"careeradvisor/bot/handover"
	"careeradvisor/bot/home"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// people hands questions to people when the documents do not help.
type people struct {
	channel  string // where they are asked unless something else is set; "" for nowhere
	desk     *ask.Desk
	editor   home.Editor
	memory   memory.Store
	settings *channels.Settings
	library  openShelf
	poster   *post.Poster
	me       func() string // the advisor's user ID
	log      *slog.Logger
}

// confirmPerson asks whether the question and the name may be posted.
func (p *people) confirmPerson(ctx context.Context, c wire.Click) error {
	t, err := p.desk.TurnOf(ctx, c, c.Value)
	switch {
	case err != nil:
		return err
	case p.helpFor(t) == "":
		return p.poster.Tell(ctx, c, saysNoHelpChannel)
	case t.Referred:
		return p.poster.Tell(ctx, c, saysPassedOnBefore)
	}
	return p.poster.Modal(ctx, c, personModal(t, p.helpFor(t)))
}

func personModal(t memory.Turn, channel string) slack.ModalViewRequest {
	return render.Modal("person", "Ask a person", "Ask", t.ID,
		render.BoldBlock("Your question: ", render.Clip(t.Question, render.MaxEcho)),
		slack.NewRichTextBlock("", slack.NewRichTextSection(render.Run("I'll post it in ", false),
			slack.NewRichTextSectionChannelElement(channel, nil), render.Run(", with my answer and your name.", false))))
}

// askPerson hands a question over to people: it is posted in the help channel, once, with
// the asker's name and, if everybody can read it, a link to the thread.
func (p *people) askPerson(ctx context.Context, c wire.Click) error {
	t, err := p.desk.TurnOf(ctx, c, c.View.Meta)
	if err != nil {
		return err
	}
	if len(t.Replies) > 0 && !wire.IsDirect(t.Channel) { // told where it was asked
		c.Channel, c.Thread = t.Channel, t.Thread
	}
	help := p.helpFor(t)
	if help == "" {
		return p.poster.Tell(ctx, c, saysNoHelpChannel)
	}
	if t.Referred && !c.Again {
		return p.poster.Tell(ctx, c, saysPassedOnBefore)
	}
	t.Referred = true
	if err := p.memory.SaveTurn(ctx, t); err != nil { // first, so that it is posted once at most
		return memory.Failed("record that a person is asked", err)
	}
	asked := handover.Case{Turn: t, Owner: p.ownerOf(t), Link: p.permalink(ctx, t), Quote: p.settings.MayQuote(t.Answer, help)}
	posted, err := p.poster.DeliverOnce(ctx, p.poster.In(help, ""), memory.TurnID("person:"+t.ID), t.At, c.Again, asked.Messages())
	if err == nil && len(posted) > 0 {
		err = p.memory.SaveReferral(ctx, help, posted[0], t.ID)
	}
	if err != nil {
		if ctx.Err() != nil || errors.Is(err, inbox.ErrLeaseLost) {
			return err // it is taken up again
		}
		t.Referred = false
		p.desk.Keep(ctx, t)
		p.log.Error("the help channel cannot be posted to; see ADVISOR_HELP_CHANNEL, and invite the bot there", "error", err)
		return &knowledge.Error{Say: saysNotInHelpChannel, Cause: post.Elsewhere(err)}
	}
	return p.poster.Tell(ctx, c, saysPassedOn)
}

// permalink is the link to a turn's thread; "" if others cannot read it.
func (p *people) permalink(ctx context.Context, t memory.Turn) string {
	if wire.IsDirect(t.Channel) || t.Message == "" && len(t.Replies) == 0 {
		return ""
	}
	link, err := p.poster.Permalink(ctx, t.Channel, cmp.Or(append([]string{t.Message}, t.Replies...)...))
	if err != nil {
		p.log.Warn("no link to a thread", "turn", t.ID, "error", err)
	}
	return link
}

// helpFor is the help channel for a question: the one set for the channel where it was asked, or
// else the configured one; "" if there is none.
func (p *people) helpFor(t memory.Turn) string {
	return cmp.Or(p.settings.Of(ask.ChannelOf(t.Channel)).Help, p.channel)
}

// ownerOf says who is mentioned when people are asked: the owner of the first document cited, or
// else whoever helps in the channel where the question was asked.
func (p *people) ownerOf(t memory.Turn) string {
	owner := ""
	if cited := t.Answer.Citations; len(cited) > 0 {
		for _, d := range p.library.Contents().Documents {
			if d.ID == cited[0].Doc {
				owner = d.Owner
			}
		}
	}
	return cmp.Or(owner, p.settings.Of(ask.ChannelOf(t.Channel)).Helper)
}

// relay takes what people write in places where questions are handed over to them, and reports
// whether it was a reply to one.
func (p *people) relay(ctx context.Context, s wire.Said) (bool, error) {
	if s.ThreadTS == "" || s.Channel != p.channel && !p.settings.Helps(s.Channel) {
		return false, nil
	}
	return handover.Desk{Memory: p.memory, Poster: p.poster, Log: p.log}.Relay(ctx, s, ask.Unescape(s.Text, p.me()))
}

// keepReply makes a document, with its author, from a reply that was passed on.
func (p *people) keepReply(ctx context.Context, c wire.Click) error {
	turn, message, _ := strings.Cut(c.Value, " ")
	t, err := p.memory.Turn(ctx, turn)
	if err != nil {
		return ask.Lost(err)
	}
	user, text, err := p.poster.Read(ctx, c.Channel, c.Thread, message)
	if err != nil {
		return ask.Lost(err)
	}
	e := home.Entry{Question: t.Question, Answer: ask.Unescape(text, p.me()), By: cmp.Or(p.poster.Name(ctx, user), c.Name), Owner: user}
	report, err := p.editor.Keep(ctx, c.User, t, e)
	if err != nil {
		return err
	}
	kept := render.Note(fmt.Sprintf(saysKept, report), "")
	_, _, err = p.poster.Rewrite(ctx, p.poster.In(c.Channel, c.Thread), []string{c.Message}, kept)
	return err
}
