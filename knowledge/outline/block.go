package outline

import "careeradvisor/knowledge"

// Block is one part of a section or of a list item's content: a passage, a list or a table. Exactly
// one of the three fields is set.
type Block struct {
	Passage *knowledge.Passage // a paragraph, callout, quotation or block of code
	List    *List
	Sheet   *Sheet
	item    *Item // that it is inside of
}

// blocks groups consecutive passages into blocks: those inside an item or, if in is nil, those of a
// section.
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

// announcing returns the last block if it is a paragraph, which then introduces the list or table
// that follows; otherwise nil.
func announcing(before []Block) *knowledge.Passage {
	if len(before) == 0 {
		return nil
	}
	if p := before[len(before)-1].Passage; p != nil && p.Kind == knowledge.Paragraph {
		return p
	}
	return nil
}
