package answer

import (
	"regexp"
	"slices"
	"strings"

	"careeradvisor/knowledge/text"
)

// asks reports whether a message asks something, so that an advisor that listens to
// a thread can leave people alone who talk to each other: it has a question mark,
// opens as questions do, or is a fragment that names what documents speak of
// ("salary in India"). Where it is in doubt the message asks nothing: who is not
// answered asks again, who is interrupted is annoyed.
func (e *Engine) asks(t string) bool {
	for _, s := range text.Sentences(strings.Join(strings.Fields(plainText(t)), " ")) {
		if e.sentenceAsks(s) {
			return true
		}
	}
	return false
}

func (e *Engine) sentenceAsks(s string) bool {
	if endsInMark(s) {
		return true
	}
	parts := breaks.Split(s, -1)
	names := len(parts) > 1 && e.isFragmentOnTopic(text.Words(parts[0]), parts[0]) // "TPM or PM, who …"
	for _, part := range parts[1:] {
		if e.goesOnAsking(part, names) {
			return true
		}
	}
	all := text.Words(s)
	ws := withoutGreeting(all)
	if len(ws) == 0 || e.isComment(ws) {
		return false
	}
	if len(ws) > 2 && places[ws[0].Text] && questionWords[ws[1].Text] {
		ws = ws[1:] // "at which level"
	}
	texts := text.Texts(ws)
	for _, w := range wondering {
		if at := text.Index(texts, w); at >= 0 && at <= maxBeforeWondering {
			return true
		}
	}
	switch first := texts[0]; {
	case inviting[first]:
		return len(ws) > 1
	case questionWords[first]:
		return e.wordAsks(ws)
	case askers[first], modals[first]:
		return e.verbAsks(ws)
	}
	return e.isFragmentOnTopic(ws, s) || continues(all) && len(ws) <= maxFragment && e.pointsAtKnown(ws)
}

// continues tells words that open like a question that goes on: "and hardware".
func continues(ws []text.Word) bool {
	return slices.ContainsFunc(ws[:min(2, len(ws))], func(w text.Word) bool { return w.Text == "and" || w.Text == "n" || w.Text == "or" })
}

// pointsAtKnown tells words of which one is told by number or carries a question
// that the documents may answer.
func (e *Engine) pointsAtKnown(ws []text.Word) bool {
	if _, ok := ordinalOf(ws); ok {
		return true
	}
	return slices.ContainsFunc(e.read(strings.Join(text.Texts(ws), " ")).terms, func(t term) bool {
		return t.weight > telling && e.corpus.knows(t.Stem) && !stating[t.Text]
	})
}

// maxBeforeWondering is how many words may stand before "want to know" and the
// like: "hey all, I really would …".
const maxBeforeWondering = 5

// endsInMark tells a sentence with a question mark behind it or behind a word,
// quotes, brackets and further signs aside; that of an address marks nothing.
func endsInMark(s string) bool {
	return strings.Contains(s, "? ") || strings.HasSuffix(strings.TrimRight(s, ` "'”’)]*_!.~`), "?")
}

// breaks are signs inside a sentence after which a question may begin.
var breaks = regexp.MustCompile(`, |: | - | – |\.\.+ ?|… ?`)

// goesOnAsking reports whether what stands behind a break asks: by its order of words
// ("…, what skills do I need", but not "…, what I need"), or since it opens like a
// question and is on topic, as what stands before may be by names.
func (e *Engine) goesOnAsking(part string, names bool) bool {
	ws := withoutGreeting(text.Words(part))
	if len(ws) < 3 || firstPerson(ws) && !isTurned(text.Texts(ws)) || !questionWords[ws[0].Text] && !askers[ws[0].Text] {
		return false
	}
	return names || isTurned(text.Texts(ws)) || e.onTopic(ws)
}

// openers are words with which a question begins whose verb may be any.
var openers = text.Set("what whats how why")

