package talk

import (
	_ "embed" // of the weights
	"regexp"
	"strconv"
	"strings"

	"careeradvisor/knowledge/weights"
)

// What people write to one another is a question to everybody or something else: what happened,
// what they think, whether Mira is coming. asking has the weights for a message's vector that tell
// these apart, the first being a constant; score/asking_generate.go fits them.
//
//go:embed asking.txt
var asking string

func askingWeights() (w []float64) {
	for number := range strings.FieldsSeq(asking) {
		v, _ := strconv.ParseFloat(number, 64) // a test reads them all
		w = append(w, v)
	}
	return w
}

// mention is a person in a message as Slack writes it.
var mention = regexp.MustCompile(`<@[^>]+>`)

// Heard returns the signals of a message that was not addressed to the advisor, including the
// confidence in its answer. Without vectors nothing shows what the message asks.
func (t *Talk) Heard(message string, confidence float64) (s [weights.Hearings]float64) {
	s[weights.HearBias], s[weights.HearSure] = 1, weights.Logit(confidence)
	if t.query != nil {
		s[weights.HearAsks] = t.asking[0]
		for i, v := range t.query(mention.ReplaceAllString(message, "@sam")) {
			s[weights.HearAsks] += t.asking[i+1] * float64(v)
		}
	}
	return s
}
