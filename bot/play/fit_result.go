package play

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
	"careeradvisor/knowledge"
)

// FitResult is the modal that takes the place of the statements. It goes out with an ack, which
// Slack's client does not send if it is too large: the roles that do not fit are only counted.
func FitResult(points fitScore, said []knowledge.RoleInterest, known []knowledge.Role) slack.ModalViewRequest {
	strongest := points.strongest()
	blocks := append(interestBlocks(points, strongest), slack.NewDividerBlock())
	fits := compareFit(strongest, said)
	foot := fitFoot(fits, known)
	room := maxAck - jsonSize(foot) - jsonSize(blocks)
	shown := 0
	for _, f := range fits {
		role := f.blocks(points, strongest)
		if room -= jsonSize(role); room < 0 || len(blocks)+len(role)+len(foot) >= render.MaxViewBlocks {
			break
		}
		blocks = append(blocks, role...)
		shown++
	}
	if left := len(fits) - shown; left > 0 {
		blocks = append(blocks, render.FineBlock(fmt.Sprintf("And %d more roles, with less in common. Ask me about any of them.", left)))
	}
	return render.Modal("fitresult", "Your fit check", "", "", append(blocks, foot...)...)
}

// maxAck, in bytes, is well below the size at which an ack is no longer sent (20 KB).
const maxAck = 16_000

func jsonSize(blocks []slack.Block) int {
	text, err := json.Marshal(blocks)
	if err != nil {
		return maxAck
	}
	return len(text)
}

// interestMeans says in a few words what the interests are.
var interestMeans = map[knowledge.Interest]string{
	knowledge.Realistic:     "working with hands, tools and machines",
	knowledge.Investigative: "finding out how things work",
	knowledge.Artistic:      "making something of your own",
	knowledge.Social:        "helping and teaching people",
	knowledge.Enterprising:  "leading and persuading people",
	knowledge.Conventional:  "keeping things in order",
}

// interestBlocks say how many points each interest has, and how they were counted.
func interestBlocks(points fitScore, strongest []knowledge.Interest) []slack.Block {
	var list []*slack.RichTextSection
	for _, i := range points.ranked() {
		list = append(list, slack.NewRichTextSection(render.Run(string(i), slices.Contains(strongest, i)),
			render.Run(fmt.Sprintf(": %d of %d – %s", points[i], maxFit, interestMeans[i]), false)))
	}
	outcome := "No interest stands out from the others."
	if len(strongest) > 0 {
		names := make([]string, len(strongest))
		for i, n := range strongest {
			names[i] = string(n)
		}
		outcome = "Strongest: " + knowledge.InWords(names, "and") + "."
	}
	most := len(fitChoices) - 1
	return []slack.Block{
		render.HeaderBlock("Your interests"), render.ListBlock(list...), render.TextBlock(outcome),
		render.FineBlock(fmt.Sprintf("How it's counted: “%s” is 0 points, “%s” is %d; each interest has two statements, so up to %d points. "+
			"Your strongest interests are the two with the most points, and any that tie with the second.", fitChoices[0], fitChoices[most], most, maxFit)),
	}
}

// roleFit holds what the documents say about a role's interests, and how many of them are among a
// person's strongest.
type roleFit struct {
	role      string
	interests []knowledge.Interest
	quotes    []knowledge.RoleInterest
	agrees    int
}

// compareFit collects what is said about each role. Roles that agree with a person most come first;
// ties are in the order of the documents.
func compareFit(strongest []knowledge.Interest, said []knowledge.RoleInterest) []roleFit {
	var all []roleFit
	for _, s := range said {
		i := slices.IndexFunc(all, func(f roleFit) bool { return f.role == s.Role })
		if i < 0 {
			i = len(all)
			all = append(all, roleFit{role: s.Role})
		}
		f := &all[i]
		if !slices.Contains(f.interests, s.Interest) {
			f.interests = append(f.interests, s.Interest)
			if slices.Contains(strongest, s.Interest) {
				f.agrees++
			}
		}
		if !slices.ContainsFunc(f.quotes, func(o knowledge.RoleInterest) bool {
			return o.Text == s.Text && (o.Citation == s.Citation || o.Interest == s.Interest)
		}) {
			f.quotes = append(f.quotes, s)
		}
	}
	slices.SortStableFunc(all, func(a, b roleFit) int { return cmp.Compare(b.agrees, a.agrees) })
	return all
}

const (
	maxQuote  = 400 // of a sentence that is quoted
	maxQuotes = 12  // blocks of quotes of one role
)

// blocks show what the documents say about a role, word for word, next to a person's
// points.
func (f roleFit) blocks(points fitScore, strongest []knowledge.Interest) []slack.Block {
	var list []*slack.RichTextSection
	for _, i := range f.interests {
		agrees := slices.Contains(strongest, i)
		name, verdict := string(i), "not among your strongest"
		if agrees {
			name, verdict = "✓ "+name, "among your strongest"
		}
		list = append(list, slack.NewRichTextSection(render.Run(name, agrees),
			render.Run(fmt.Sprintf(" – %s: you have %d of %d", verdict, points[i], maxFit), false)))
	}
	var quotes []slack.Block
	for _, s := range f.quotes {
		if s.Text != "" {
			quotes = append(quotes, render.TextBlock("“"+render.Clip(s.Text, maxQuote)+"”"))
		}
		quotes = append(quotes, render.FineBlock(s.Citation.Name()))
	}
	return append([]slack.Block{render.HeaderBlock(render.OneLine(f.role)), render.ListBlock(list...)}, quotes[:min(len(quotes), maxQuotes)]...)
}

// fitFoot says what is missing, and what such a check cannot show.
func fitFoot(fits []roleFit, known []knowledge.Role) (blocks []slack.Block) {
	if len(fits) == 0 {
		blocks = append(blocks, render.TextBlock("My documents don't say which interests any role suits, so there is nothing to compare yours with."))
	} else if slices.ContainsFunc(known, func(r knowledge.Role) bool {
		return len(r.Docs) > 0 && !slices.ContainsFunc(fits, func(f roleFit) bool { return f.role == r.Name })
	}) {
		blocks = append(blocks, render.TextBlock("My documents don't say which interests the other roles suit."))
	}
	return append(blocks, slack.NewDividerBlock(),
		render.BoldBlock("What this can't tell you: ", "what you are good at, what you would earn, or whether you would be happy. "+
			"Twelve statements show a little of what you like today: a starting point for a conversation, not advice."),
		render.FineBlock("The six interests come from John Holland's theory of vocational choice; the statements are my own, and nobody has tested them. "+
			"Only you see this. I don't keep it: once you close it, it's gone."))
}