// isTurned tells a question by the verb before its subject.
func isTurned(ws []string) bool {
	if !questionWords[ws[0]] {
		return false
	}
	for i := 1; i+1 < len(ws) && i <= 3; i++ {
		if askers[ws[i]] && !questionWords[ws[i]] {
			return i == 1 && openers[ws[0]] || speakers[ws[i+1]] || i > 1 && beginSubject[ws[i+1]]
		}
	}
	return false
}

// withoutGreeting drops what people say before they come to the point.
func withoutGreeting(ws []text.Word) []text.Word {
	for len(ws) > 1 && beforeThePoint[ws[0].Text] {
		ws = ws[1:]
	}
	return ws
}

// wordAsks reports whether a sentence that opens with "what", "how" and the like asks:
// "when I was there" tells something, unless it is about a role or facet.
func (e *Engine) wordAsks(ws []text.Word) bool {
	if len(ws) == 1 {
		return true // "why"
	}
	next := ws[1].Text
	tells := speakers[next] || next == "a" || next == "an" || ws[0].Text == "who" && next == "knows"
	return !tells || !firstPerson(ws) && e.onTopic(ws)
}

// verbAsks reports whether a sentence that opens with a form of "to be", "do" or "can"
// asks: its subject follows, and not what an order or a half sentence goes on with
// ("do not", "will do", "was great").
func (e *Engine) verbAsks(ws []text.Word) bool {
	if len(ws) < 3 {
		return false
	}
	next := ws[1]
	switch ws[0].Text {
	case "do":
		if next.Text == "it" || next.Text == "this" || next.Text == "that" {
			return len(ws) > 4 && e.onTopic(ws)
		}
	case "have":
		if text.IsArticle(next.Text) || next.Text == "it" {
			return false // "have a nice day"
		}
	}
	switch {
	case speakers[next.Text], beginSubject[next.Text], e.roleWords[next.Stem], e.aliasOf[text.Singular(next.Text)] != nil:
		return true
	case stating[next.Text], isTalk(next.Text):
		return false // "would love to", "was great"
	case modals[ws[0].Text] && text.Singular(next.Text) != next.Text: // "can engineers switch", but not "will check"
		return true
	}
	return e.onTopic(ws) || !modals[ws[0].Text] && e.corpus.knows(next.Stem)
}

// isFragmentOnTopic tells a few words without a subject and a verb that name a
// role, a thing or a facet: "salary in India", "and for a senior one".
func (e *Engine) isFragmentOnTopic(ws []text.Word, sentence string) bool {
	if len(ws) > maxTopic || strings.HasSuffix(sentence, "!") || slices.ContainsFunc(ws, func(w text.Word) bool { return stating[w.Text] }) {
		return false
	}
	stems := text.StemsOf(ws)
	for _, o := range goingOn {
		if len(stems) >= len(o) && slices.Equal(stems[:len(o)], o) {
			return true
		}
	}
	return e.onTopic(ws)
}

// maxTopic is how many words a fragment has at most.
const maxTopic = 9

// onTopic reports whether words name a role, a labelled thing, or plainly a facet.
func (e *Engine) onTopic(ws []text.Word) bool {
	r := e.read(strings.Join(text.Texts(ws), " "))
	return len(r.roles) > 0 || len(r.labels) > 0 || r.asksPlainly() && !r.facet().whole && len(r.facets[0].by) > 0
}

// isComment tells a short sentence of praise, wishes or regret: "what a great
// answer", "good luck with the interview".
func (e *Engine) isComment(ws []text.Word) bool {
	return len(ws) <= maxTopic && slices.ContainsFunc(ws, func(w text.Word) bool { return comments[w.Text] || smallTalk[0].words[w.Text] }) &&
		!(questionWords[ws[0].Text] && e.onTopic(ws))
}

// firstPerson tells words in which somebody speaks of themselves.
func firstPerson(ws []text.Word) bool {
	return slices.ContainsFunc(ws, func(w text.Word) bool { return w.Text == "i" || w.Text == "we" })
}
