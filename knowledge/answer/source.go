package answer

import (
	"fmt"
	"strconv"
	"strings"
)

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
