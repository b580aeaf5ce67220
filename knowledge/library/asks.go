package library

import "careeradvisor/knowledge"

// Asks sums up the questions that documents are known to be asked.
type Asks struct {
	Questions, Misses int      // that are answered, and near misses
	Sections          int      // that have questions
	Without           []string // sections that have text and no question, in documents where others have some
}

// Asks sums up the questions that the documents are known to be asked.
func (g *Generation) Asks() (a Asks) {
	for _, d := range g.Documents() {
		var without []string
		before := a.Questions + a.Misses
		for _, s := range d.Sections {
			a.Questions += len(s.Asks)
			a.Misses += len(s.Misses)
			switch {
			case len(s.Asks) > 0:
				a.Sections++
			case len(s.Passages) > 0:
				without = append(without, knowledge.Citation{Doc: d.ID, Section: s.Name()}.Name())
			}
		}
		if a.Questions+a.Misses > before {
			a.Without = append(a.Without, without...)
		}
	}
	return a
}
