package roles

import (
	_ "embed"
	"strconv"
	"strings"

	"careeradvisor/knowledge/text"
)

//go:embed occupations.txt
var occupations string

// lexicon says how much a word looks like the last word of an occupation's name, 0 to 1. It is one
// sign of several: "editor" and "server" are people and programs.
type lexicon map[string]float64

func newLexicon() lexicon {
	l := lexicon{}
	sure := 0.0
	for line := range strings.Lines(occupations) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		if n, err := strconv.Atoi(line); err == nil {
			sure = sureness(n)
			continue
		}
		for _, w := range strings.Fields(line) {
			l[one(w)] = sure
		}
	}
	return l
}

// sureness is how much it says about a word that it ends at least n titles of occupations.
func sureness(n int) float64 {
	switch {
	case n >= 100:
		return 1
	case n >= 30:
		return commonSure
	case n >= 10:
		return 0.6
	}
	return 0.4
}

const (
	// commonSure is for a word that ends at least thirty titles of occupations.
	commonSure = 0.8
	// agentSure is for the ending of an agent noun ("-er").
	agentSure = 0.3
	// rankSure is for a word such as "lead" at the end of a name of two words or more.
	rankSure = 0.6
	// capsSure is for capitals ("SME"): most are initials of things.
	capsSure = 0.2
)

// agents are endings of agent nouns.
var agents = [...]string{"er", "or", "ist", "eer", "ian", "man", "woman", "person"}

// head is how much the last word of a name looks like the last word of an occupation's.
func (l lexicon) head(name []token) float64 {
	last := name[len(name)-1]
	if sure, ok := l[last.one]; ok {
		return sure
	}
	if len(name) > 1 && ranks[last.one] {
		return rankSure
	}
	if last.caps && len(last.text) <= 5 {
		return capsSure
	}
	for _, end := range agents {
		if len(last.one) > len(end)+2 && strings.HasSuffix(last.one, end) {
			return agentSure
		}
	}
	return 0
}

// ranks are the words that set a level before the name of a job; some end one too
// ("tech lead", "research assistant").
var ranks = text.Set(`
	junior jr senior sr staff principal lead associate assistant trainee apprentice graduate intern
	mid midlevel midweight entry distinguished
`)
