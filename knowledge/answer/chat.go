package answer

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/text"
	"careeradvisor/knowledge/weights"
)

// replies are the replies to each group of small talk.
var replies = map[string]string{
	"greeting":     "Hello! ",
	"thanks":       "You're welcome. ",
	"bye":          "Take care! ",
	"how it works": "I look up your question in my documents, and tell you what they say and where they say it. I don't make anything up. ",
	"distress":     "I'm sorry, that sounds hard. I only know what my documents say, but people here will listen; talk to someone you trust. ",
	"anger":        "I'm sorry that didn't help. Try asking it another way, or ask a person. ",
	"praise":       "Thank you! ",
	"ok":           "Good. ",
	"demand":       "I can't do that: I only answer from my documents. ",
	more:           "Ask me about anything in my documents. ",
	"shorter":      "Ask me something, and I'll keep it short. ",
	"one sentence": "Ask me something, and I'll keep it short. ",
}

// reworking are the groups that ask for the previous answer in another form.
var reworking = []string{more, "shorter", "one sentence"}

const more = "more"

// beyondTalk is the confidence at which a message is no longer small talk, whatever it resembles.
const beyondTalk = 0.85

// smallTalk returns the group of a message that is small talk rather than a question that
// the documents answer; "" for a question.
func (e *Engine) smallTalk(m reading.Message, fs []*finding) string {
	if len(text.Words(m.Whole)) == 0 {
		return "greeting"
	}
	sure := slices.MaxFunc(fs, func(a, b *finding) int { return cmp.Compare(a.confidence, b.confidence) }).confidence
	if fs[0].abroad || sure >= beyondTalk && !fs[0].question.Carried { // together with the question before it, any message would be just as sure
		return ""
	}
	group, cosine := e.talk.Like(m.Whole)
	w := e.finder.Weights
	if cosine < w.Talk && (cosine < w.TalkOrNothing || sure >= w.Answer) {
		return ""
	}
	return group
}

// chat replies to small talk, with the previous answer in another form or with what the documents are about.
func (e *Engine) chat(ctx context.Context, group string, earlier []string) (knowledge.Answer, error) {
	if slices.Contains(reworking, group) && len(earlier) > 0 {
		last := len(earlier) - 1
		f, err := e.inThread(ctx, reading.Tidy(earlier[last]).Whole, earlier[:last])
		if err != nil {
			return knowledge.Answer{}, fmt.Errorf("answer: %w", err)
		}
		if e.isSure(f) {
			rework := e.shaper.Shorter
			if group == more {
				rework = e.shaper.Further
			}
			f.draft = rework(f.question, f.evidence, f.draft)
			return e.reply(f), nil
		}
	}
	a := knowledge.Answer{Kind: knowledge.Help, Shape: knowledge.Prose, Confidence: 1, Suggestions: e.examples(maxNear)}
	if group == "demand" {
		a.Kind = knowledge.Refuse
	}
	a.Lead = replies[group] + e.offer()
	return a, nil
}

// maxOffered is how many roles are named at once.
const maxOffered = 3

// offer says what the documents are about.
func (e *Engine) offer() string {
	var names []string
	for _, r := range e.finder.Roles.Roles() {
		if slices.ContainsFunc(r.Docs, func(id string) bool { return e.finder.Docs.SectionsOf(id) != nil }) {
			names = append(names, strings.ToLower(r.Name))
		}
	}
	switch n := len(names); {
	case n == 0:
		return "I answer questions from my documents and tell you where I found each answer."
	case n > maxOffered:
		return "I answer questions about work here, and about roles like " + knowledge.InWords(names[:maxOffered], "and") + "."
	default:
		return "I answer questions about the work of a " + knowledge.InWords(names, "and") + ", from my documents."
	}
}

// answersHeard reports whether an overheard message is a question that the documents answer well.
func (e *Engine) answersHeard(sent string, f *finding) bool {
	if !e.isSure(f) {
		return false
	}
	s := e.talk.Heard(sent, f.confidence)
	return weights.Logistic(weights.Dot(e.finder.Weights.Hear[:], s[:])) >= e.finder.Weights.Heard
}
