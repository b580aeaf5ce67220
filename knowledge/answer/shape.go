package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// Bounds of an answer, in characters.
const (
	wholeText    = 420  // a paragraph up to this is said whole, a longer one around its best sentence
	wholeSection = 500  // a section up to this is said whole
	shortList    = 400  // a list up to this is said whole even where one item was found
	wholeList    = 900  // a list up to this where several were
	enough       = 500  // an answer this long takes no further passage
	longest      = 1000 // of an answer in sentences
)

// further is how probable another passage must be, compared with the best, to be
// included.
const further = 0.35

// maxPoints is how many passages an answer in sentences has.
const maxPoints = 3

// composed is an answer in the making: points, and the passages that they say.
type composed struct {
	lead     *passage // which announces the points; nil for none
	leadText string
	shape    knowledge.Shape
	columns  []string
	points   []point
	also     []point // said after them, as prose
	extra    int     // how long the points are, while also is made
	more     int     // points left out
	passages map[string]bool
	headings []string // over what is said
}

// point is one thing that is said, with its place in the documents.
type point struct {
	label  string
	text   string
	from   []*passage
	cells  []cell
	inside []point
}

type cell struct {
	text string
	from *passage
}

// shape makes an answer from the evidence, in the form that it has in the document.
func (e *Engine) shape(f *finding) *composed {
	b := &composed{shape: knowledge.Prose, passages: map[string]bool{}}
	if e.compare(f, b) {
		return b
	}
	first := f.gathered.candidates
	first = first[:min(judged, len(first))]
	best := first[0]
	switch {
	case e.sequence(f, b, best.passage):
	case best.in.Sheet != nil:
		e.table(f, b, best.passage)
	case best.in.Item != nil && best.Kind != knowledge.Paragraph:
		e.list(f, b, best.passage)
	case b.section(best.passage):
	default:
		e.say(f, b, best.passage)
	}
	e.more(f, b)
	return b
}

// more says what else answers: passages not much less probable than the best, and where
// the question sets things against one another, those that it names.
func (e *Engine) more(f *finding, b *composed) {
	if b.shape != knowledge.Prose {
		said := b.points
		b.extra = b.length()
		b.points = nil
		defer func() { b.points, b.also = said, b.points }()
	}
	contrast := hasContrast(f.reading.own)
	first := f.gathered.candidates
	for i, c := range first[:min(2*judged, len(first))] {
		probable := i < judged && c.share >= further*first[0].share
		if b.passages[c.ID] || !probable && !(contrast && c.features[ofNamed] > 0) {
			continue
		}
		before := len(b.points)
		if before >= maxPoints || b.length()+b.extra > enough {
			return
		}
		e.say(f, b, c.passage)
		if b.length()+b.extra > longest {
			b.points = b.points[:before]
		}
	}
}

// say adds a passage as a point: with its list where it announces one, with the line
// that announces it where it is an item, or with its columns where it is a row.
func (e *Engine) say(f *finding, b *composed, p *passage) {
	pt := point{text: p.Text, from: []*passage{p}}
	switch {
	case p.in.Announces.List != nil:
		fits := wholeList
		if len(b.points) == 0 { // the line that announces it is what answers best
			fits = knowledge.MaxAnswer - 300
		}
		pt.inside = itemsOf(p.in.Announces.List.Items, e.corpus, fits)
	case p.in.Item != nil && p.in.Item.Passage.ID == p.ID && len(p.in.Item.Inside) > 0:
		pt.inside = insideOf(p.in.Item, e.corpus, wholeList)
	case utf8.RuneCountInString(p.Text) > wholeText:
		pt.text = e.excerpt(f.reading, p.Text)
	}
	if p.in.Item != nil && p.Label == "" && len(pt.text) < 120 {
		pt.label = p.in.Section.Title()
	}
	b.add(pt)
}

