package home

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// Care is what Home shows to people who look after documents: an editor sees all of it, an owner
// only which of their own documents are due.
type Care struct {
	Answers []DocumentInfo    // answers that people gave, latest first
	Stale   []DocumentInfo    // that are due for review
	Set     map[string]string // how the advisor behaves in channels, by their IDs

	Editor bool
	Admin  bool // names editors, and gets the weekly summary
	Quiet  bool // does not get it
}

func (h *Home) careOf(user string, docs []DocumentInfo) Care {
	c := Care{Stale: stale(docs, h.Now()), Editor: h.IsEditor(user), Admin: slices.Contains(h.Admins, user), Quiet: h.Settings.Off(digestOf(user))}
	if !c.Editor {
		c.Stale = ownedBy(c.Stale, user)
		return c
	}
	c.Set = h.Settings.InWords()
	for _, d := range slices.Backward(docs) {
		if _, ok := h.Library.Entry(d.ID); ok {
			c.Answers = append(c.Answers, d)
		}
	}
	return c
}

// stale returns the documents whose review date has passed or, if they name none, that are older
// than a year.
func stale(docs []DocumentInfo, now time.Time) (all []DocumentInfo) {
	today, year := now.UTC().Format(time.DateOnly), now.UTC().AddDate(-1, 0, 0).Format(time.DateOnly)
	for _, d := range docs {
		if d.ReviewBy != "" && d.ReviewBy < today || d.ReviewBy == "" && d.Date != "" && d.Date < year {
			all = append(all, d)
		}
	}
	return all
}

func ownedBy(docs []DocumentInfo, user string) []DocumentInfo {
	return slices.DeleteFunc(slices.Clone(docs), func(d DocumentInfo) bool { return wire.UserID(d.Owner) != user })
}

// staleLines say which documents are due, why, and who owns them.
func staleLines(docs []DocumentInfo) []string {
	return listed(docs, func(d DocumentInfo) string {
		line := d.name() + " · from " + d.Date
		if d.ReviewBy != "" {
			line = d.name() + " · review due by " + d.ReviewBy
		}
		if d.Owner != "" && wire.UserID(d.Owner) == "" {
			line += " · " + d.Owner
		}
		return line
	})
}

// listed returns the lines about documents that are shown, and how many are left over.
func listed(docs []DocumentInfo, line func(DocumentInfo) string) (lines []string) {
	for _, d := range docs[:min(len(docs), maxListed)] {
		lines = append(lines, render.Clip(line(d), 2*maxTitle))
	}
	if more := len(docs) - maxListed; more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return lines
}

// careBlocks show it; they are empty for people who look after nothing.
func (v View) careBlocks() []slack.Block {
	var blocks []slack.Block
	if v.Care.Editor && len(v.Contents.Notes) > 0 {
		blocks = append(blocks, render.BoldBlock("For admins: ", strings.Join(v.Contents.Notes, "\n")))
	}
	if len(v.Care.Stale) > 0 {
		blocks = append(blocks, render.BoldBlock("Due for a review: ", strings.Join(staleLines(v.Care.Stale), "\n")))
	}
	if v.Care.Editor {
		blocks = append(blocks, v.unasked()...)
		blocks = append(append(blocks, v.channels()...), v.answers()...)
	}
	if v.Care.Admin {
		text := "Stop the weekly summary"
		if v.Care.Quiet {
			text = "Send me a weekly summary"
		}
		blocks = append(blocks, slack.NewActionBlock("", render.Button("editors", "Editors", "home"), render.Button("digest", text, "home")))
	}
	if len(blocks) == 0 {
		return nil
	}
	return headed("Looking after documents", blocks...)
}

// unasked names the documents with sections that no question leads to yet.
func (v View) unasked() []slack.Block {
	docs := slices.DeleteFunc(slices.Clone(v.Contents.Documents), func(d DocumentInfo) bool { return d.Unasked == 0 })
	if len(docs) == 0 {
		if len(v.Care.Stale) > 0 || len(v.Contents.Documents) == 0 {
			return nil
		}
		return []slack.Block{render.TextBlock("No document is due for a review, and no section is waiting for questions. Nicely kept!")}
	}
	slices.SortStableFunc(docs, func(a, b DocumentInfo) int { return b.Unasked - a.Unasked })
	return []slack.Block{
		render.BoldBlock("Sections without questions: ", strings.Join(listed(docs, func(d DocumentInfo) string { return fmt.Sprintf("%s · %d", d.name(), d.Unasked) }), "\n")),
		render.FineBlock("I find these less easily. Next to the document, add a file of questions that they answer, or choose the section when you answer a question here."),
	}
}

// channels lists the channels that have settings of their own.
func (v View) channels() []slack.Block {
	if len(v.Care.Set) == 0 {
		return []slack.Block{render.TextBlock("I behave the same in every channel. To change that for one of them, type " + v.Command + " here in it.")}
	}
	ids := slices.Sorted(maps.Keys(v.Care.Set))
	var list []*slack.RichTextSection
	for _, id := range ids[:min(len(ids), maxListed)] {
		list = append(list, slack.NewRichTextSection(slack.NewRichTextSectionChannelElement(id, nil), render.Run(": "+v.Care.Set[id], false)))
	}
	if more := len(ids) - maxListed; more > 0 {
		list = append(list, slack.NewRichTextSection(render.Run(fmt.Sprintf("and %d more", more), false)))
	}
	return []slack.Block{render.BoldBlock("Channels with settings of their own: ", "type "+v.Command+" here in a channel to change them."), render.ListBlock(list...)}
}

// answers lists the answers that people gave, for editors to change or take back.
func (v View) answers() []slack.Block {
	all := v.Care.Answers
	if len(all) == 0 {
		return nil
	}
	first, last, pager := page(&v.At, &v.At.Answers, answersShown, len(all), "answers", "answers")
	blocks := []slack.Block{render.BoldBlock("Answers from people", "")}
	for _, d := range all[first:last] {
		blocks = append(blocks, render.FineBlock(d.name()+" · "+d.Source+" · "+d.Date), slack.NewActionBlock("",
			render.Button("edit:"+d.ID, "Edit", d.ID), render.Button("withdraw:"+d.ID, "Withdraw", d.ID).WithConfirm(render.Confirm(
				"Withdraw this answer?", "I'll stop using it in my answers.", "Withdraw", "Keep it"))))
	}
	return append(blocks, pager...)
}
