package outline_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
)

// FuzzEveryPassageStandsOnce makes passages of any kind, level and group, from three bytes each,
// and expects all of them in the outline, once and in their order.
func FuzzEveryPassageStandsOnce(f *testing.F) {
	f.Add([]byte("\x02\x01\x01\x02\x02\x01\x00\x01\x01\x03\x00\x02\x02\x01\x01"))
	f.Add([]byte("\x01\x03\x01\x01\x01\x01\x04\x02\x02\x03\x02\x01\x00\x00\x00"))
	f.Add([]byte("\x03\x00\x05\x03\x00\x06\x01\x01\x06\x03\x00\x05\x07\x09\x05"))
	kinds := []knowledge.Kind{knowledge.Paragraph, knowledge.Item, knowledge.Step, knowledge.Row, knowledge.Definition, knowledge.Callout, knowledge.Code, knowledge.Quote}
	f.Fuzz(func(t *testing.T, data []byte) {
		var ps []knowledge.Passage
		for ; len(data) >= 3 && len(ps) < 200; data = data[3:] {
			p := in(int(data[2]%4), int(data[1]%4), kinds[data[0]%8], "x")
			if p.Kind == knowledge.Row {
				p.Columns, p.Cells = []string{"a"}, []string{"x"}
			}
			ps = append(ps, p)
		}
		doc := document(section("A", ps...))
		o := outline.New([]knowledge.Document{doc})
		var want []string
		for _, p := range doc.Passages() {
			want = append(want, p.ID)
			if place, ok := o.Find(p.ID); !ok || place.Section != o.Sections[0] || (place.Sheet != nil) != (p.Kind == knowledge.Row) {
				t.Errorf("%s is found at %+v, %v", p.ID, place, ok)
			}
		}
		if diff := cmp.Diff(want, standing(o.Sections[0].Blocks)); diff != "" {
			t.Error(diff)
		}
	})
}

// standing returns the IDs of the passages in blocks, in reading order.
func standing(bs []outline.Block) []string {
	var ids []string
	for _, b := range bs {
		switch {
		case b.Passage != nil:
			ids = append(ids, b.Passage.ID)
		case b.Sheet != nil:
			for _, row := range b.Sheet.Rows {
				ids = append(ids, row.ID)
			}
		case b.List != nil:
			for _, it := range b.List.Items {
				ids = append(append(ids, it.Passage.ID), standing(it.Inside)...)
			}
		}
	}
	return ids
}
