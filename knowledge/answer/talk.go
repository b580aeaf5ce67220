package answer

import (
	"context"
	_ "embed" // of the utterances
	"slices"
	"strings"
	"sync"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// utterances are examples of what people say that is not a question about documents, in
// groups.
//
//go:embed utterances.txt
var utterances string

// talk recognises small talk by its likeness to the utterances.
type talk struct {
	reader  Reader
	said    []utterance
	vectors func() [][]float32 // of said; made once
}

type utterance struct{ group, text, key string }

func newTalk(r Reader) *talk {
	t := &talk{reader: r}
	group := ""
	for _, line := range strings.Split(utterances, "\n") {
		if name, ok := strings.CutPrefix(line, "# "); ok {
			group = name
		} else if line != "" {
			t.said = append(t.said, utterance{group, line, text.Key(text.Plain(line))})
		}
	}
	t.vectors = sync.OnceValue(func() (all [][]float32) {
		for _, u := range t.said {
			all = append(all, r.Query(u.text))
		}
		return all
	})
	return t
}

// like is the group of the utterance that a message is most like, with the cosine; 1
// where it has the same words.
func (t *talk) like(s string) (group string, cosine float64) {
	key := text.Key(s)
	for _, u := range t.said {
		if u.key == key {
			return u.group, 1
		}
	}
	if t.reader == nil {
		return "", 0
	}
	v := t.reader.Query(s)
	for i, u := range t.vectors() {
		c := 0.
		for k := range v {
			c += float64(v[k]) * float64(u[k])
		}
		if c > cosine {
			group, cosine = t.said[i].group, c
		}
	}
	return group, cosine
}

// replies are what is said to the groups.
var replies = map[string]string{
	"greeting":     "Hello! ",
	"thanks":       "You're welcome. ",
	"bye":          "Take care! ",
	"how it works": "I look up your question in my documents, and tell you what they say and where they say it. I make nothing up. ",
	"distress":     "I'm sorry, that sounds hard. I only know what my documents say, but people here will listen; talk to someone you trust. ",
	"anger":        "I'm sorry that didn't help. Try asking it another way, or ask a person. ",
	"praise":       "Thank you! ",
	"ok":           "Good. ",
	"demand":       "I can't do that: I only answer from my documents. ",
	"more":         "Ask me about anything in my documents. ",
	"shorter":      "Ask me something, and I'll keep it short. ",
	"one sentence": "Ask me something, and I'll keep it short. ",
}

// isReworking reports whether a group asks for the previous answer in another form.
func isReworking(group string) bool {
	return group == "shorter" || group == "more" || group == "one sentence"
}

// chat replies to a message that is not a question.
func (e *Engine) chat(group string) knowledge.Answer {
	a := knowledge.Answer{Kind: knowledge.Help, Shape: knowledge.Prose, Confidence: 1, Suggestions: e.examples(maxNear)}
	if group == "demand" {
		a.Kind = knowledge.Refuse
	}
	a.Lead = strings.TrimSpace(replies[group] + e.offer())
	return a
}

// offer says what the documents are about.
func (e *Engine) offer() string {
	var names []string
	for _, r := range e.roles.Roles() {
		if e.corpus.has(r.Docs) {
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

// maxOffered is how many roles are named in one breath.
const maxOffered = 3

// beyondTalk is the confidence from which a message is not small talk, whatever it
// resembles.
const beyondTalk = 0.85

// small replies to a message that is small talk rather than a question that the
// documents answer; ok is false for a question.
func (e *Engine) small(ctx context.Context, m message, earlier []string, fs []*finding) (a knowledge.Answer, ok bool, err error) {
	if !slices.ContainsFunc(text.Words(m.whole), func(w text.Word) bool { return w.Text != "" }) {
		return e.chat("greeting"), true, nil
	}
	if fs[0].reading.abroad {
		return a, false, nil
	}
	sure := 0.
	for _, f := range fs {
		sure = max(sure, f.confidence)
	}
	if sure >= beyondTalk {
		return a, false, nil
	}
	group, cosine := e.talk.like(m.whole)
	if cosine < e.weights.Talk && (cosine < e.weights.TalkOrNothing || sure >= e.weights.Answer) {
		return a, false, nil
	}
	if isReworking(group) && len(earlier) > 0 {
		a, err = e.rework(ctx, group, earlier)
		return a, true, err
	}
	return e.chat(group), true, nil
}

// rework answers the question before in another form: shorter, or with more.
func (e *Engine) rework(ctx context.Context, group string, earlier []string) (knowledge.Answer, error) {
	last := earlier[len(earlier)-1]
	f, err := e.inThread(ctx, tidy(last).whole, earlier[:len(earlier)-1])
	if err != nil || f.composed == nil || f.confidence < e.weights.Answer {
		return e.chat(group), err
	}
	if group == "more" {
		f.composed = e.furtherOn(f)
		return e.replyTo(f), nil
	}
	if f.composed.shape == knowledge.Prose {
		best := f.gathered.candidates[0]
		b := &composed{shape: knowledge.Prose, passages: map[string]bool{}}
		ss := text.Sentences(best.Text)
		b.add(point{text: ss[e.bestSentence(f.reading, ss)], from: []*passage{best.passage}})
		f.composed = b
	}
	return e.replyTo(f), nil
}

// furtherOn says the passages that come after those of an answer.
func (e *Engine) furtherOn(f *finding) *composed {
	b := &composed{shape: knowledge.Prose, passages: map[string]bool{}}
	for _, c := range f.gathered.candidates {
		if !f.composed.passages[c.ID] && len(b.points) < maxPoints {
			e.say(f, b, c.passage)
		}
	}
	if len(b.points) == 0 {
		return f.composed
	}
	return b
}
