package talk

import (
	_ "embed" // of the utterances
	"strings"
	"sync"

	"careeradvisor/knowledge/text"
)

// utterances are examples of what people say that is not a question about documents, in
// groups.
//
//go:embed utterances.txt
var utterances string

// Talk recognises small talk. It may be used by many goroutines at once.
type Talk struct {
	query   func(text string) []float32
	asking  []float64 // weights of a message's vector, after a constant
	said    []utterance
	vectors func() [][]float32 // of said; computed once
}

type utterance struct{ group, text, key string }

// New makes a Talk that compares the vectors of texts; if query is nil, it recognises only the
// utterances themselves.
func New(query func(text string) []float32) *Talk {
	t := &Talk{query: query, asking: askingWeights()}
	group := ""
	for line := range strings.SplitSeq(utterances, "\n") {
		if name, ok := strings.CutPrefix(line, "# "); ok {
			group = name
		} else if line != "" {
			t.said = append(t.said, utterance{group, line, text.Key(text.Plain(line))})
		}
	}
	t.vectors = sync.OnceValue(func() (all [][]float32) {
		for _, u := range t.said {
			all = append(all, query(u.text))
		}
		return all
	})
	return t
}

// Like returns the group of the utterance most similar to a message, and the cosine, which is 1 if
// it has the same words.
func (t *Talk) Like(s string) (group string, cosine float64) {
	key := text.Key(s)
	for _, u := range t.said {
		if u.key == key {
			return u.group, 1
		}
	}
	if t.query == nil {
		return "", 0
	}
	v := t.query(s)
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
