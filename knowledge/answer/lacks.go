package answer

import (
	"strings"

	"careeradvisor/knowledge/text"
)

// lacks reports whether the evidence lacks what the question needs, or one of the
// names in it.
func (e *Engine) lacks(r *reading, found []*evidence, unmet []term) bool {
	for _, t := range unmet {
		if e.corpus.knows(t.Stem) {
			continue
		}
		if t.Named || t.ofWhat && r.assumed && len(t.alike) == 0 {
			return true // "the boss of tesla" is about no role here
		}
	}
	if f := r.facet(); f != nil && f.strict {
		for _, t := range unmet {
			if e.corpus.knows(t.Stem) && t.weight > telling || !e.corpus.knows(t.Stem) && t.placed {
				return true // there is no figure for that level, or that place
			}
		}
	}
	if f := r.facet(); f != nil && len(r.roles) == 1 && e.isSecondary(r.roles[0]) && !e.meetsFacet(f, found) {
		return true // documents say of it only what sets it off from theirs
	}
	texts := text.Texts(r.words)
	for _, n := range needs {
		for _, p := range n.phrases {
			if text.Index(texts, strings.Fields(p)) >= 0 && !e.anyHas(found[:min(1, len(found))], n.has) {
				return true
			}
		}
	}
	return r.intent == howTo && !e.instructs(r, found)
}

func (e *Engine) anyHas(found []*evidence, has func(*Engine, *passage) bool) bool {
	for _, ev := range found {
		if has(e, ev.passage) {
			return true
		}
	}
	return false
}

// instructs reports whether the evidence for a how-to stands where a document tells
// how to do something: under a heading of the facet, or one that names what is to be done.
func (e *Engine) instructs(r *reading, found []*evidence) bool {
	if r.asksPlainly() {
		return true
	}
	for _, t := range r.content() {
		if !t.carries() {
			continue
		}
		for _, ev := range found {
			if e.inHeading(t.Stem, ev.passage.section) {
				return true
			}
		}
	}
	return false
}
