package home

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
	"careeradvisor/knowledge"
)

// What the Home tab shows of each list. All of it together is well below the blocks
// that a view may have.
const (
	maxExamples  = 5
	maxRoleNames = 20
	maxShown     = 40 // documents
	maxTitle     = 150
)

// homeOf is a Home tab with the pages that its clicks bring back.
func homeOf(at Pages, blocks ...slack.Block) slack.HomeTabViewRequest {
	return slack.HomeTabViewRequest{
		Type:            slack.VTHomeTab,
		CallbackID:      "home",
		PrivateMetadata: at.Meta(),
		Blocks:          slack.Blocks{BlockSet: blocks[:min(len(blocks), render.MaxViewBlocks)]},
	}
}

// Tab is the Home tab: what can be done first, then what there is.
func (h View) Tab() slack.HomeTabViewRequest {
	return homeOf(h.At, slices.Concat(
		h.welcome(), h.planBlocks(), h.games(), h.boardBlocks(), h.Care.blocks(), h.library(),
	)...)
}

func (h View) welcome() []slack.Block {
	blocks := []slack.Block{render.HeaderBlock("Ask me about careers")}
	if h.Trouble != "" {
		blocks = append(blocks, render.TextBlock(h.Trouble))
	}
	text := "Write to me in Messages, mention me in a channel, or type " + h.Command + " to ask in private. " +
		"I tell you what my documents say, and where they say it."
	var examples []slack.BlockElement
	for i, q := range h.Contents.Examples[:min(len(h.Contents.Examples), maxExamples)] {
		examples = append(examples, render.Button("ask:"+strconv.Itoa(i), q, render.Clip(q, render.MaxButtonValue)))
	}
	if len(examples) == 0 {
		return append(blocks, render.TextBlock(text))
	}
	return append(blocks, render.TextBlock(text+" Here are some questions I can answer; you'll get the answer in Messages:"), slack.NewActionBlock("examples", examples...))
}

// games offers what can be done besides asking.
func (h View) games() []slack.Block {
	return []slack.Block{
		slack.NewDividerBlock(),
		render.HeaderBlock("Try it out"),
		render.TextBlock("Fit check: twelve statements, and how your interests compare with what my documents say about each role. " +
			"Interview practice: one question at a time, and what interviewers look for."),
		slack.NewActionBlock("games", render.Button("fit", "Fit check", "home"), render.Button("interview", "Interview practice", "home")),
	}
}

// library lists what there is to answer from.
func (h View) library() []slack.Block {
	blocks := []slack.Block{slack.NewDividerBlock(), render.HeaderBlock("What I know")}
	if h.Contents.Reading != "" {
		blocks = append(blocks, render.TextBlock(h.Contents.Reading))
	}
	if len(h.Notes) > 0 {
		blocks = append(blocks, render.BoldBlock("For admins: ", strings.Join(h.Notes, "\n")))
	}
	if roles := roleNames(h.Contents.Roles); roles != "" {
		blocks = append(blocks, render.BoldBlock("Roles: ", roles))
	}
	docs := h.Contents.Documents
	if len(docs) == 0 {
		return append(blocks, render.TextBlock("I have no documents yet."))
	}
	blocks = append(blocks, render.BoldBlock("Documents: ", strconv.Itoa(len(docs))), documentList(docs))
	if more := len(docs) - maxShown; more > 0 {
		blocks = append(blocks, render.FineBlock(fmt.Sprintf("And %d more. The latest come first.", more)))
	}
	return blocks
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
	list := slack.NewRichTextList(slack.RTEListBullet, 0)
	for _, d := range docs[:min(len(docs), maxShown)] {
		line := render.Clip(cmp.Or(render.OneLine(d.Title), d.ID), maxTitle)
		if d.Date != "" {
			line += " · " + render.Clip(d.Date, maxTitle)
		}
		list.Elements = append(list.Elements, slack.NewRichTextSection(render.Run(line, false)))
	}
	return slack.NewRichTextBlock("", list)
}
