package answer

import (
	"regexp"
	"strings"

	"careeradvisor/knowledge/text"
)

// opensWith reports whether a text begins with one of the openings, in any case.
func opensWith(s string, openings []string) bool {
	s = strings.ToLower(s)
	for _, o := range openings {
		if strings.HasPrefix(s, o) {
			return true
		}
	}
	return false
}

// givens open clauses that say what is taken for granted, not what is asked:
// "since they earn so much, …".
var givens = []string{
	"since ", "as ", "given ", "given that ", "now that ", "because ", "if ", "so if ", "although ", "though ", "while ", "considering ",
	"assuming ", "say ", "ok so ", "i ", "i'm ", "im ", "i've ", "my ", "we ", "we've ",
}

// continuations are the openings of questions that go on from the one before.
var continuations = []string{
	"and", "also", "but", "or", "so", "then", "any", "which one", "which of", "what about", "how about", "what if", "and if", "same for",
	"more", "tell me more", "go on", "what else", "anything else", "why", "why not",
}

// continuationStems are made once: every question is held against them.
var continuationStems = stemsOfEach(continuations)

func stemsOfEach(texts []string) [][]string {
	var out [][]string
	for _, t := range texts {
		out = append(out, text.Stems(t))
	}
	return out
}

// leansBack are the openings of sentences that need the one before them.
var leansBack = []string{
	"they ", "their ", "he ", "she ", "it ", "it's ", "it’s ", "its ", "this ", "that ", "these ", "those ", "such ", "the former",
	"the latter", "additionally", "also,", "as a result", "by doing", "for example", "for instance", "furthermore", "however",
	"in addition", "in contrast", "in other words", "in this way", "in turn", "instead", "likewise", "moreover", "not only", "similarly",
	"still,", "therefore", "thus", "ultimately",
}

// leans reports whether a sentence needs the one before it to be understood.
func leans(sentence string) bool { return opensWith(sentence, leansBack) }

// announcing matches a question, a line that ends in a colon, and "it is important
// to note …".
var announcing = regexp.MustCompile(`(?i)^it(['’]s| is) (also )?(important|essential|worth|crucial|necessary|useful)` +
	` to (understand|note|highlight|remember|mention|know)|[?:]$`)

// announces tells a sentence that asks or announces and says nothing itself.
func announces(sentence string) bool { return announcing.MatchString(sentence) }
