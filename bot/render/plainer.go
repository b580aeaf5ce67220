package render

import (
	"fmt"

	"github.com/slack-go/slack"
)

// Plainest is the last step of [Plainer] that still has blocks.
const Plainest = 2

// Plainer are blocks for a workspace that refuses some. Step 1 has nothing that came
// in 2026: sources are expanded, and citations are numbers. Step 2 has ordinary buttons
// in place of native feedback buttons too.
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
			all = append(all, withoutCitations(b))
		case *slack.ContextActionsBlock:
			if step > 1 {
				all = append(all, voteButtons(b))
				continue
			}
			all = append(all, b)
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

// withoutCitations is rich text with the numbers of its sources.
func withoutCitations(b *slack.RichTextBlock) *slack.RichTextBlock {
	plain := *b
	plain.Elements = nil
	for _, e := range b.Elements {
		switch e := e.(type) {
		case *slack.RichTextSection:
			plain.Elements = append(plain.Elements, numbered(e))
		case *slack.RichTextList:
			list := *e
			list.Elements = nil
			for _, item := range e.Elements {
				if s, ok := item.(*slack.RichTextSection); ok {
					item = numbered(s)
				}
				list.Elements = append(list.Elements, item)
			}
			plain.Elements = append(plain.Elements, &list)
		default:
			plain.Elements = append(plain.Elements, e)
		}
	}
	return &plain
}

func numbered(s *slack.RichTextSection) *slack.RichTextSection {
	plain := *s
	plain.Elements = nil
	for _, e := range s.Elements {
		if c, ok := e.(*slack.RichTextSectionCitationElement); ok {
			e = Run(fmt.Sprintf("[%d]", int(c.Index)), false)
		}
		plain.Elements = append(plain.Elements, e)
	}
	return &plain
}
