package gaps

import (
	"cmp"
	"maps"
	"slices"

	"careeradvisor/knowledge"
)

// Reader turns a question into a vector of length one.
type Reader interface {
	Query(text string) []float32
}

// alike is the cosine from which two questions count as the same. It was chosen on the 7,755
// questions of knowledge/encoder/export/pairs with e5-small-v2, whose cosines seldom fall below
// 0.75: of the 1,175,564 pairs of questions on different passages of one set, 18 reach 0.93 (71
// reach 0.92, 8 reach 0.94), which would make 8 wrong pairs among 1,000 open questions. Of the
// 25,401 pairs on the same passage, 19 reach it, a share fifty times as large; they ask for
// different facts, in words chosen to differ. Other weights need another figure: with ENCODER_MODEL
// set, TestQuestionsOnDifferentPassagesStayApart counts again.
const alike = 0.93

// maxRead is how many wordings, counting from the latest, are read for their meaning: a few
// seconds' work. Older ones are compared by their words alone.
const maxRead = 4000

// Cluster groups questions that ask for much the same thing. They are given oldest first.
// The largest group comes first; of equal ones, the one with the latest question. If e is
// nil, only questions with the same words are grouped.
func Cluster(e Reader, questions []string) []knowledge.Group {
	keys := make([]string, len(questions))
	last := map[string]int{} // key -> its latest question
	for i, q := range questions {
		keys[i] = keyOf(q)
		last[keys[i]] = i
	}
	from := 0 // wordings used since then are read
	if all := slices.Sorted(maps.Values(last)); len(all) > maxRead {
		from = all[len(all)-maxRead]
	}
	var made groups
	at := map[string]int{} // key -> its group
	for i, q := range questions {
		n, ok := at[keys[i]]
		if !ok {
			var v []float32
			if e != nil && last[keys[i]] >= from && isReadable(q) {
				v = e.Query(q)
			}
			n = made.place(q, v)
			at[keys[i]] = n
		}
		made[n].members = append(made[n].members, i)
	}
	out := make([]knowledge.Group, len(made))
	for i, g := range made {
		out[i] = knowledge.Group{Question: typical(questions, keys, g.members), Members: g.members}
	}
	slices.SortFunc(out, func(a, b knowledge.Group) int {
		return cmp.Or(len(b.Members)-len(a.Members), b.Members[len(b.Members)-1]-a.Members[len(a.Members)-1])
	})
	return out
}

// group is a group in the making. Its first question represents it: others are compared only with
// that one, so that no chain of small steps can join questions that differ.
type group struct {
	members []int
	vector  []float32 // of the first; nil if that was not read
	named   named     // by the first
}

type groups []group

// place returns the group nearest to a question, or a new one if none is near enough.
func (gs *groups) place(question string, v []float32) int {
	names := namesIn(question)
	best, most := -1, float32(alike)
	for i := range *gs {
		g := &(*gs)[i]
		if len(g.vector) != len(v) || len(v) == 0 {
			continue
		}
		if s := dot(v, g.vector); (s > most || s == most && best < 0) && !names.differs(g.named) {
			best, most = i, s
		}
	}
	if best < 0 {
		best = len(*gs)
		*gs = append(*gs, group{vector: v, named: names})
	}
	return best
}

func dot(a, b []float32) float32 {
	var s float32
	for i, x := range a {
		s += x * b[i]
	}
	return s
}
