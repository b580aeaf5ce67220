package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// smallTalk answers what is no question: nothing at all, signs only, a greeting,
// thanks, a request for help, a question about the advisor.
func (e *Engine) smallTalk(q knowledge.Question) (knowledge.Answer, bool) {
	ws := text.Words(plainText(q.Text))
	if len(ws) == 0 {
		return e.introduce(), true
	}
	texts := text.Texts(ws)
	bare := withoutCourtesy(texts)
	whole, rest := strings.Join(texts, " "), strings.Join(bare, " ")
	for _, row := range smallTalk {
		if slices.Contains(row.phrases, whole) || slices.Contains(row.phrases, rest) || courteous(texts, row.words) {
			return e.help(row.reply(e)), true
		}
	}
	if asksOfAdvisor(bare) {
		return e.help("I'm the career advisor, a program without a mind of its own. " + e.offer()), true
	}
	if len(q.Earlier) == 0 && !strings.Contains(q.Text, "?") && e.isMurmur(ws) {
		return e.introduce(), true
	}
	return knowledge.Answer{}, false
}

// withoutCourtesy drops the greeting before a request and the courtesy behind it:
// "hey, what can you do please".
func withoutCourtesy(ws []string) []string {
	for len(ws) > 1 && courtesyStart[ws[0]] {
		ws = ws[1:]
	}
	for len(ws) > 1 && courtesyEnd[ws[len(ws)-1]] {
		ws = ws[:len(ws)-1]
	}
	return ws
}

// courteous tells a message that has a word of the row, and otherwise nothing but
// grammar, courtesy and small talk.
func courteous(ws []string, row map[string]bool) bool {
	some := false
	for _, w := range ws {
		if !row[w] && !courtesy[w] && !text.IsFunction(w) && !anySmallTalk[w] {
			return false
		}
		some = some || row[w]
	}
	return some
}

// asksOfAdvisor tells a question about the advisor itself: "are you a robot".
func asksOfAdvisor(ws []string) bool {
	addressed := false
	for _, w := range ws {
		if !self[w] && !text.IsFunction(w) {
			return false
		}
		addressed = addressed || w == "you" || w == "your" || w == "yourself"
	}
	return addressed && askers[ws[0]]
}

// maxMurmur is how many words a message has at most that says nothing.
const maxMurmur = 5

// isMurmur tells a short message of courtesy, grammar and what is no word: "gn all",
// "hmm". A word of English that is neither makes it a question.
func (e *Engine) isMurmur(ws []text.Word) bool {
	if len(ws) > maxMurmur {
		return false
	}
	murmurs := false
	ws, _ = e.repair(ws)
	for _, w := range ws {
		names := e.roleWords[w.Stem] || e.aliasOf[text.Singular(w.Text)] != nil || text.HasDigit(w.Text) || w.Named && len(ws) > 1
		english := e.corpus.knows(w.Stem) || e.isEnglish(w.Text)
		if names || askers[w.Text] || english && !courtesy[w.Text] && !text.IsFunction(w.Text) {
			return false
		}
		murmurs = murmurs || courtesy[w.Text] || !english
	}
	return murmurs
}
