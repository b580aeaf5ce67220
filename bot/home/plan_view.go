package home

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/knowledge"
)

// planBlocks show how far along the person's plan is and what comes next, or how to get a plan. The
// steps are folded until somebody opens them.
func (v View) planBlocks() []slack.Block {
	if v.Plan == nil {
		return headed("My plan", v.noPlan()...)
	}
	p, folded := *v.Plan, v.At
	blocks := headed("My plan", render.BoldBlock(titleOf(p), ""), render.TextBlock(progress(p)))
	if folded.Open = !v.At.Open; folded.Open {
		if label, text, _, ok := next(p); ok {
			blocks = append(blocks, render.BoldBlock(label+": ", text))
		}
		show := render.Button("planpage:open", "Show the plan", folded.Meta())
		return append(blocks, slack.NewActionBlock("plan", append([]slack.BlockElement{show}, reminders(p)...)...))
	}
	first, last, pager := page(&v.At, &v.At.Plan, stepsShown, len(p.Steps), "planpage", "steps")
	for i := first; i < last; i++ {
		blocks = append(blocks, stepBlocks(p, i)...)
	}
	drop := render.Button("dropplan", "Drop the plan", stamp(p)).WithConfirm(render.Confirm("Drop the plan?",
		"Your notes and the steps you checked off will be deleted.", "Drop it", "Keep it"))
	hide := render.Button("planpage:fold", "Hide the plan", folded.Meta())
	return append(append(blocks, pager...), slack.NewActionBlock("plan", append(reminders(p), drop, hide)...))
}

// noPlan says how to get a plan and, if an example question leads to one, offers that question.
func (v View) noPlan() []slack.Block {
	blocks := []slack.Block{render.TextBlock("Ask me how to become what you want to be. Choose “Make this my plan” below the answer, and its steps will appear here.")}
	if i := slices.IndexFunc(v.Contents.Examples, func(q string) bool { return strings.HasPrefix(q, "How do I become") }); i >= 0 {
		blocks = append(blocks, slack.NewActionBlock("noplan", example(i, v.Contents.Examples[i])))
	}
	return blocks
}

// stepBlocks show a step, its source, and what can be done with it.
func stepBlocks(p memory.Plan, i int) []slack.Block {
	s := p.Steps[i]
	var fine []slack.MixedElement
	if s.Citation != (knowledge.Citation{}) {
		fine = append(fine, render.Plain("Source: "+s.Citation.Name(), render.MaxFine))
	}
	note := "Add a note"
	if s.Note != "" {
		note = "Change the note"
		fine = append(fine, render.Plain("Your note: "+s.Note, render.MaxFine))
	}
	blocks := []slack.Block{stepText(i, s)}
	if len(fine) > 0 {
		blocks = append(blocks, slack.NewContextBlock("", fine...))
	}
	// The block has no ID of its own: a new ID makes Slack show the saved state rather than what
	// was clicked before.
	return append(blocks, slack.NewActionBlock("", stepBox(p, i), render.Button("note:"+stepRef(p, i), note, stepRef(p, i))))
}

// stepText is a step with its label, or else its number, in bold.
func stepText(i int, s memory.PlanStep) slack.Block {
	number, label, text := strconv.Itoa(i+1)+". ", render.OneLine(s.Label), strings.TrimSpace(s.Text)
	if label != "" && text != "" {
		text = ": " + text
	}
	return render.BoldBlock(number+label, text)
}

// stepBox is the checkbox of a step. It carries the state that the person wants, so a click that
// arrives twice does no harm.
func stepBox(p memory.Plan, i int) *slack.CheckboxGroupsBlockElement {
	done := slack.NewOptionBlockObject("done", render.Plain(fmt.Sprintf("Step %d is done", i+1), render.MaxOption), nil)
	box := slack.NewCheckboxGroupsBlockElement("step:"+stepRef(p, i), done)
	if p.Steps[i].Done {
		box.InitialOptions = []*slack.OptionBlockObject{done}
	}
	return box
}

func titleOf(p memory.Plan) string {
	return render.Clip(cmp.Or(render.OneLine(p.Title), "A plan"), render.MaxEcho)
}

// reminders is the button for reminders of a plan, if there is anything left to be reminded of.
func reminders(p memory.Plan) []slack.BlockElement {
	switch {
	case finished(p):
		return nil
	case p.Nudge:
		return []slack.BlockElement{render.Button("nudge:off", "Turn reminders off", stamp(p))}
	}
	return []slack.BlockElement{render.Button("nudge:on", "Remind me once a month", stamp(p))}
}

// next is the first step that is not done, with the person's note on it.
func next(p memory.Plan) (label, text, note string, ok bool) {
	i := slices.IndexFunc(p.Steps, func(s memory.PlanStep) bool { return !s.Done })
	if i < 0 {
		return "", "", "", false
	}
	s := p.Steps[i]
	return fmt.Sprintf("Next, step %d", i+1), knowledge.Labelled(render.OneLine(s.Label), s.Text), s.Note, true
}

func finished(p memory.Plan) bool { return len(p.Steps) > 0 && p.Done() == len(p.Steps) }

// progress says how far along a plan is, in words and then as a bar.
func progress(p memory.Plan) string {
	all := max(len(p.Steps), 1)
	squares := min(all, barLength)
	full := p.Done() * squares / all
	text := fmt.Sprintf("%d of %d done  %s", p.Done(), len(p.Steps), strings.Repeat("■", full)+strings.Repeat("□", squares-full))
	if finished(p) {
		text += "  Congratulations, you've done it all!"
	}
	return text
}
