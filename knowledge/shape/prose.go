package shape

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/evidence"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/text"
	"careeradvisor/knowledge/weights"
)

// Limits of an answer in sentences, in characters.
const (
	wholeText    = 420 // a paragraph up to this is said whole, a longer one around its best sentence
	wholeSection = 500 // a section up to this is said whole
	enough       = 500 // an answer this long takes no further passage
	longest      = 950 // of all, which leaves room for a note
)

// maxPoints is how many passages an answer in sentences has, or how many follow another shape.
const maxPoints = 3

// section gives a whole section if it is short and consists only of paragraphs.
func (w *writer) section(best *outline.Place) bool {
	s, n := best.Section, 0
	for _, b := range s.Blocks {
		if b.Passage == nil || b.Passage.Kind == knowledge.Code {
			return false
		}
		n += utf8.RuneCountInString(b.Passage.Text)
	}
	if len(s.Passages) < 2 || n > wholeSection || s.IsFragment(s.Passages[0].Text) {
		return false
	}
	for i := range s.Passages {
		w.add(w.point(&s.Passages[i], s.Passages[i].Text))
	}
	return true
}

// prose gives a passage as sentences.
func (w *writer) prose(best *outline.Place) bool {
	w.add(w.passage(best, true))
	return true
}

// passage turns a passage into a point: with the list that it introduces, all of it if that answers best, with what is
// inside it if it is an item, and inside the outer item if it is nested in one. Of a row, it takes the nearest cell.
func (w *writer) passage(p *outline.Place, best bool) point {
	pt := w.point(p.Passage, p.Text)
	switch {
	case p.Sheet != nil && len(p.Cells) > 1:
		c := 1 + w.bestSentence(p.Cells[1:])
		pt.label, pt.text = p.Sheet.RowName(p.Row)+" › "+p.Sheet.Columns[c], w.excerpt(p.Cells[c], wholeText)
	case p.Announces != nil:
		all := p.Announces.Items
		if pt.inside = w.items(all, wholeList); len(pt.inside) == len(all) || !best {
			break
		}
		if pt.inside = w.items(all, mostOfList); areLabelled(all) {
			pt.inside = w.itemsBy(all, mostOfList, func(p *knowledge.Passage) string {
				if w.question.Has(p.Label) {
					return p.Text
				}
				return p.Label
			})
		}
	case p.Item != nil && p.Item.Passage.ID == p.ID && len(p.Item.Inside) > 0:
		pt.inside = append(pt.inside, w.inside(p.Item, wholeList)...)
	default:
		pt = w.point(p.Passage, w.excerpt(p.Text, wholeText))
	}
	if p.Label == "" && (p.Item != nil && len(pt.text) < 120 || p.Section.IsFragment(pt.text)) {
		pt.label = p.Section.Title()
	}
	if p.Item != nil && p.Item.List.In != nil && !w.said[p.Item.List.In.Passage.ID] {
		around := w.point(p.Item.List.In.Passage, p.Item.List.In.Passage.Text)
		around.inside = []point{pt}
		return around
	}
	return pt
}

// addFurther adds what else answers: passages not much less probable than the best, those with a label beside it that the
// question names too and, if it contrasts things, all that it names. They are further points of prose, and follow any other shape.
func (w *writer) addFurther() {
	into := &w.also
	if w.Shape == knowledge.Prose {
		into = &w.points
	}
	length := func() int { // a line that announces points counts twice: they answer, and leave less room
		return utf8.RuneCountInString(w.lead.text) + w.length() + lengthOf(w.also, nil)
	}
	first, best := len(w.evidence.First()), w.evidence.Candidates[0]
	for i, c := range w.evidence.Candidates[:min(2*first, len(w.evidence.Candidates))] {
		beside := c.Section == best.Section && w.question.Has(c.Label) && w.question.Has(best.Label)
		isNamed := beside || w.question.Contrasts && c.Features[weights.OfNamed] > 0
		if w.said[c.ID] || !(i < first && w.isProbable(c)) && !isNamed {
			continue
		}
		if len(*into) >= maxPoints || length() > enough {
			break
		}
		pt := w.passage(c.Place, len(*into) == 0)
		if *into = append(*into, pt); length() > longest {
			*into = (*into)[:len(*into)-1]
			continue
		}
		w.note(pt)
	}
	slices.SortStableFunc(*into, func(a, b point) int { // in one section, a passage may refer to those before it
		return cmp.Compare(a.from[0].IndexIn(best.Section), b.from[0].IndexIn(best.Section))
	})
}

// Further makes a draft of the passages that come after those of another; if there are none, it says the same again.
func (s *Shaper) Further(q *reading.Question, e *evidence.Evidence, d *Draft) *Draft {
	w := s.writer(q, e)
	for _, c := range e.Candidates {
		if !d.said[c.ID] && len(w.points) < maxPoints {
			w.add(w.passage(c.Place, len(w.points) == 0))
		}
	}
	if len(w.points) == 0 {
		return d
	}
	return w.Draft
}

// Shorter keeps the best sentence of prose, and leaves any other shape as it is.
func (s *Shaper) Shorter(q *reading.Question, e *evidence.Evidence, d *Draft) *Draft {
	if d.Shape != knowledge.Prose {
		return d
	}
	w := s.writer(q, e)
	best := w.best()
	sentences := text.Sentences(best.Text)
	w.add(w.point(best.Passage, sentences[w.bestSentence(sentences)]))
	return w.Draft
}

// excerpt is a text of at most so many characters, or the sentences of a longer one around the one nearest to the question.
func (w *writer) excerpt(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	sentences := text.Sentences(s)
	from := w.bestSentence(sentences)
	to := from + 1
	length := utf8.RuneCountInString(sentences[from])
	fits := func(i int) bool {
		if i < 0 || i == len(sentences) || length+utf8.RuneCountInString(sentences[i]) > most {
			return false
		}
		length += utf8.RuneCountInString(sentences[i])
		return true
	}
	for fits(from - 1) { // what comes first says what the rest is about
		from--
	}
	for fits(to) {
		to++
	}
	return strings.Join(sentences[from:to], " ")
}

// bestSentence is the index of the sentence that has most of the question's words, weighted by rarity, and, if there
// are few enough to compare, is most similar token by token.
func (w *writer) bestSentence(sentences []string) (best int) {
	const few = 12
	var cosines []float32
	if w.Encoder != nil && len(sentences) <= few {
		cosines = w.Encoder.MaxSim(w.question.Text, sentences)
	}
	top := -1.
	for i, s := range sentences {
		score, _ := w.question.Met(text.StemsIn(s))
		if cosines != nil {
			score = 0.5*score + w.Weights.LikeTokens(float64(cosines[i]))
		}
		if score > top {
			best, top = i, score
		}
	}
	return best
}
