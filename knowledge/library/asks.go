package library

import "careeradvisor/knowledge"

// Asks sums up the questions that documents are known to answer.
type Asks struct {
	Questions, Misses int      // that are answered, and near misses
	Sections          int      // that have questions
	Without           []string // sections with text but no question, in documents where other sections have some
}

// Asks sums up the questions that the documents are known to answer.
func (g *Generation) Asks() (a Asks) {
	for _, d := range g.Documents() {
		for _, s := range d.Sections {
			a.Questions += len(s.Asks)
			a.Misses += len(s.Misses)
			if len(s.Asks) > 0 {
				a.Sections++
			}
		}
		a.Without = append(a.Without, unasked(d)...)
	}
	return a
}

// unasked are the sections of a document that have text but no question, if others have some.
func unasked(d knowledge.Document) (without []string) {
	asked := false
	for _, s := range d.Sections {
		asked = asked || len(s.Asks)+len(s.Misses) > 0
		if len(s.Asks) == 0 && len(s.Passages) > 0 {
			without = append(without, knowledge.Citation{Doc: d.ID, Section: s.Name()}.Name())
		}
	}
	if !asked {
		return nil
	}
	return without
}
