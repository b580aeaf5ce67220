package answer

import (
	"slices"
	"sort"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// Cluster puts gaps together that ask for much the same thing, as the engine reads
// them: of the same roles, and sharing most of what carries them. The largest
// cluster comes first, of equal ones that with the latest gap; within one the
// latest gap is first. The order in which gaps are given does not matter, and a new
// gap never moves an older one to another cluster.
func (e *Engine) Cluster(gaps []knowledge.Gap) []knowledge.Cluster {
	gaps = slices.Clone(gaps)
	sort.SliceStable(gaps, func(i, j int) bool { return later(gaps[j], gaps[i]) })
	g := grouper{e: e, at: map[string]int{}, withRoles: map[string][]int{}}
	for _, gap := range gaps {
		g.add(gap)
	}
	var out []knowledge.Cluster
	for _, group := range g.groups {
		slices.Reverse(group.gaps)
		out = append(out, knowledge.Cluster{Question: e.typical(group.gaps), Gaps: group.gaps})
	}
	sort.SliceStable(out, func(i, j int) bool {
		if len(out[i].Gaps) != len(out[j].Gaps) {
			return len(out[i].Gaps) > len(out[j].Gaps)
		}
		return later(out[i].Gaps[0], out[j].Gaps[0])
	})
	return out
}

// later orders gaps by their time, and of one time by their turns.
func later(a, b knowledge.Gap) bool {
	if !a.At.Equal(b.At) {
		return a.At.After(b.At)
	}
	return a.Turn > b.Turn
}

// group is a cluster that is being made. Its first gap stands for it: others are
// held against that one alone, so that no chain of small steps leads from one
// question to another.
type group struct {
	gaps  []knowledge.Gap // the oldest first
	about topic
}

// grouper puts gaps into groups, the oldest first.
type grouper struct {
	e         *Engine
	groups    []*group
	at        map[string]int   // wording -> its group
	withRoles map[string][]int // the roles asked about -> groups
}

// add puts a gap into the group that is most like it, or into a new one.
func (g *grouper) add(gap knowledge.Gap) {
	wording := wordingOf(gap.Question)
	at, ok := g.at[wording]
	if !ok {
		t := g.e.topicOf(gap.Question)
		if at = g.nearest(t); at < 0 {
			at = len(g.groups)
			g.groups = append(g.groups, &group{about: t})
			g.withRoles[t.roles] = append(g.withRoles[t.roles], at)
		}
		g.at[wording] = at
	}
	g.groups[at].gaps = append(g.groups[at].gaps, gap)
}

// nearest is the group that shares most with a topic, if that is enough; -1 for none.
func (g *grouper) nearest(t topic) int {
	best, most := -1, sameAsked
	for _, i := range g.withRoles[t.roles] {
		if s := t.shared(&g.groups[i].about, g.e); s > most || s == most && best < 0 {
			best, most = i, s
		}
	}
	return best
}

// wordingOf is the same for questions that differ in case, signs and spacing only.
func wordingOf(q string) string {
	if ws := text.Texts(text.Words(plainText(q))); len(ws) > 0 {
		return strings.Join(ws, " ")
	}
	return strings.Join(strings.Fields(q), " ") // another script, or signs only
}

// typical is the question that stands for a cluster's, the latest given first: one
// that is a whole question where there is any, of those the wording that was used
// most often, then the shortest, then the latest.
func (e *Engine) typical(gaps []knowledge.Gap) string {
	used := map[string]int{}
	for _, g := range gaps {
		used[wordingOf(g.Question)]++
	}
	best, bestRank := "", [3]int{}
	for i, g := range gaps {
		q := strings.Join(strings.Fields(g.Question), " ")
		rank := [3]int{e.formed(q), used[wordingOf(q)], -len(q)}
		if i == 0 || slices.Compare(rank[:], bestRank[:]) > 0 {
			best, bestRank = q, rank
		}
	}
	return best
}

// formed is how well a question is formed: a question mark, at least three words
// and no misspelling count one each, shouting costs one.
func (e *Engine) formed(q string) int {
	n := 0
	ws, repaired := e.repair(text.Words(q))
	if endsInMark(q) && !strings.Contains(q, "??") {
		n++
	}
	if len(ws) >= maxFragment {
		n++
	}
	if len(repaired) == 0 {
		n++
	}
	if strings.ToUpper(q) == q {
		n--
	}
	return n
}
