package answer

import (
	"regexp"
	"slices"
	"strings"

	"careeradvisor/knowledge/text"
)

// The signals by which a message that was not addressed to the advisor is told to ask
// what the documents answer.
const (
	hearBias     = iota
	hearSure     // logit of the confidence of the answer
	hearMark     // a question mark
	hearOpening  // a sentence of it begins like a question
	hearIndirect // "anyone", "someone": the question is put to all
	hearPerson   // it mentions somebody, or calls somebody by name
	hearYou      // it speaks to "you"
	hearTalk     // cosine to the nearest utterance of small talk, over 0.8, by 0.2
	hearLength   // words/20
	hearTokens   // likeness of the best passage token by token
	hearings
)

var (
	person  = regexp.MustCompile(`<@[A-Z0-9]+|^@\w+|^\p{Lu}\p{Ll}+(?:,| [–-])\s|, \p{Lu}\p{Ll}+[?!.]*$`)
	anybody = text.Set("anyone anybody someone somebody everyone wonder wondering")
	asking  = text.Set("how what who whom when where why which is are do does can")
)

// hear measures a message that was heard.
func (e *Engine) hear(raw string, m message, f *finding) (s [hearings]float64) {
	ws := text.Texts(text.Words(m.whole))
	s[hearBias] = 1
	p := min(max(f.confidence, 0.001), 0.999)
	s[hearSure] = logit(p)
	s[hearMark] = indicator(strings.Contains(m.whole, "?"))
	for _, sentence := range text.Sentences(m.whole) {
		if w := text.Words(sentence); len(w) > 0 && asking[w[0].Text] {
			s[hearOpening] = 1
		}
	}
	s[hearIndirect] = indicator(slices.ContainsFunc(ws, func(w string) bool { return anybody[w] }))
	s[hearPerson] = indicator(person.MatchString(raw))
	s[hearYou] = indicator(slices.Contains(ws, "you") || slices.Contains(ws, "your"))
	_, like := e.talk.like(m.whole)
	s[hearTalk] = (like - 0.8) / 0.2
	s[hearLength] = float64(len(ws)) / 20
	s[hearTokens] = f.signals[byTokens]
	return s
}

// answersHeard reports whether a message that was heard is a question that the documents
// answer well.
func (e *Engine) answersHeard(raw string, m message, f *finding) bool {
	if f.composed == nil {
		return false
	}
	s := e.hear(raw, m, f)
	return f.confidence >= e.weights.Answer && logistic(dot(e.weights.Hear[:], s[:])) >= e.weights.Heard
}
