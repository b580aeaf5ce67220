package outline

import (
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// Block is one of the things that stand in a section, or inside an item of a list,
// one after another: a passage, a list or a table. One field of the three is set.
type Block struct {
	Passage *knowledge.Passage // a paragraph, callout, quotation or block of code
	List    *List
	Sheet   *Sheet
	item    *Item // the item that it stands in
}

// announced is the passage that announces a list or table, nil for none.
func (b Block) announced() *knowledge.Passage {
	switch {
	case b.List != nil:
		return b.List.Announced
	case b.Sheet != nil:
		return b.Sheet.Announced
	}
	return nil
}

// blocks puts passages that follow one another into blocks: those inside an item,
// or, where it is nil, of a section.
func blocks(in *Item, ps []knowledge.Passage) []Block {
	var all []Block
	var last map[int]int
	if in == nil {
		last = lastInList(ps)
	}
	for i := 0; i < len(ps); {
		b, n := Block{item: in}, 1
		switch p := &ps[i]; {
		case p.Kind == knowledge.Row:
			n = lengthOfSheet(ps[i:])
			b.Sheet = newSheet(ps[i:i+n], announcing(all))
		case isInList(p, in):
			if n = lengthOfList(ps[i:], in); p.Group > 0 && in == nil {
				n = last[p.Group] - i + 1
			}
			b.List = newList(in, ps[i:i+n], announcing(all))
		default:
			b.Passage = p
		}
		all = append(all, b)
		i += n
	}
	return all
}

// announcing is the paragraph right before what comes next, or nil.
func announcing(before []Block) *knowledge.Passage {
	if len(before) == 0 {
		return nil
	}
	if p := before[len(before)-1].Passage; p != nil && p.Kind == knowledge.Paragraph {
		return p
	}
	return nil
}

// lead is the last sentence of a passage that announces something, "" for none.
func lead(announced *knowledge.Passage) string {
	if announced == nil {
		return ""
	}
	ss := text.Sentences(strings.TrimSpace(announced.Text))
	if len(ss) == 0 {
		return ""
	}
	return ss[len(ss)-1]
}
