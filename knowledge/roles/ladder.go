package roles

import (
	"path"

	"careeradvisor/knowledge/text"
)

// ladders are the words for a ladder that occur in titles above levels.
var ladders = text.Set("framework ladder path track level progression matrix")

// leastLevels is how many levels, at least, head sections of a ladder.
const leastLevels = 2

// addLadders takes the titles of ladders as roles, whatever their words. Ladders are documents with
// sections on levels that call themselves frameworks, or are in the company of such documents.
func (b *builder) addLadders() {
	levels := map[int]map[levelID]bool{}
	for _, sh := range b.shorts {
		if sh.at.where == inHeading && sh.level.alone {
			if levels[sh.at.doc] == nil {
				levels[sh.at.doc] = map[levelID]bool{}
			}
			levels[sh.at.doc][sh.level] = true
		}
	}
	titles := map[int]placed{}
	called, all := map[string]int{}, map[string]int{}
	for _, sh := range b.shorts {
		if sh.at.where != inTitle || len(levels[sh.at.doc]) < leastLevels || len(sh.phrases) != 1 {
			continue
		}
		titles[sh.at.doc] = sh
		all[sh.at.peers]++
		if sh.phrases[0].ladder {
			called[sh.at.peers]++
		}
	}
	for d := range b.docs {
		sh, ok := titles[d]
		if !ok || b.anyKnown(sh.phrases) || b.docs[d].Role != "" {
			continue
		}
		p := sh.phrases[0]
		dir := path.Dir(b.docs[d].ID)
		if isPlain(p.name) || p.whole < firstPart || !p.ladder && 2*called[dir] <= all[dir] {
			continue
		}
		r := b.role(p.name, sh.raw, order(d, -1))
		r.places = append(r.places, sh.at.at)
	}
}

// isPlain reports whether a name says nothing: a "generic framework" is nobody's.
func isPlain(name []token) bool {
	for _, t := range name {
		if !plain[t.one] {
			return false
		}
	}
	return true
}
