package render

import (
	"fmt"

	"github.com/slack-go/slack"
)

// Plainest is the last step of [Plainer] that still has blocks.
const Plainest = 2

// Plainer returns blocks for a workspace that refuses some. In step 1, sources are unfolded and
// citations are numbers; step 2 also has ordinary buttons in place of feedback buttons.
func Plainer(blocks []slack.Block, step int32) []slack.Block {
	if step < 1 {
		return blocks
	}
	var all []slack.Block
	for _, b := range blocks {
		switch b := b.(type) {
		case *slack.ContainerBlock:
			all = append(all, b.ChildBlocks.BlockSet...)
		case *slack.RichTextBlock:
			plain := *b
			plain.Elements = withoutCitations(b.Elements)
			all = append(all, &plain)
		case *slack.ContextActionsBlock:
			if step < Plainest {
				all = append(all, b)
			} else {
				all = append(all, voteButtons(b))
			}
		default:
			all = append(all, b)
		}
	}
	return all
}

func voteButtons(native *slack.ContextActionsBlock) slack.Block {
	var votes []slack.BlockElement
	for _, e := range native.Elements.ElementSet {
		if f, ok := e.(*slack.FeedbackButtonsBlockElement); ok {
			votes = append(votes, Button(f.ActionID+":up", f.PositiveButton.Text.Text, f.PositiveButton.Value),
				Button(f.ActionID+":down", f.NegativeButton.Text.Text, f.NegativeButton.Value))
		}
	}
	return slack.NewActionBlock(native.BlockID, votes...)
}

// withoutCitations is rich text with source numbers in place of citations.
func withoutCitations(all []slack.RichTextElement) (plain []slack.RichTextElement) {
	for _, e := range all {
		switch e := e.(type) {
		case *slack.RichTextSection:
			section := *e
			section.Elements = nil
			for _, run := range e.Elements {
				if c, ok := run.(*slack.RichTextSectionCitationElement); ok {
					run = Run(fmt.Sprintf("[%d]", int(c.Index)), false)
				}
				section.Elements = append(section.Elements, run)
			}
			plain = append(plain, &section)
		case *slack.RichTextList:
			list := *e
			list.Elements = withoutCitations(e.Elements)
			plain = append(plain, &list)
		default:
			plain = append(plain, e)
		}
	}
	return plain
}
