package render

import (
	"slices"
	"strings"

	"github.com/slack-go/slack"
)

// Pack puts pieces into messages, in order, starting a new message when the next piece would not
// fit.
func Pack(parts ...[]piece) []Message {
	var messages []Message
	var open draft
	for _, p := range slices.Concat(parts...) {
		if !open.fits(p) {
			messages = append(messages, open.message())
			open = draft{}
		}
		open.add(p)
	}
	return append(messages, open.message())
}

// draft is a message in the making.
type draft struct {
	blocks   []slack.Block
	lines    []string
	size     int
	count    int // of blocks, those in a fold included
	hasTable bool
	list     *slack.RichTextList // the last block's, while items of the same kind follow
}

func (d *draft) fits(p piece) bool {
	if len(d.blocks) == 0 {
		return true
	}
	return d.count+1+len(p.inside) <= MaxBlocks-maxControls &&
		d.size+Size(p.asText())+1 <= MaxMessage &&
		!(p.form == grid && d.hasTable)
}

func (d *draft) add(p piece) {
	d.lines = append(d.lines, p.asText())
	d.count += 1 + len(p.inside)
	d.size += Size(p.asText()) + 1
	switch p.form {
	case bullet:
		d.addItem(p, slack.RTEListBullet)
		return
	case step:
		d.addItem(p, slack.RTEListOrdered)
		return
	case grid:
		d.blocks = append(d.blocks, tableBlock(p.head, p.rows))
		d.hasTable = true
	case fine:
		d.blocks = append(d.blocks, fineBlock(p.body, p.link))
	case fold:
		d.blocks = append(d.blocks, slack.NewContainerBlock(p.inside...).WithTitle(Plain(p.label, maxHeader)).WithCollapsible(true, true))
	default:
		d.blocks = append(d.blocks, slack.NewRichTextBlock("", p.section()))
	}
	d.list = nil
}

// addItem adds to the open list, or begins one. A numbered list goes on counting after a message
// break, a paragraph or a nested list. A list and the lists inside it are in one block.
func (d *draft) addItem(p piece, style slack.RichTextListElementType) {
	if before := d.list; before == nil || before.Style != style || before.Indent != p.indent {
		d.list = slack.NewRichTextList(style, p.indent)
		if style == slack.RTEListOrdered {
			d.list.Offset = p.number - 1
		}
		if before != nil && (before.Indent > 0 || p.indent > 0) {
			block := d.blocks[len(d.blocks)-1].(*slack.RichTextBlock)
			block.Elements = append(block.Elements, d.list)
		} else {
			d.blocks = append(d.blocks, slack.NewRichTextBlock("", d.list))
		}
	}
	d.list.Elements = append(d.list.Elements, p.section())
}

// Below puts a block below the last of the messages.
func Below(messages []Message, b slack.Block) []Message {
	last := &messages[len(messages)-1]
	last.Blocks = append(last.Blocks, b)
	return messages
}

func (d *draft) message() Message {
	return Message{Blocks: d.blocks, Text: strings.Join(d.lines, "\n")}
}
