package answer

import "strings"

// need is what kind of thing a question asks for that its evidence has to hold.
type need struct {
	phrases []string // ways of asking for it
	has     func(e *Engine, p *passage) bool
}

// needs is the table of such kinds. "How long does it take?" is not answered by a
// sentence without a duration, however many of its words stand there.
var needs = []need{
	{[]string{"how long", "how many hours", "how many years", "how many months", "how many weeks", "how many days"}, hasDuration},
	{[]string{
		"how much does it cost", "how expensive", "what does it cost", "price", "cost",
	}, hasWord(set("cost price fee fees costs free paid ₹ $ € £"))},
	{[]string{
		"which companies", "what companies", "which company", "which employers", "which tools", "what tools", "which software",
		"which books", "what books", "which language", "which programming language", "which websites", "which countries", "which country",
		"which apps", "which framework", "which frameworks", "what tool", "which tool",
	}, hasName},
	{[]string{"what percentage", "what percent", "what proportion", "how many percent", "which percentage"}, hasPercent},
	{[]string{"how many", "how big", "how large", "how old", "how far", "how tall"}, hasFigure},
	{[]string{
		"long hours", "the hours", "working hours", "work hours", "hours long", "overtime", "evenings", "weekends",
	}, hasWord(set("hours overtime evening evenings weekend weekends"))},
	{[]string{"right now", "this year", "next year", "this week", "this month"}, hasWord(set("now year week month"))},
}

var durations = set("year years month months week weeks day days hour hours decade minutes")

func hasDuration(_ *Engine, p *passage) bool {
	ws := split(p.Text)
	for i, w := range ws {
		if durations[w.text] && i > 0 && (isNumber(ws[i-1].text) || numberWords[ws[i-1].text]) {
			return true
		}
	}
	return false
}

func hasPercent(_ *Engine, p *passage) bool {
	return strings.Contains(p.Text, "%") || strings.Contains(p.Text, "percent") || strings.Contains(p.Text, "per cent")
}

func hasFigure(_ *Engine, p *passage) bool {
	for _, w := range split(p.Text) {
		if isNumber(w.text) || numberWords[w.text] {
			return true
		}
	}
	return false
}

var numberWords = set("two three four five six seven eight nine ten eleven twelve dozen hundred")

func hasWord(words map[string]bool) func(*Engine, *passage) bool {
	return func(_ *Engine, p *passage) bool {
		for _, w := range split(p.Text) {
			if words[w.text] {
				return true
			}
		}
		return false
	}
}

// hasName tells whether a passage names something: a capital inside a sentence.
func hasName(e *Engine, p *passage) bool {
	for _, w := range split(p.Body()) {
		if w.named && !function[w.text] && !e.roleWords[w.stem] {
			return true
		}
	}
	return false
}
