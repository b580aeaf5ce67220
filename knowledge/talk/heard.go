package talk

import (
	"regexp"
	"slices"
	"strings"

	"careeradvisor/knowledge/text"
	"careeradvisor/knowledge/weights"
)

var (
	person  = regexp.MustCompile(`<@[A-Z0-9]+|^@\w+|^\p{Lu}\p{Ll}+(?:,| [–-])\s|, \p{Lu}\p{Ll}+[?!.]*$`)
	anybody = text.Set("anyone anybody someone somebody everyone wonder wondering")
	asking  = text.Set("how what who whom when where why which is are do does can")
)

// Heard measures a message that was not addressed to the advisor: as it was sent, and
// without markup; with the confidence in the answer to it, and how like that is token by
// token.
func Heard(sent, plain string, confidence, tokens float64) (s [weights.Hearings]float64) {
	words := text.Texts(text.Words(plain))
	has := func(of func(string) bool) float64 { return weights.Indicator(slices.ContainsFunc(words, of)) }
	s[weights.HearBias] = 1
	s[weights.HearSure] = weights.Logit(confidence)
	s[weights.HearMark] = weights.Indicator(strings.Contains(plain, "?"))
	s[weights.HearOpening] = weights.Indicator(slices.ContainsFunc(text.Sentences(plain), func(sentence string) bool {
		ws := text.Words(sentence)
		return len(ws) > 0 && asking[ws[0].Text]
	}))
	s[weights.HearIndirect] = has(func(w string) bool { return anybody[w] })
	s[weights.HearPerson] = weights.Indicator(person.MatchString(sent))
	s[weights.HearYou] = has(func(w string) bool { return w == "you" || w == "your" })
	s[weights.HearLength] = float64(len(words)) / 20
	s[weights.HearTokens] = tokens
	return s
}
