package render

import (
	"cmp"
	"strconv"

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

// TextBlock is a paragraph of plain text, without marks.
func TextBlock(text string) slack.Block {
	return slack.NewRichTextBlock("", slack.NewRichTextSection(Run(someText(text, MaxText), false)))
}

// BoldBlock is a paragraph that begins in bold.
func BoldBlock(bold, text string) slack.Block {
	runs := []slack.RichTextSectionElement{Run(cmp.Or(Clip(bold, MaxText), noText), true)}
	if text != "" {
		runs = append(runs, Run(Clip(text, MaxText), false))
	}
	return slack.NewRichTextBlock("", slack.NewRichTextSection(runs...))
}

// FineBlock is small print.
func FineBlock(text string) slack.Block { return fineBlock(text, "") }

// fineBlock is small print, with a link if it has one.
func fineBlock(text, link string) slack.Block {
	elements := []slack.MixedElement{Plain(text, MaxFine)}
	if link != "" {
		elements = append(elements, slack.NewTextBlockObject(slack.MarkdownType, "<"+Escape(link)+"|Open>", false, true))
	}
	return slack.NewContextBlock("", elements...)
}

// HeaderBlock is a heading.
func HeaderBlock(text string) slack.Block { return slack.NewHeaderBlock(Plain(text, maxHeader)) }

// ListBlock is a bulleted list.
func ListBlock(items ...*slack.RichTextSection) slack.Block {
	list := slack.NewRichTextList(slack.RTEListBullet, 0)
	for _, item := range items {
		list.Elements = append(list.Elements, item)
	}
	return slack.NewRichTextBlock("", list)
}

// Linked is text that links to a place on the web, or plain text if there is none.
func Linked(text, address string) slack.RichTextSectionElement {
	if to := webLink(address); to != "" {
		return slack.NewRichTextSectionLinkElement(to, text, nil)
	}
	return Run(text, false)
}

// Input is an element under a label; the hint below it may be empty. Its block has the name of its
// element.
func Input(id, label, hint string, optional bool, e slack.BlockElement) *slack.InputBlock {
	b := slack.NewInputBlock(id, Plain(label, MaxLabel), nil, e)
	if b.Optional = optional; hint != "" {
		b.Hint = Plain(hint, MaxLabel)
	}
	return b
}

// TextInput is a box to type in, with its initial text.
func TextInput(id, placeholder, text string, longest int, lines bool) *slack.PlainTextInputBlockElement {
	e := slack.NewPlainTextInputBlockElement(nil, id)
	if e.Multiline, e.MaxLength, e.InitialValue = lines, longest, Clip(text, longest); placeholder != "" {
		e.Placeholder = Plain(placeholder, MaxPlaceholder)
	}
	return e
}

// Select is a menu to choose one of several texts from; its values are their numbers.
func Select(id, placeholder string, texts ...string) *slack.SelectBlockElement {
	options := make([]*slack.OptionBlockObject, len(texts))
	for i, text := range texts {
		options[i] = slack.NewOptionBlockObject(strconv.Itoa(i), Plain(text, MaxOption), nil)
	}
	return slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, Plain(placeholder, MaxPlaceholder), id, options...)
}

// Confirm makes a button ask before it does something.
func Confirm(title, text, yes, no string) *slack.ConfirmationBlockObject {
	return slack.NewConfirmationBlockObject(Plain(title, maxConfirmTitle), Plain(text, maxConfirmText), Plain(yes, maxConfirmButton), Plain(no, maxConfirmButton))
}
