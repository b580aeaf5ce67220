package render

import (
	"cmp"

	"github.com/slack-go/slack"
)

// Modal is a modal with a title and, if submit is not empty, a button that submits it.
// Meta comes back with every click in it.
func Modal(callback, title, submit, meta string, blocks ...slack.Block) slack.ModalViewRequest {
	v := slack.ModalViewRequest{
		Type:            slack.VTModal,
		CallbackID:      callback,
		Title:           Plain(title, maxViewTitle),
		Close:           Plain("Close", maxViewButton),
		PrivateMetadata: meta,
		Blocks:          slack.Blocks{BlockSet: blocks[:min(len(blocks), MaxViewBlocks)]},
	}
	if submit != "" {
		v.Submit = Plain(submit, maxViewButton)
		v.Close = Plain("Cancel", maxViewButton)
	}
	return v
}

// TextBlock is a paragraph as it is, without marks.
func TextBlock(text string) slack.Block {
	return slack.NewRichTextBlock("", slack.NewRichTextSection(Run(someText(text, MaxText), false)))
}

// BoldBlock is a paragraph with a bold beginning.
func BoldBlock(bold, text string) slack.Block {
	runs := []slack.RichTextSectionElement{Run(cmp.Or(Clip(bold, MaxText), noText), true)}
	if text != "" {
		runs = append(runs, Run(Clip(text, MaxText), false))
	}
	return slack.NewRichTextBlock("", slack.NewRichTextSection(runs...))
}

// FineBlock is small print.
func FineBlock(text string) slack.Block { return fineBlock(text, "") }

// fineBlock is small print with a link behind it, if it has one.
func fineBlock(text, link string) slack.Block {
	elements := []slack.MixedElement{Plain(text, MaxFine)}
	if link != "" {
		elements = append(elements, slack.NewTextBlockObject(slack.MarkdownType, "<"+Escape(link)+"|Open>", false, true))
	}
	return slack.NewContextBlock("", elements...)
}

// HeaderBlock is a heading.
func HeaderBlock(text string) slack.Block { return slack.NewHeaderBlock(Plain(text, maxHeader)) }