// section says a whole section where it is short and has nothing but paragraphs.
func (b *composed) section(p *passage) bool {
	n := 0
	s := p.in.Section
	if len(s.Passages) < 2 {
		return false
	}
	for _, bl := range s.Blocks {
		if bl.Passage == nil || bl.Passage.Kind == knowledge.Code {
			return false
		}
		n += utf8.RuneCountInString(bl.Passage.Text)
	}
	if n > wholeSection {
		return false
	}
	for i := range s.Passages {
		b.add(point{text: s.Passages[i].Text, from: []*passage{{Passage: &s.Passages[i], in: p.in, at: place{p.at.section, i}}}})
	}
	return true
}

// add adds a point and notes what it says.
func (b *composed) add(pt point) {
	b.points = append(b.points, pt)
	b.note(pt)
}

func (b *composed) note(pt point) {
	for _, p := range pt.from {
		b.passages[p.ID] = true
		if h := strings.Join(p.Passage.Section, " ") + " " + p.in.Section.Doc.Title; !slices.Contains(b.headings, h) {
			b.headings = append(b.headings, h)
		}
	}
	for _, c := range pt.cells {
		if c.from != nil {
			b.note(point{from: []*passage{c.from}})
		}
	}
	for _, in := range pt.inside {
		b.note(in)
	}
}

// excerpt is the sentences of a long text around the one that is nearest to a question.
func (e *Engine) excerpt(r *reading, s string) string {
	sentences := text.Sentences(s)
	best := e.bestSentence(r, sentences)
	from, to := best, best+1
	length := utf8.RuneCountInString(sentences[best])
	for {
		grown := false
		if to < len(sentences) && length+utf8.RuneCountInString(sentences[to]) <= wholeText {
			length += utf8.RuneCountInString(sentences[to])
			to++
			grown = true
		}
		if from > 0 && length+utf8.RuneCountInString(sentences[from-1]) <= wholeText {
			from--
			length += utf8.RuneCountInString(sentences[from])
			grown = true
		}
		if !grown {
			return strings.Join(sentences[from:to], " ")
		}
	}
}

// bestSentence is the sentence with most of the question's words, by rarity, and by the
// vectors' word where there are any.
func (e *Engine) bestSentence(r *reading, sentences []string) int {
	best, top := 0, -1.
	var cosines []float32
	if e.reader != nil && len(sentences) <= 12 {
		cosines = e.reader.MaxSim(r.text, sentences)
	}
	for i, s := range sentences {
		has := map[string]bool{}
		for _, w := range text.Words(s) {
			has[w.Stem] = true
		}
		score, _ := met(r.terms, has)
		if cosines != nil {
			score = 0.5*score + e.weights.likeTokens(float64(cosines[i]))
		}
		if score > top {
			best, top = i, score
		}
	}
	return best
}

// length is how many characters the answer has.
func (b *composed) length() int {
	n := utf8.RuneCountInString(b.leadText)
	var count func(ps []point)
	count = func(ps []point) {
		for _, p := range ps {
			n += utf8.RuneCountInString(p.label) + utf8.RuneCountInString(p.text) + 3
			for i, c := range p.cells {
				n += utf8.RuneCountInString(c.text) + 4
				if i < len(b.columns) {
					n += utf8.RuneCountInString(b.columns[i])
				}
			}
			count(p.inside)
		}
	}
	count(b.points)
	return n
}

// words are the stems of what is said and of the headings over it.
func (b *composed) words() map[string]bool {
	has := map[string]bool{}
	b.eachText(func(s string) {
		for _, w := range text.Words(s) {
			has[w.Stem] = true
		}
	})
	for _, h := range b.headings {
		for _, w := range text.Words(h) {
			has[w.Stem] = true
		}
	}
	return has
}

func (b *composed) eachText(f func(s string)) {
	f(b.leadText)
	var each func(ps []point)
	each = func(ps []point) {
		for _, p := range ps {
			f(p.label)
			f(p.text)
			for _, c := range p.cells {
				f(c.text)
			}
			each(p.inside)
		}
	}
	each(b.points)
	each(b.also)
	for _, c := range b.columns {
		f(c)
	}
}
