package answer

import (
	"cmp"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// Cluster puts questions together that ask for much the same thing, as the engine
// reads them: of the same roles, and sharing most of what carries them. They are
// given the oldest first. The largest group comes first, of equal ones that with the
// latest question. A new question never moves an older one to another group.
func (e *Engine) Cluster(questions []string) []knowledge.Group {
	g := grouper{e: e, at: map[string]int{}, withRoles: map[string][]int{}}
	for i, q := range questions {
		g.add(i, q)
	}
	var out []knowledge.Group
	for _, group := range g.groups {
		out = append(out, knowledge.Group{Question: e.typical(questions, group.members), Members: group.members})
	}
	slices.SortFunc(out, func(a, b knowledge.Group) int {
		return cmp.Or(len(b.Members)-len(a.Members), b.Members[len(b.Members)-1]-a.Members[len(a.Members)-1])
	})
	return out
}

// group is one that is being made. Its first question stands for it: others are held
// against that one alone, so that no chain of small steps leads from one question to
// another.
type group struct {
	members []int
	about   topic
}

// grouper puts questions into groups, the oldest first.
type grouper struct {
	e         *Engine
	groups    []*group
	at        map[string]int   // wording -> its group
	withRoles map[string][]int // the roles asked about -> groups
}

// add puts the i-th question into the group that is most like it, or into a new one.
func (g *grouper) add(i int, question string) {
	wording := wordingOf(question)
	at, ok := g.at[wording]
	if !ok {
		t := g.e.topicOf(question)
		if at = g.nearest(t); at < 0 {
			at = len(g.groups)
			g.groups = append(g.groups, &group{about: t})
			g.withRoles[t.roles] = append(g.withRoles[t.roles], at)
		}
		g.at[wording] = at
	}
	g.groups[at].members = append(g.groups[at].members, i)
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

// typical is the question that stands for a group: one that is a whole question where
// there is any, of those the wording that was used most often, then the shortest, then
// the latest.
func (e *Engine) typical(questions []string, members []int) string {
	used := map[string]int{}
	for _, i := range members {
		used[wordingOf(questions[i])]++
	}
	best, bestRank := "", [3]int{}
	for _, i := range slices.Backward(members) {
		q := strings.Join(strings.Fields(questions[i]), " ")
		rank := [3]int{e.formed(q), used[wordingOf(q)], -len(q)}
		if i == members[len(members)-1] || slices.Compare(rank[:], bestRank[:]) > 0 {
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
