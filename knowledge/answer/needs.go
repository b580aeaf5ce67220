package answer

// need is what kind of thing a question asks for that its evidence has to hold.
type need struct {
	phrases []string // ways of asking for it
	has     func(p *passage) bool
}

// needs is the table of such kinds. "How long does it take?" is not answered by a
// sentence without a duration, however many of its words stand there.
var needs = []need{
	{[]string{"how long", "how many hours", "how many years", "how many months", "how many weeks", "how many days"}, hasDuration},
	{[]string{"how much does it cost", "how expensive", "what does it cost", "price", "cost"}, hasWord(set("cost price fee fees costs free paid ₹ $ € £"))},
	{[]string{"which companies", "what companies", "which company", "which employers", "which tools", "what tools", "which software", "which books", "what books", "which language",
		"which programming language", "which websites", "which countries", "which country", "which apps", "which framework", "which frameworks", "what tool", "which tool"}, hasName},
	{[]string{"right now", "this year", "next year", "this week", "this month"}, hasWord(set("now year week month"))},
}

// lacks tells whether the evidence lacks what the question needs, or one of the
// names in it.
func (e *Engine) lacks(r *reading, found []*evidence, unmet []term) bool {
	for _, t := range unmet {
		if t.named && !e.c.knows(t.stem) {
			return true
		}
	}
	stems := stemsOf(r.words)
	for _, n := range needs {
		for _, p := range n.phrases {
			if indexOf(stems, stemText(p)) >= 0 && !anyHas(found, n.has) {
				return true
			}
		}
	}
	return r.intent == howTo && !e.instructs(r, found)
}

func anyHas(found []*evidence, has func(*passage) bool) bool {
	for _, ev := range found {
		if has(ev.passage) {
			return true
		}
	}
	return false
}

// instructs tells whether the evidence for a how-to stands where a document tells
// how to do something: under a heading of the facet, or one that names what is to be done.
func (e *Engine) instructs(r *reading, found []*evidence) bool {
	if f := r.facet(); f != nil && r.facets[0].weight >= 1 {
		return true
	}
	for _, t := range r.content() {
		if t.weight <= chatterWeight {
			continue
		}
		for _, ev := range found {
			on := false
			e.c.ancestors(ev.passage.section, func(s *section) {
				for _, h := range s.stems {
					on = on || h == t.stem
				}
			})
			if on {
				return true
			}
		}
	}
	return false
}

var durations = set("year years month months week weeks day days hour hours decade minutes")

func hasDuration(p *passage) bool {
	number, unit := false, false
	for _, w := range split(p.Text) {
		number = number || isNumber(w.text) || numberWords[w.text]
		unit = unit || durations[w.text]
	}
	return number && unit
}

var numberWords = set("two three four five six seven eight nine ten eleven twelve dozen hundred")

func hasWord(words map[string]bool) func(*passage) bool {
	return func(p *passage) bool {
		for _, w := range split(p.Text) {
			if words[w.text] {
				return true
			}
		}
		return false
	}
}

// hasName tells whether a passage names something: a capital inside a sentence.
func hasName(p *passage) bool {
	for _, w := range split(p.Body()) {
		if w.named && !function[w.text] {
			return true
		}
	}
	return false
}
