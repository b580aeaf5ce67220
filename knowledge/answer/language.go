package answer

import (
	"context"
	"maps"
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"careeradvisor/knowledge"
	detect "careeradvisor/knowledge/load/language"
	"careeradvisor/knowledge/text"
)

// Bounds of what is looked at for a question in another language than English.
const (
	byWordsAbroad = 20
	halfMet       = 0.5 // share of the question's words, of those that documents have, that a passage has to have
)

// abroad answers a question by the documents in its language, where that is not English.
// The encoder does not read it: the words decide. f is nil for a question that may be
// English.
func (e *Engine) abroad(ctx context.Context, s string) (f *finding, err error) {
	if len(e.corpus.foreign) == 0 {
		return nil, nil
	}
	hits, err := e.search.Search(ctx, knowledge.Query{Text: s, Limit: byWordsAbroad})
	if err != nil || len(hits) == 0 {
		return nil, err
	}
	spoken := e.corpus.docs[hits[0].Passage.Doc].Language
	if spoken == "" {
		return nil, nil
	}
	f = &finding{reading: &reading{text: s, own: s, terms: e.search.Terms(s), abroad: true}, gathered: &gathered{}}
	_, unknown := met(f.reading.terms, nil)
	for _, h := range hits {
		p, ok := e.corpus.find(h.Passage.ID)
		if ok && e.corpus.docs[p.Doc].Language == spoken && p.Kind != knowledge.Code {
			f.gathered.candidates = append(f.gathered.candidates, &candidate{passage: p, score: h.Share / max(1-unknown, 0.1)})
		}
	}
	f.gathered.share()
	if best := f.gathered.candidates[0]; best.score >= halfMet {
		f.gathered.candidates = f.gathered.candidates[:1]
		f.composed = e.shape(f)
		f.confidence = max(e.weights.Answer, best.score)
	} else if mayBeEnglish(s) {
		return nil, nil
	}
	return f, nil
}

// mayBeEnglish reports whether a text has words that hold English together.
func mayBeEnglish(s string) bool {
	return slices.ContainsFunc(text.Words(s), func(w text.Word) bool { return text.IsFunction(w.Text) })
}

// minForeign is how many words show that a text is in no language of the documents.
const minForeign = 2

// isForeign reports whether a question is in no language that the documents are in: it
// has no word of theirs but names of roles, and none of English grammar or more of another.
func (e *Engine) isForeign(r *reading) bool {
	names, unknown := map[string]bool{}, 0
	for _, n := range e.roles.In(r.own).Named {
		for w := range stemsOf(r.own[n.From:n.To]) {
			names[w] = true
		}
	}
	for _, t := range r.terms {
		switch {
		case names[text.Stem(t.Text)]:
		case t.Count > 0:
			return false
		default:
			unknown++
		}
	}
	return unknown >= minForeign && (!mayBeEnglish(r.own) || detect.Foreign(r.own))
}

// languages names those that the documents are in.
func (e *Engine) languages() (names []string) {
	if e.corpus.english {
		names = append(names, "English")
	}
	for _, code := range slices.Sorted(maps.Keys(e.corpus.foreign)) {
		name := code
		if tag, err := language.Parse(code); err == nil {
			name = display.English.Languages().Name(tag)
		}
		names = append(names, name)
	}
	return names
}
