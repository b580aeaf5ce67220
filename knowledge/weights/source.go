package weights

import (
	"fmt"
	"strconv"
	"strings"
)

// The constants that index the weights, as this package spells them.
var (
	featureConstants = [Features]string{"OfWords", "OfShare", "OfNearest", "OfWhole", "OfAsk", "OfSubject", "OfOpening", "OfShort", "OfItem", "OfNamed", "OfTokens"}
	signalConstants  = [Signals]string{"Bias", "ByTokens", "ByTokensMean", "ByNearest", "ByShare", "ByUnknown", "ByAsk", "ByMiss", "ByForeign", "ByMargin", "ByNamed", "ByQuantity", "ByCarried", "ByLength", "BySubject", "ByDescription", "ByUnknownName"}
	hearingConstants = [Hearings]string{"HearBias", "HearSure", "HearAsks"}
)

// Source is the weights as Go source of this package, rounded.
func (w Table) Source() string {
	var b strings.Builder
	b.WriteString("Table{\n")
	put := func(name, value string) { fmt.Fprintf(&b, "\t%s: %s,\n", name, value) }
	put("Find", literal("Features", featureConstants[:], w.Find[:]))
	put("Rank", literal("Features", featureConstants[:], w.Rank[:]))
	put("Judge", literal("Signals", signalConstants[:], w.Judge[:]))
	put("Hear", literal("Hearings", hearingConstants[:], w.Hear[:]))
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

// literal is an array written with the constants that index it.
func literal(size string, constants []string, values []float64) string {
	var all []string
	for i, v := range values {
		if v != 0 {
			all = append(all, constants[i]+": "+rounded(v))
		}
	}
	return "[" + size + "]float64{" + strings.Join(all, ", ") + "}"
}

// rounded is a number rounded to the four digits that matter.
func rounded(v float64) string { return strconv.FormatFloat(v, 'g', 4, 64) }
