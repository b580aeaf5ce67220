package ask

import (
	"context"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// Vote takes a thumb up or down. Voting again changes the vote. A thumb down opens a
// modal that asks for a reason.
func (k *Desk) Vote(ctx context.Context, c wire.Click) error {
	verdict, id, _ := strings.Cut(c.Value, ":")
	if verdict != "up" && verdict != "down" {
		return k.Post.Outdated(ctx, c)
	}
	t, err := k.TurnOf(ctx, c, id)
	if err != nil {
		return err
	}
	v := memory.Vote{Turn: t.ID, Voter: c.User, Helpful: verdict == "up", At: k.Now()}
	if err := k.Memory.Vote(ctx, v); err != nil {
		return memory.Failed("keep a vote", err)
	}
	k.Count.Voted(verdict)
	if !v.Helpful {
		return k.Post.Modal(ctx, c, ReasonModal(t, k.Teacher.SectionInput(c.User, t)...))
	}
	if !c.Ephemeral && k.Post.React(ctx, c.Channel, c.Message, "raised_hands") == nil {
		return nil // thanked without words
	}
	return k.Post.Tell(ctx, c, saysGlad)
}

// reasons are the usual reasons; people can add their own words.
var reasons = []string{"It's wrong", "It isn't what I asked", "It's out of date", "Something is missing", "It's hard to understand"}

// ReasonModal asks why an answer did not help; more is what editors are asked as well.
func ReasonModal(t memory.Turn, more ...slack.Block) slack.ModalViewRequest {
	choices := make([]*slack.OptionBlockObject, len(reasons))
	for i, r := range reasons {
		choices[i] = slack.NewOptionBlockObject(r, render.Plain(r, render.MaxOption), nil)
	}
	why := render.Input("why", "What was wrong with it?", "", true, slack.NewRadioButtonsBlockElement("why", choices...))
	words := render.Input("words", "In your own words", "", true, render.TextInput("words", "What were you hoping to find?", "", maxReason, true))
	return render.Modal("reason", "Not helpful?", "Send", t.ID, append([]slack.Block{
		render.BoldBlock("You asked: ", render.Clip(t.Question, render.MaxEcho)),
		render.TextBlock("Your vote already counts. If you tell me why, the people who write my documents can do better."), why, words}, more...)...)
}

// Reason keeps why somebody voted an answer down.
func (k *Desk) Reason(ctx context.Context, c wire.Click) error {
	t, err := k.TurnOf(ctx, c, c.View.Meta)
	if err != nil {
		return err
	}
	if taught, err := k.Teacher.Teach(ctx, c, t); taught {
		return err
	}
	v := memory.Vote{Turn: t.ID, Voter: c.User, At: k.Now(), Reason: strings.Join(append(c.View.Input("why"), c.View.Input("words")...), ": ")}
	if v.Reason == "" {
		return nil
	}
	if err := k.Memory.Vote(ctx, v); err != nil {
		return memory.Failed("keep a reason", err)
	}
	return k.Post.Tell(ctx, c, saysNoted)
}
