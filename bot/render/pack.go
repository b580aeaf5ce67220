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
	return d.count+1+p.inside <= MaxBlocks-maxControls &&
		d.size+Size(p.asText())+1 <= MaxMessage &&
		!(isTable(p) && d.hasTable)
}

func (d *draft) add(p piece) {
	d.lines = append(d.lines, p.asText())
	d.count += 1 + p.inside
	d.size += Size(p.asText()) + 1
	if p.style != "" {
		d.addItem(p)
		return
	}
	if p.block == nil {
		p.block = slack.NewRichTextBlock("", p.section)
	}
	d.blocks, d.list = append(d.blocks, p.block), nil
	d.hasTable = d.hasTable || isTable(p)
}

func isTable(p piece) bool {
	_, is := p.block.(*slack.TableBlock)
	return is
}

// addItem adds to the open list, or begins one. A numbered list keeps counting after a message
// break, a paragraph or a nested list. A list and the lists inside it are in one block.
func (d *draft) addItem(p piece) {
	if before := d.list; before == nil || before.Style != p.style || before.Indent != p.indent {
		d.list = slack.NewRichTextList(p.style, p.indent)
		if p.style == slack.RTEListOrdered {
			d.list.Offset = p.number - 1
		}
		if before != nil && (before.Indent > 0 || p.indent > 0) {
			block := d.blocks[len(d.blocks)-1].(*slack.RichTextBlock)
			block.Elements = append(block.Elements, d.list)
		} else {
			d.blocks = append(d.blocks, slack.NewRichTextBlock("", d.list))
		}
	}
	d.list.Elements = append(d.list.Elements, p.section)
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
