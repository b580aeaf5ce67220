package channels

import (
	"slices"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// Callback is the callback_id of the modal.
const Callback = "here"

// The elements of the modal.
const (
	how    = "how"
	docs   = "docs"
	askers = "askers"
	helper = "helper"
	help   = "help"

	unasked = "unasked"
	private = "private"
	kept    = "kept"
)

// Document is a document that can be chosen.
type Document struct{ ID, Title string }

// Modal asks how to behave in a channel, starting from its current settings.
func (c Channel) Modal(channel string, all []Document) slack.ModalViewRequest {
	choices := slack.NewCheckboxGroupsBlockElement(how,
		choice(unasked, "Answer without being mentioned", "In a thread, and only when I'm sure. Otherwise I stay silent."),
		choice(private, "Answer in private", "Only the person who asks sees the answer, and they can share it."),
		choice(kept, "Keep the documents to this channel", "I won't quote the ones chosen below anywhere else, not even on Home."))
	for _, o := range choices.Options {
		if o.Value == unasked && c.Unasked || o.Value == private && c.Private || o.Value == kept && c.Kept {
			choices.InitialOptions = append(choices.InitialOptions, o)
		}
	}
	blocks := []slack.Block{render.Input(how, "How I behave in this channel", "", true, choices)}
	if options := optionsOf(all, c.Docs); len(options) > 0 {
		from := slack.NewOptionsMultiSelectBlockElement(slack.MultiOptTypeStatic, render.Plain("All of them", render.MaxPlaceholder), docs, options...)
		for _, o := range options {
			if slices.Contains(c.Docs, o.Value) {
				from.InitialOptions = append(from.InitialOptions, o)
			}
		}
		blocks = append(blocks, render.Input(docs, "Documents to answer from", "", true, from))
	}
	people := slack.NewOptionsMultiSelectBlockElement(slack.MultiOptTypeUser, render.Plain("Everybody", render.MaxPlaceholder), askers)
	people.InitialUsers = c.Askers
	expert := slack.NewOptionsSelectBlockElement(slack.OptTypeUser, render.Plain("Nobody in particular", render.MaxPlaceholder), helper)
	expert.InitialUser = c.Helper
	where := slack.NewOptionsSelectBlockElement(slack.OptTypeConversations, render.Plain("The usual help channel", render.MaxPlaceholder), help)
	where.InitialConversation = c.Help
	where.Filter = &slack.SelectBlockElementFilter{Include: []string{"public", "private"}}
	return render.Modal(Callback, "Advisor in this channel", "Save", channel, append(blocks,
		render.Input(askers, "Who may ask", "", true, people),
		render.Input(helper, "Who to mention when somebody asks for a person", "", true, expert),
		render.Input(help, "Where to post those questions", "", true, where))...)
}

// Read returns the channel and what somebody chose for it in the modal; wrong says, by element,
// what is not valid.
func Read(v wire.View) (channel string, c Channel, wrong map[string]string) {
	chosen := v.Input(how)
	c = Channel{
		Unasked: slices.Contains(chosen, unasked), Private: slices.Contains(chosen, private), Kept: slices.Contains(chosen, kept),
		Docs: v.Input(docs), Askers: v.Input(askers), Helper: v.Typed(helper), Help: v.Typed(help),
	}
	if c.Kept && len(c.Docs) == 0 {
		wrong = map[string]string{how: "Choose the documents to keep to this channel."}
	}
	return v.Meta, c, wrong
}

// maxChoices is how many options Slack shows.
const maxChoices = 100

// optionsOf returns the folders of documents and, as far as there is room, each document; those
// already chosen are always included.
func optionsOf(all []Document, chosen []string) (options []*slack.OptionBlockObject) {
	var folders, names []Document
	for _, d := range all {
		for i := range d.ID {
			f := Document{d.ID[:i+1], "All of " + d.ID[:i+1]}
			if d.ID[i] == '/' && !slices.Contains(folders, f) {
				folders = append(folders, f)
			}
		}
		names = append(names, Document{d.ID, d.Title + " · " + d.ID})
	}
	for _, id := range chosen {
		if !slices.ContainsFunc(slices.Concat(folders, names), func(d Document) bool { return d.ID == id }) {
			folders = append(folders, Document{id, id})
		}
	}
	list := slices.Concat(folders, names)
	first := func(d Document) int { return min(slices.Index(chosen, d.ID), 0) } // 0 for what is chosen, -1 for the rest
	slices.SortStableFunc(list, func(a, b Document) int { return first(b) - first(a) })
	for _, d := range list[:min(len(list), maxChoices)] {
		if len(d.ID) <= render.MaxOptionValue {
			options = append(options, slack.NewOptionBlockObject(d.ID, render.Plain(d.Title, render.MaxOption), nil))
		}
	}
	return options
}

func choice(value, text, more string) *slack.OptionBlockObject {
	return slack.NewOptionBlockObject(value, render.Plain(text, render.MaxOption), render.Plain(more, render.MaxOption))
}

// EditorsCallback is the callback_id of [EditorsModal], and the action_id of what is
// chosen in it.
const EditorsCallback = "editors"

// EditorsModal asks who the editors are, starting from the current ones.
func EditorsModal(now []string) slack.ModalViewRequest {
	people := slack.NewOptionsMultiSelectBlockElement(slack.MultiOptTypeUser, render.Plain("Nobody but the admins", render.MaxPlaceholder), EditorsCallback)
	people.InitialUsers = now
	return render.Modal(EditorsCallback, "Editors", "Save", "", render.Input(EditorsCallback, "Who answers open questions and changes channel settings, besides the admins", "", true, people))
}
