package talk

import (
	_ "embed" // of the weights
	"regexp"
	"strconv"
	"strings"

	"careeradvisor/knowledge/weights"
)

// What people write to one another is a question to everybody or something else: what
// happened, what they think, whether Mira is coming. asking has the weights of a message's
// vector by which these are told apart, the first by itself; score/asking_generate.go
// fits them.
//
//go:embed asking.txt
var asking string

func askingWeights() (w []float64) {
	for line := range strings.FieldsSeq(asking) {
		v, err := strconv.ParseFloat(line, 64)
		if err != nil {
			panic("asking.txt: " + err.Error()) // it is in the binary
		}
		w = append(w, v)
	}
	return w
}

// mention is a person in a message as Slack writes one.
var mention = regexp.MustCompile(`<@[^>]+>`)

// Asks returns how likely a message that was not addressed to the advisor asks everybody
// something, as a logit; 0 without vectors.
func (t *Talk) Asks(message string) float64 {
	if t.query == nil {
		return 0
	}
	x := []float64{1}
	for _, v := range t.query(mention.ReplaceAllString(message, "@sam")) {
		x = append(x, float64(v))
	}
	return weights.Dot(t.asking, x)
}

// Heard returns the signals of a message that was not addressed to the advisor, and of the
// confidence in the answer to it.
func (t *Talk) Heard(message string, confidence float64) [weights.Hearings]float64 {
	return [weights.Hearings]float64{weights.HearBias: 1, weights.HearSure: weights.Logit(confidence), weights.HearAsks: t.Asks(message)}
}
