package home

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/knowledge"
)

// stepsShown is how many steps of a plan the Home tab shows at a time.
const stepsShown = 12

// planBlocks show the person's plan, or how to get one.
func (h View) planBlocks() []slack.Block {
	blocks := []slack.Block{slack.NewDividerBlock(), render.HeaderBlock("My plan")}
	if h.Plan == nil {
		return append(blocks, render.TextBlock("Ask me how to become what you want to be. Choose “Make this my plan” below the answer, and its steps will be here."))
	}
	p := *h.Plan
	blocks = append(blocks, render.BoldBlock(titleOf(p), ""), render.TextBlock(progress(p)))
	first, last, pager := page(h.At.Plan, stepsShown, len(p.Steps), "planpage", "steps")
	for i := first; i < last; i++ {
		blocks = append(blocks, stepBlocks(p, i)...)
	}
	return append(append(blocks, pager...), planButtons(p))
}

// stepBlocks show a step, its source, and what can be done with it.
func stepBlocks(p memory.Plan, i int) []slack.Block {
	s := p.Steps[i]
	fine := []slack.MixedElement{render.Plain("Source: "+s.Citation.Name(), render.MaxFine)}
	if s.Citation == (knowledge.Citation{}) {
		fine = nil
	}
	note := "Add a note"
	if s.Note != "" {
		note = "Change the note"
		fine = append(fine, render.Plain("Your note: "+s.Note, render.MaxFine))
	}
	blocks := []slack.Block{stepText(strconv.Itoa(i+1)+". ", s)}
	if len(fine) > 0 {
		blocks = append(blocks, slack.NewContextBlock("", fine...))
	}
	// The block has no ID of its own: a new one makes Slack show what is kept, and not
	// what was clicked before.
	return append(blocks, slack.NewActionBlock("", stepBox(p, i), render.Button("note:"+stepRef(p, i), note, stepRef(p, i))))
}

// stepText is a step with its label, or else its number, in bold.
func stepText(number string, s memory.PlanStep) slack.Block {
	label, text := render.OneLine(s.Label), strings.TrimSpace(s.Text)
	switch {
	case label == "":
		label = number
	case text == "":
		label = number + label
	default:
		label, text = number+label, ": "+text
	}
	return render.BoldBlock(label, text)
}

// stepBox is the box of a step. What is chosen in it is what the person wants, so
// that a click that arrives twice does no harm.
func stepBox(p memory.Plan, i int) *slack.CheckboxGroupsBlockElement {
	done := slack.NewOptionBlockObject("done", render.Plain(fmt.Sprintf("Step %d is done", i+1), render.MaxOption), nil)
	box := slack.NewCheckboxGroupsBlockElement("step:"+stepRef(p, i), done)
	if p.Steps[i].Done {
		box.InitialOptions = []*slack.OptionBlockObject{done}
	}
	return box
}

// titleOf is what a plan is called.
func titleOf(p memory.Plan) string {
	return render.Clip(cmp.Or(render.OneLine(p.Title), "A plan"), render.MaxEcho)
}

func planButtons(p memory.Plan) slack.Block {
	var elements []slack.BlockElement
	switch {
	case finished(p): // nothing to be reminded of
	case p.Nudge:
		elements = append(elements, render.Button("nudge:off", "Turn reminders off", stamp(p)))
	default:
		elements = append(elements, render.Button("nudge:on", "Remind me once a month", stamp(p)))
	}
	drop := render.Button("dropplan", "Drop the plan", stamp(p)).WithConfirm(slack.NewConfirmationBlockObject(
		render.Plain("Drop the plan?", render.MaxConfirmTitle), render.Plain("Your notes and the steps you checked off will be deleted.", render.MaxConfirmText),
		render.Plain("Drop it", render.MaxConfirmButton), render.Plain("Keep it", render.MaxConfirmButton)))
	return slack.NewActionBlock("plan", append(elements, drop)...)
}

func finished(p memory.Plan) bool { return len(p.Steps) > 0 && p.Done() == len(p.Steps) }

// barLength is how many squares a bar has at most.
const barLength = 20

// progress says how far a plan is, in words and then as a bar.
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

// page cuts a list of n things into pages: which of them are on page at, and the buttons
// to the others, if there are any. A page beyond the end is the last.
func page(at, size, n int, action, things string) (first, last int, buttons []slack.Block) {
	at = max(0, min(at, (n-1)/size))
	first, last = at*size, min((at+1)*size, n)
	if n <= size {
		return first, last, nil
	}
	var all []slack.BlockElement
	if at > 0 {
		all = append(all, render.Button(action+":back", "Previous", strconv.Itoa(at-1)))
	}
	if last < n {
		all = append(all, render.Button(action+":on", "Next", strconv.Itoa(at+1)))
	}
	return first, last, []slack.Block{
		render.FineBlock(fmt.Sprintf("%d to %d of %d %s", first+1, last, n, things)), slack.NewActionBlock("", all...),
	}
}
