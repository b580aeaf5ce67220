package bot

import (
	"context"

	"github.com/slack-go/slack"

	"careeradvisor/bot/home"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// askToForget asks whether to delete everything that is kept about the person, and says what that
// is.
func (b *Bot) askToForget(ctx context.Context, c wire.Click) error {
	return b.poster.Modal(ctx, c, forgetModal())
}

func forgetModal() slack.ModalViewRequest {
	var list []*slack.RichTextSection
	for _, what := range []string{
		"your questions, my answers and what others said about them",
		"your votes, and the reasons you gave",
		"your plan, with its notes and reminders",
		"the interviews you practised",
	} {
		list = append(list, slack.NewRichTextSection(render.Run(what, false)))
	}
	return render.Modal("forget", "Forget me", "Delete it all", "",
		render.TextBlock("This deletes everything I keep about you:"),
		render.ListBlock(list...),
		render.TextBlock("The buttons below my earlier answers to you will stop working. This can't be undone."),
		render.FineBlock(staysInSlack+" If you want one of my answers to go too, delete your question there first."))
}

// staysInSlack says what the advisor does not delete, since others may have read it.
const staysInSlack = "What we wrote in channels and messages stays in Slack."

// forget deletes everything that is kept about the person who confirmed, and says what that was.
func (b *Bot) forget(ctx context.Context, c wire.Click) error {
	f, err := b.memory.Forget(ctx, c.User)
	if err != nil {
		return memory.Failed("forget a person", err)
	}
	if f.Plans > 0 {
		if err := b.tab.Show(ctx, c.User, home.Pages{}); err != nil {
			b.log.Warn("the Home tab shows a plan that is deleted", "error", err)
		}
	}
	return b.poster.Tell(ctx, c, forgotten(f))
}

func forgotten(f memory.Forgotten) string {
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{
		{f.Turns, "question and its answer", "questions and their answers"},
		{f.Votes, "vote", "votes"},
		{f.Plans, "plan", "plans"},
		{f.Practices, "interview", "interviews"},
	} {
		if p.n > 0 {
			parts = append(parts, render.Count(p.n, p.one, p.many))
		}
	}
	if len(parts) == 0 {
		return "I wasn't keeping anything about you, so there was nothing to delete."
	}
	return "Done. I deleted " + knowledge.InWords(parts, "and") + ". " + staysInSlack
}
