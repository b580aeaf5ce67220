package bot

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/slack-go/slack"

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
func homeOf(at pages, blocks ...slack.Block) slack.HomeTabViewRequest {
	return slack.HomeTabViewRequest{
		Type:            slack.VTHomeTab,
		CallbackID:      "home",
		PrivateMetadata: at.meta(),
		Blocks:          slack.Blocks{BlockSet: blocks[:min(len(blocks), maxViewBlocks)]},
	}
}

// view is the Home tab: what can be done first, then what there is.
func (h home) view() slack.HomeTabViewRequest {
	return homeOf(h.at, slices.Concat(
		h.welcome(), h.planBlocks(), h.games(), h.boardBlocks(), h.library(),
	)...)
}

func (h home) welcome() []slack.Block {
	blocks := []slack.Block{headerBlock("Ask me about careers")}
	if h.trouble != "" {
		blocks = append(blocks, paragraphBlock(h.trouble))
	}
	text := "Write to me in Messages, mention me in a channel, or type " + h.command + " to ask in private. " +
		"I say what my documents say, and where it stands."
	var examples []slack.BlockElement
	for i, q := range h.contents.Examples[:min(len(h.contents.Examples), maxExamples)] {
		examples = append(examples, button("ask:"+strconv.Itoa(i), q, clip(q, maxButtonValue)))
	}
	if len(examples) == 0 {
		return append(blocks, paragraphBlock(text))
	}
	return append(blocks, paragraphBlock(text+" These I can answer; the answer comes in Messages:"), slack.NewActionBlock("examples", examples...))
}

// games offers what can be done beside asking.
func (h home) games() []slack.Block {
	return []slack.Block{
		slack.NewDividerBlock(),
		headerBlock("Try it out"),
		paragraphBlock("Fit check: twelve statements, and how your interests compare with what my documents say of each role. " +
			"Interview practice: one question at a time, and what interviewers look for."),
		slack.NewActionBlock("games", button("fit", "Fit check", "home"), button("interview", "Interview practice", "home")),
	}
}

// library says what there is to answer from.
func (h home) library() []slack.Block {
	blocks := []slack.Block{slack.NewDividerBlock(), headerBlock("What I know")}
	if h.contents.Reading != "" {
		blocks = append(blocks, paragraphBlock(h.contents.Reading))
	}
	if len(h.notes) > 0 {
		blocks = append(blocks, boldBlock("For admins: ", strings.Join(h.notes, "\n")))
	}
	if roles := roleNames(h.contents.Roles); roles != "" {
		blocks = append(blocks, boldBlock("Roles: ", roles))
	}
	docs := h.contents.Documents
	if len(docs) == 0 {
		return append(blocks, paragraphBlock("I have no documents yet."))
	}
	blocks = append(blocks, boldBlock("Documents: ", strconv.Itoa(len(docs))), documentList(docs))
	if more := len(docs) - maxShown; more > 0 {
		blocks = append(blocks, fineBlock(fmt.Sprintf("And %d more. The latest come first.", more)))
	}
	return blocks
}

// roleNames are the roles that documents are about, with how they are called for short.
func roleNames(roles []knowledge.Role) string {
	var names []string
	for _, r := range roles {
		if len(r.Docs) == 0 {
			continue
		}
		name := oneLine(r.Name)
		if len(r.Aliases) > 0 {
			name += " (" + oneLine(r.Aliases[0]) + ")"
		}
		names = append(names, clip(name, maxTitle))
	}
	if more := len(names) - maxRoleNames; more > 0 {
		return strings.Join(names[:maxRoleNames], ", ") + fmt.Sprintf(" and %d more", more)
	}
	return strings.Join(names, ", ")
}

// documentList names the documents, the latest first; those without a date come last,
// and those of one day keep their order.
func documentList(docs []DocumentInfo) slack.Block {
	docs = slices.Clone(docs)
	slices.SortStableFunc(docs, func(a, b DocumentInfo) int { return strings.Compare(b.Date, a.Date) })
	list := slack.NewRichTextList(slack.RTEListBullet, 0)
	for _, d := range docs[:min(len(docs), maxShown)] {
		line := clip(or(oneLine(d.Title), d.ID), maxTitle)
		if d.Date != "" {
			line += " · " + clip(d.Date, maxTitle)
		}
		list.Elements = append(list.Elements, slack.NewRichTextSection(textRun(line, false)))
	}
	return slack.NewRichTextBlock("", list)
}
