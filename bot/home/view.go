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

// How much of each list the Home tab shows. Together they stay within the number of blocks that a
// view may have.
const (
	maxExamples   = 5
	maxRoleNames  = 20
	maxShown      = 40 // documents
	maxListed     = 8  // documents and channels of a kind that need care
	answersShown  = 4  // that people gave, at a time
	clustersShown = 8  // open questions, at a time
	stepsShown    = 8  // of a plan, at a time
	barLength     = 20 // squares
	maxWordings   = 5  // other wordings of an open question, in its modal
)

// How long texts may be.
const (
	maxTitle  = 150
	maxWhy    = 600 // the reasons for votes
	maxNote   = 1000
	maxSource = 300
)

// View holds what a person's Home tab shows.
type View struct {
	Command  string // the slash command
	At       Pages
	Contents Contents
	Plan     *memory.Plan // nil for none
	Board    *Board       // nil for people who are not editors
	Care     Care
	Trouble  string // said above all; may be empty
}

// tab is a Home tab with the pages that its clicks bring back.
func tab(at Pages, blocks ...slack.Block) slack.HomeTabViewRequest {
	return slack.HomeTabViewRequest{
		Type:            slack.VTHomeTab,
		CallbackID:      "home",
		PrivateMetadata: at.Meta(),
		Blocks:          slack.Blocks{BlockSet: blocks[:min(len(blocks), render.MaxViewBlocks)]},
	}
}

// headed puts a line and a heading above blocks.
func headed(title string, blocks ...slack.Block) []slack.Block {
	return append([]slack.Block{slack.NewDividerBlock(), render.HeaderBlock(title)}, blocks...)
}

// Tab is the Home tab: first the box for a question, then what is waiting for an editor, what
// belongs to the person, and what the library has.
func (v View) Tab() slack.HomeTabViewRequest {
	return tab(v.At, slices.Concat(v.ask(), v.boardBlocks(), v.careBlocks(), v.planBlocks(), games(), v.library())...)
}

// ask is the box for a question. Its block has no ID of its own, since a new one makes Slack empty
// the box.
func (v View) ask() []slack.Block {
	blocks := []slack.Block{render.HeaderBlock("Ask me about careers")}
	if v.Trouble != "" {
		blocks = append(blocks, render.TextBlock(v.Trouble))
	}
	box := render.Input("", "Your question", "I answer in Messages, with what my documents say and where they say it. "+
		"You can also mention me in a channel, or type "+v.Command+" to ask in private.", true,
		render.TextInput("question", "What would you like to know?", "", render.MaxInput, false))
	box.DispatchAction = true
	blocks = append(blocks, box, slack.NewActionBlock("ask", render.Button("question:ask", "Ask", "").WithStyle(slack.StylePrimary)))
	var examples []slack.BlockElement
	for i, q := range v.Contents.Examples[:min(len(v.Contents.Examples), maxExamples)] {
		examples = append(examples, example(i, q))
	}
	if len(examples) > 0 {
		blocks = append(blocks, render.TextBlock("Or try one of these:"), slack.NewActionBlock("examples", examples...))
	}
	return blocks
}

func example(i int, q string) *slack.ButtonBlockElement {
	return render.Button("ask:"+strconv.Itoa(i), q, render.Clip(q, render.MaxButtonValue))
}

// games offers what else people can do besides asking.
func games() []slack.Block {
	return headed("Try it out",
		render.TextBlock("Fit check: twelve statements, and how your interests compare with what my documents say about each role. "+
			"Interview practice: one question at a time, in Messages, and what interviewers look for."),
		slack.NewActionBlock("games", render.Button("fit", "Fit check", "home"), render.Button("interview", "Interview practice", "home")))
}

// library lists what there is to answer from, and ends with the button to be forgotten.
func (v View) library() []slack.Block {
	blocks := headed("What I know")
	if v.Contents.Reading != "" {
		blocks = append(blocks, render.TextBlock(v.Contents.Reading))
	}
	if roles := roleNames(v.Contents.Roles); roles != "" {
		blocks = append(blocks, render.BoldBlock("Roles: ", roles))
	}
	docs := v.Contents.Documents
	if len(docs) == 0 {
		blocks = append(blocks, render.TextBlock("I have no documents yet. As soon as somebody gives me some, you'll find them here."))
	} else {
		blocks = append(blocks, render.BoldBlock("Documents: ", strconv.Itoa(len(docs))), documentList(docs))
	}
	if more := len(docs) - maxShown; more > 0 {
		blocks = append(blocks, render.FineBlock(fmt.Sprintf("And %d more. The latest come first.", more)))
	}
	return append(blocks, slack.NewActionBlock("forget", render.Button("forget", "Forget me", "")))
}

// roleNames are the roles that documents are about, with their short names.
func roleNames(roles []knowledge.Role) string {
	var names []string
	for _, r := range roles {
		if len(r.Docs) == 0 {
			continue
		}
		name := render.OneLine(r.Name)
		if len(r.Aliases) > 0 {
			name += " (" + render.OneLine(r.Aliases[0]) + ")"
		}
		names = append(names, render.Clip(name, maxTitle))
	}
	if more := len(names) - maxRoleNames; more > 0 {
		return strings.Join(names[:maxRoleNames], ", ") + fmt.Sprintf(" and %d more", more)
	}
	return strings.Join(names, ", ")
}

// documentList lists the documents, latest first; those without a date come last, and
// those from the same day keep their order.
func documentList(docs []DocumentInfo) slack.Block {
	docs = slices.Clone(docs)
	slices.SortStableFunc(docs, func(a, b DocumentInfo) int { return strings.Compare(b.Date, a.Date) })
	var list []*slack.RichTextSection
	for _, d := range docs[:min(len(docs), maxShown)] {
		line := []slack.RichTextSectionElement{render.Linked(d.name(), d.URL)}
		if d.Date != "" {
			line = append(line, render.Run(" · "+render.Clip(d.Date, maxTitle), false))
		}
		list = append(list, slack.NewRichTextSection(line...))
	}
	return render.ListBlock(list...)
}

func (d DocumentInfo) name() string {
	return render.Clip(cmp.Or(render.OneLine(d.Title), d.ID), maxTitle)
}

// page cuts a list of n things into pages. It says which things are on page *at, and makes the
// buttons to the other pages, if there are any. at points into all; a page beyond the end means the
// last one.
func page(all *Pages, at *int, size, n int, action, things string) (first, last int, buttons []slack.Block) {
	now := max(0, min(*at, (n-1)/size))
	first, last = now*size, min((now+1)*size, n)
	if n <= size {
		return first, last, nil
	}
	var row []slack.BlockElement
	turn := func(text, to string, page int) {
		*at = page
		row = append(row, render.Button(action+":"+to, text, all.Meta()))
		*at = now
	}
	if now > 0 {
		turn("Previous", "back", now-1)
	}
	if last < n {
		turn("Next", "on", now+1)
	}
	return first, last, []slack.Block{render.FineBlock(fmt.Sprintf("%d to %d of %d %s", first+1, last, n, things)), slack.NewActionBlock("", row...)}
}
