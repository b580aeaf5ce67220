package score

import (
	"strings"

	"careeradvisor/knowledge"
)

// label is how right each passage is for a question, summing to 1; nil if none is. The right
// passages are those of a gold section that, with their heading, contain something that an answer
// must have, the more the better; if none does, all passages there are right.
func label(q Question, passages []knowledge.Passage) []float64 {
	right, gold := make([]float64, len(passages)), make([]float64, len(passages))
	rights, golds := 0., 0.
	for i, p := range passages {
		section := knowledge.SectionName(p.Section)
		if !q.isGold(knowledge.Citation{Doc: p.Doc, Section: section}) {
			continue
		}
		right[i], gold[i] = float64(q.meets(lastHeading(section)+" "+p.Text)), 1
		rights, golds = rights+right[i], golds+gold[i]
	}
	switch {
	case rights > 0:
		return shares(right, rights)
	case golds > 0:
		return shares(gold, golds)
	}
	return nil
}

func shares(all []float64, sum float64) []float64 {
	for i := range all {
		all[i] /= sum
	}
	return all
}

// meets counts the groups of must of which a text contains something.
func (q Question) meets(text string) (n int) {
	text = foldText(text)
	for _, group := range q.Must {
		for _, needle := range group {
			if strings.Contains(text, foldText(needle)) {
				n++
				break
			}
		}
	}
	return n
}
