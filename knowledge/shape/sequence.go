package shape

import (
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/text"
)

// sequence gives sections whose headings are numbered as steps: each by its heading and its first sentence. They are
// what was asked for if the section around them was found, or several of them were.
func (w *writer) sequence(best *outline.Place) bool {
	around := best.Section
	all := steps(around)
	if all == nil {
		around = around.Parent
		if all = steps(around); all == nil || !w.foundSeveralIn(around) {
			return false
		}
	} else {
		w.announce(w.point(best.Passage, w.excerpt(best.Text, wholeText)))
	}
	w.Shape = knowledge.Steps
	for _, step := range all {
		p := &step.Passages[0]
		pt := w.point(p, text.Sentences(p.Text)[0])
		pt.label = step.Title()
		if w.length()+len(pt.text) > knowledge.MaxAnswer-200 {
			w.More++
			continue
		}
		w.add(pt)
	}
	return true
}

// foundSeveralIn reports whether probable candidates are in several sections directly inside one.
func (w *writer) foundSeveralIn(around *outline.Section) bool {
	found := map[*outline.Section]bool{}
	for _, c := range w.evidence.First() {
		if c.Section.Parent == around && w.isProbable(c) {
			found[c.Section] = true
		}
	}
	return len(found) > 1
}

// steps returns the sections directly inside one whose headings are numbered, if there are several
// and all have text; otherwise nil.
func steps(s *outline.Section) (out []*outline.Section) {
	if s == nil {
		return nil
	}
	for _, c := range s.Children {
		numbered, ps := outline.Unnumbered(c.Heading()) != c.Heading(), c.Passages
		if numbered && len(ps) > 0 && ps[0].Kind != knowledge.Row && ps[0].Kind != knowledge.Code && !ps[0].Link {
			out = append(out, c)
		}
	}
	if len(out) < 2 || len(out) < len(s.Children)-1 {
		return nil
	}
	return out
}
