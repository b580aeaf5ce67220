package weights

import (
	"strconv"
	"strings"
)

// The constants that index the weights, as this package spells them.
var (
	featureConstants = [Features]string{"OfWords", "OfShare", "OfNearest", "OfWhole", "OfAsk", "OfSubject", "OfShort", "OfItem", "OfNamed", "OfTokens"}
	signalConstants  = [Signals]string{"Bias", "ByTokens", "ByNearest", "ByAsk", "ByMiss", "ByForeign", "ByMargin", "ByNamed", "ByQuantity", "ByCarried", "ByLength", "BySubject", "ByDescription", "ByMissingName", "ByReading"}
	hearingConstants = [Hearings]string{"HearBias", "HearSure", "HearAsks"}
)

// Source is what a fit changes, as lines of Go source for the table of this package, rounded.
func (w Table) Source() string {
	return "\tFind: " + literal("Features", featureConstants[:], w.Find[:]) + ",\n" +
		"\tRank: " + literal("Features", featureConstants[:], w.Rank[:]) + ",\n" +
		"\tJudge: " + literal("Signals", signalConstants[:], w.Judge[:]) + ",\n" +
		"\tHear: " + literal("Hearings", hearingConstants[:], w.Hear[:]) + ",\n" +
		"\tHeard: " + rounded(w.Heard) + ",\n"
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
