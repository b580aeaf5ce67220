package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/text"
)

// Documents of frequent questions, and answers that people give to a question that was
// left open, head each answer by its question. Where the same is asked, the answer is
// what stands there, and nothing beside it.

// frequent is a section whose heading asks something.
type frequent struct {
	section int
	about   topic
}

// findFrequent finds the headings that end in a question mark, and that can be understood by themselves.
// The latest documents come first, and of those of a day the last: of two headings that
// ask the same the later was written to mend the other.
func (e *Engine) findFrequent() []frequent {
	var out []frequent
	for i := len(e.corpus.sections) - 1; i >= 0; i-- {
		s := &e.corpus.sections[i]
		h := outline.Unnumbered(s.Heading())
		if len(s.passages) == 0 || h == "" || !endsInMark(h) || pointsAtSomething(text.Words(h)) {
			continue
		}
		out = append(out, frequent{i, e.topicOf(h)})
	}
	slices.SortStableFunc(out, func(a, b frequent) int {
		return strings.Compare(e.corpus.sections[b.section].Doc.Date, e.corpus.sections[a.section].Doc.Date)
	})
	return out
}

// sameHeading is the share of what carries a question and a heading that has to be
// common before one is taken for the other: all but a word that tells little.
const sameHeading = 0.8

// answerToSame answers a question that a heading asks.
func (e *Engine) answerToSame(question string, r *reading) (knowledge.Answer, bool) {
	if len(e.frequent) == 0 || r.before != nil { // what goes on in a thread asks for more than it says
		return knowledge.Answer{}, false
	}
	asked := e.topicOf(question)
	best, most := -1, sameHeading
	for _, f := range e.frequent {
		if f.about.roles != asked.roles {
			continue
		}
		if share := asked.shared(&f.about, e); share > most || share == most && best < 0 {
			best, most = f.section, share
		}
	}
	if best < 0 {
		return knowledge.Answer{}, false
	}
	return e.section(best)
}

// section says what stands in a section: its list, or else its paragraphs. A section
// with a table, or that is too long to be said, is left to the search for facts.
func (e *Engine) section(s int) (knowledge.Answer, bool) {
	b := e.newBuilder()
	shape := knowledge.Prose
	size := 0
	for _, i := range e.corpus.sections[s].passages {
		p := &e.corpus.passages[i]
		switch size += utf8.RuneCountInString(p.Text) + perItem; {
		case p.Kind == knowledge.Row:
			return knowledge.Answer{}, false
		case p.Kind == knowledge.Step:
			shape = knowledge.Steps
		case p.Kind == knowledge.Item && shape == knowledge.Prose:
			shape = knowledge.List
		}
	}
	if size > maxList {
		return knowledge.Answer{}, false
	}
	for n, i := range e.corpus.sections[s].passages {
		p := &e.corpus.passages[i]
		switch {
		case p.Kind == knowledge.Paragraph && n == 0 && shape != knowledge.Prose:
			b.a.Lead, b.a.LeadCites = p.Text, []int{b.cite(p)}
		case p.Kind == knowledge.Paragraph && shape != knowledge.Prose:
			b.a.Also = append(b.a.Also, knowledge.Point{Text: p.Text, Cites: []int{b.cite(p)}})
		default:
			b.add(knowledge.Point{Label: p.Label, Text: p.Body(), Cites: []int{b.cite(p)}})
		}
	}
	return b.answer(shape, wholeSure), true
}
