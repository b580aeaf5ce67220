package talk

import (
	_ "embed" // of the utterances
	"math"
	"strings"

	"careeradvisor/knowledge/text"
)

// utterances are examples, in groups, of what people say that is not a question about documents.
//
//go:embed utterances.txt
var utterances string

// directions are the vectors of the utterances, in their order: a signed byte for each number.
// Encoding them would take as long as ten answers. go test -update writes them.
//
//go:embed utterances.vectors
var directions string

// Talk recognises small talk. It may be used by many goroutines at once.
type Talk struct {
	query  func(text string) []float32
	asking []float64 // weights of a message's vector, after a constant
	said   []utterance
}

type utterance struct{ group, text, key string }

// New makes a Talk that gets vectors from query, which must use the weights in the binary; if query
// is nil, it recognises only the utterances themselves.
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
	for i, u := range t.said {
		if c := likeness(v, directions[i*len(v):]); c > cosine {
			group, cosine = u.group, c
		}
	}
	return group, cosine
}

// likeness is the cosine of a vector of length one to a direction.
func likeness(v []float32, direction string) float64 {
	dot, squares := 0., 0.
	for i, x := range v {
		y := float64(int8(direction[i]))
		dot += float64(x) * y
		squares += y * y
	}
	return dot / math.Sqrt(squares)
}
