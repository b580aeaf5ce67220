package answer

import (
	"strings"

	"careeradvisor/knowledge/text"
)

// intent is how a question is asked.
type intent string

const (
	fact    intent = "fact"
	define  intent = "define"
	compare intent = "compare"
	howTo   intent = "how-to" // how the person can do it, not how others do
	list    intent = "list"
	yesNo   intent = "yes/no"
)

// intents is the table of intents: the first whose word or phrase stands in the
// question wins. Those with start set have to open it.
var intents = []struct {
	intent  intent
	start   bool
	phrases []string
}{
	{compare, false, []string{
		"vs", "difference", "differences", "diff", "differ", "differs", "compare", "compared", "comparison", "distinguish", "distinction",
		"compares", "comparing",
	}},
	{howTo, false, []string{
		"how do i", "how can i", "how to", "how should i", "how would i", "how do you", "how does one", "how can you", "how could i",
		"how might i", "steps to", "way to become", "ways to become", "how do we", "best way to", "what should i do to",
		"what do i need to do to", "help me",
	}},
	{list, false, []string{"list", "what are the", "which are", "name the", "enumerate", "what types", "what kinds", "all the"}},
	{yesNo, true, []string{"do", "does", "is", "are", "can", "could", "should", "will", "would", "has", "have", "did", "must", "am"}},
	{define, true, []string{"what is", "what are", "who is", "define", "what does"}},
}

// intentOf is how a question is asked: for a fact where no row of the table fits.
func intentOf(ws []text.Word) intent {
	texts := text.Texts(ws)
	for _, row := range intents {
		for _, p := range row.phrases {
			if at := text.Index(texts, strings.Fields(p)); at == 0 || at > 0 && !row.start {
				return row.intent
			}
		}
	}
	return fact
}
