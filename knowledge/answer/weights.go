package answer

import (
	"fmt"
	"strconv"
	"strings"

	"careeradvisor/knowledge"
)

// Weights are what the engine weighs by. Package score fits them.
type Weights struct {
	Find  [features]float64 // of the search, to choose whose tokens are compared
	Rank  [features]float64 // of those, with their tokens
	Judge [signals]float64  // of the confidence
	Hear  [hearings]float64 // of what was heard

	Answer  float64 // at least so confident, it answers
	Nearest float64 // at least so confident, it offers the nearest
	Heard   float64 // at least so surely what was heard asks what the documents answer

	// Mean and Deviation are those of the cosines of questions and passages that have
	// nothing to do with one another but the collection; those of a small collection are
	// taken as these as far as it lacks passages to tell.
	Mean, Deviation       float64
	AskMean, AskDeviation float64 // of the cosines of questions on one subject
	// TokenMean and TokenDeviation are those of the likeness token by token of the first
	// candidates.
	TokenMean, TokenDeviation float64
	Talk, TalkOrNothing       float64 // cosine to an utterance from which on a message is talk: in any case, or where it would not answer
}

// enoughPassages is how many passages give the mean of a collection as well as the
// weights do.
const enoughPassages = 100

// like is how like a passage is to a question: its cosine over the mean of all passages,
// in three deviations; 0 for one without a vector.
func (w *Weights) like(c *knowledge.Comparison, cosine float32) float64 {
	if cosine == 0 {
		return 0
	}
	n := float64(len(c.Passages))
	mean := (c.Mean*n + w.Mean*enoughPassages) / (n + enoughPassages)
	deviation := (c.Deviation*n + w.Deviation*enoughPassages) / (n + enoughPassages)
	return (float64(cosine) - mean) / deviation / 3
}

// likeTokens is how like a passage is token by token, in three deviations.
func (w *Weights) likeTokens(cosine float64) float64 {
	return (cosine - w.TokenMean) / w.TokenDeviation / 3
}

// likeAsk is how like a question is to an ask: its cosine over the mean of questions on
// one subject, in three deviations.
func (w *Weights) likeAsk(a knowledge.NearAsk) float64 {
	return max(0, (a.Cosine-w.AskMean)/w.AskDeviation/3)
}

// fitted are the weights in use: a start by hand, until they are fitted.
var fitted = Weights{
	Find: [features]float64{
		ofWords:   1.56,
		ofShare:   0.569,
		ofNearest: 1.76,
		ofWhole:   1.53,
		ofAsk:     1,
		ofSubject: 0.91,
		ofOpening: -0.0411,
		ofShort:   -0.566,
		ofItem:    -0.168,
		ofNamed:   0.124,
	},
	Rank: [features]float64{
		ofWords:   1.04,
		ofShare:   0.729,
		ofNearest: 1.31,
		ofWhole:   1.02,
		ofAsk:     0.8,
		ofSubject: 0.753,
		ofOpening: -0.118,
		ofShort:   -0.345,
		ofItem:    -0.0234,
		ofNamed:   0.119,
		ofTokens:  0.95,
	},
	Judge: [signals]float64{
		bias:          -1.746,
		byTokens:      1.48,
		byTokensMean:  0.3738,
		byNearest:     1.064,
		byShare:       0.07656,
		byUnknown:     -0.1612,
		byAsk:         2,
		byMiss:        -3,
		byForeign:     -1.3,
		byMargin:      1.322,
		byNamed:       0.1546,
		byQuantity:    -1.734,
		byCarried:     0.796,
		byLength:      -1.243,
		bySubject:     0.7946,
		byUnknownName: -1.573,
	},
	Hear: [hearings]float64{
		hearBias:     -3.06,
		hearSure:     0.57,
		hearMark:     1.05,
		hearOpening:  0.73,
		hearIndirect: 0.21,
		hearPerson:   -0.83,
		hearYou:      -2.3,
		hearLength:   3.25,
		hearTokens:   -0.18,
	},

	Answer:  0.52,
	Nearest: 0.15,
	Heard:   0.6,

	Mean: 0.555, Deviation: 0.042,
	AskMean: 0.57, AskDeviation: 0.0535,
	TokenMean: 0.65, TokenDeviation: 0.06,
	Talk: 0.88, TalkOrNothing: 0.82,
}

// Fitted returns the weights in use.
func Fitted() Weights { return fitted }

// The constants that weights are indexed by, as they are written here.
var (
	featureConstants = [features]string{"ofWords", "ofShare", "ofNearest", "ofWhole", "ofAsk", "ofMiss", "ofSubject", "ofOpening", "ofShort", "ofItem", "ofNamed", "ofTokens"}
	signalConstants  = [signals]string{"bias", "byTokens", "byTokensMean", "byNearest", "byShare", "byUnknown", "byAsk", "byMiss", "byForeign", "byMargin", "byNamed", "byQuantity", "byCarried", "byLength", "bySubject", "byUnknownName"}
	hearingConstants = [hearings]string{"hearBias", "hearSure", "hearMark", "hearOpening", "hearIndirect", "hearPerson", "hearYou", "hearTalk", "hearLength", "hearTokens"}
)

// Source is the weights as Go source of this package, rounded.
func (w Weights) Source() string {
	var b strings.Builder
	b.WriteString("Weights{\n")
	put := func(name, value string) { fmt.Fprintf(&b, "\t%s: %s,\n", name, value) }
	put("Find", literal("features", featureConstants[:], w.Find[:]))
	put("Rank", literal("features", featureConstants[:], w.Rank[:]))
	put("Judge", literal("signals", signalConstants[:], w.Judge[:]))
	put("Hear", literal("hearings", hearingConstants[:], w.Hear[:]))
	for _, f := range []struct {
		name  string
		value float64
	}{
		{"Answer", w.Answer}, {"Nearest", w.Nearest}, {"Heard", w.Heard},
		{"Mean", w.Mean}, {"Deviation", w.Deviation}, {"AskMean", w.AskMean}, {"AskDeviation", w.AskDeviation},
		{"TokenMean", w.TokenMean}, {"TokenDeviation", w.TokenDeviation},
		{"Talk", w.Talk}, {"TalkOrNothing", w.TalkOrNothing},
	} {
		put(f.name, rounded(f.value))
	}
	return b.String() + "}"
}

// literal is an array with the constants that it is indexed by.
func literal(size string, constants []string, values []float64) string {
	var all []string
	for i, v := range values {
		if v != 0 {
			all = append(all, constants[i]+": "+rounded(v))
		}
	}
	return "[" + size + "]float64{" + strings.Join(all, ", ") + "}"
}

// rounded is a number with the four digits that mean something.
func rounded(v float64) string { return strconv.FormatFloat(v, 'g', 4, 64) }
