package answer

import (
	"strings"

	"careeradvisor/knowledge/text"
)

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
	}, hasWord(text.Set("cost price fee fees costs free paid ₹ $ € £"))},
	{[]string{
		"which companies", "what companies", "which company", "which employers", "which tools", "what tools", "which software",
		"which books", "what books", "which language", "which programming language", "which websites", "which countries", "which country",
		"which apps", "which framework", "which frameworks", "what tool", "which tool",
	}, hasName},
	{[]string{"what percentage", "what percent", "what proportion", "how many percent", "which percentage"}, hasPercent},
	{[]string{"how many", "how big", "how large", "how old", "how far", "how tall"}, hasFigure},
	{[]string{
		"long hours", "the hours", "working hours", "work hours", "hours long", "overtime", "evenings", "weekends",
	}, hasWord(text.Set("hours overtime evening evenings weekend weekends"))},
	{[]string{"right now", "this year", "next year", "this week", "this month"}, hasWord(text.Set("now year week month"))},
}

var durations = text.Set("year years month months week weeks day days hour hours decade minutes")

func hasDuration(_ *Engine, p *passage) bool {
	ws := text.Words(p.Text)
	for i, w := range ws {
		if durations[w.Text] && i > 0 && (text.HasDigit(ws[i-1].Text) || numberWords[ws[i-1].Text]) {
			return true
		}
	}
	return false
}

func hasPercent(_ *Engine, p *passage) bool {
	return strings.Contains(p.Text, "%") || strings.Contains(p.Text, "percent") || strings.Contains(p.Text, "per cent")
}

func hasFigure(_ *Engine, p *passage) bool {
	for _, w := range text.Words(p.Text) {
		if text.HasDigit(w.Text) || numberWords[w.Text] {
			return true
		}
	}
	return false
}

var numberWords = text.Set("two three four five six seven eight nine ten eleven twelve dozen hundred")

func hasWord(words map[string]bool) func(*Engine, *passage) bool {
	return func(_ *Engine, p *passage) bool {
		for _, w := range text.Words(p.Text) {
			if words[w.Text] {
				return true
			}
		}
		return false
	}
}

// hasName reports whether a passage names something: a capital inside a sentence.
func hasName(e *Engine, p *passage) bool {
	for _, w := range text.Words(p.Body()) {
		if w.Named && !text.IsFunction(w.Text) && !e.roleWords[w.Stem] {
			return true
		}
	}
	return false
}
