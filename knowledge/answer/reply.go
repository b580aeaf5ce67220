package answer

import (
	"fmt"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// maxNear is how many headings a refusal offers.
const maxNear = 3

// reply makes the answer from what was found: one, or the parts of a message together.
func (e *Engine) reply(fs []*finding) knowledge.Answer {
	if len(fs) == 1 {
		return e.replyTo(fs[0])
	}
	var parts []knowledge.Answer
	var missing []string
	for _, f := range fs {
		if a := e.replyTo(f); a.Kind == knowledge.Answered {
			parts = append(parts, a)
		} else {
			missing = append(missing, "“"+strings.TrimRight(f.reading.own, "?.! ")+"”")
		}
	}
	a := together(parts)
	if len(missing) > 0 {
		a.Note = "My documents don't answer " + knowledge.InWords(missing, "or") + "."
	}
	return a
}

// replyTo answers, offers the nearest headings, or refuses.
func (e *Engine) replyTo(f *finding) (a knowledge.Answer) {
	switch {
	case f.composed != nil && f.confidence >= e.weights.Answer:
		a = f.composed.answer()
		a.Suggestions = e.next(a.Citations)
		if f.composed.more > 0 {
			a.Note = fmt.Sprintf("… and %d more.", f.composed.more)
		}
		if f.reading.against {
			a.Note = strings.TrimSpace(a.Note + fmt.Sprintf(" My documents aren't about the role “%s”.", f.reading.foreign[0]))
		}
	default:
		if choice, ok := e.whichOne(f); ok {
			a = choice
			break
		}
		a = e.refuse(f)
	}
	a.Confidence = f.confidence
	a.Why = e.explain(f, a)
	return a
}

// refuse says that the documents do not answer, and what comes closest. It states nothing
// that was not looked up: a word is said to be missing only where no document has it.
func (e *Engine) refuse(f *finding) knowledge.Answer {
	r := f.reading
	lead := "My documents don't answer that."
	switch {
	case e.isForeign(r):
		lead = "I can only read " + knowledge.InWords(e.languages(), "and") + ": please ask me in that language."
	case f.signals[byForeign] > 0:
		lead = fmt.Sprintf("My documents aren't about the role “%s”.", r.foreign[0])
	default:
		var unknown []string
		for _, name := range r.unknownNames() {
			if !text.HasDigit(name) && len(unknown) < 2 && len(name) <= 30 {
				unknown = append(unknown, "“"+name+"”")
			}
		}
		if len(unknown) > 0 {
			lead = "My documents don't answer that: they never mention " + knowledge.InWords(unknown, "or") + "."
		}
	}
	a := knowledge.Answer{Kind: knowledge.Refuse, Shape: knowledge.Prose}
	if f.confidence >= e.weights.Nearest && !e.isForeign(r) {
		a.Suggestions = f.nearest()
	}
	if len(a.Suggestions) > 0 {
		lead += " The closest I have:"
	} else {
		a.Suggestions = e.examples(maxNear)
	}
	a.Lead = lead
	return a
}

// nearest are the headings over the first candidates.
func (f *finding) nearest() (out []string) {
	for _, c := range f.gathered.candidates[:min(judged, len(f.gathered.candidates))] {
		h := c.in.Section.Title()
		if h == "" {
			h = c.in.Section.Doc.Title
		}
		if h != "" && len(out) < maxNear && !slices.Contains(out, h) {
			out = append(out, h)
		}
	}
	return out
}

// maxVague is how many words that carry meaning a question may have at most to be asked
// back about.
const maxVague = 2

// whichOne asks back if a question names nobody and several roles or levels answer it
// about equally well.
func (e *Engine) whichOne(f *finding) (knowledge.Answer, bool) {
	r := f.reading
	if len(r.named) > 0 || len(r.foreign) > 0 || r.carried || content(r.own) > maxVague || f.confidence < e.weights.Nearest {
		return knowledge.Answer{}, false
	}
	var names []string
	first := f.gathered.candidates[:min(judged, len(f.gathered.candidates))]
	for _, c := range first {
		of := c.about(e.roles)
		if len(of) != 1 || c.share < 0.6*first[0].share || of[0].Role < 0 {
			continue
		}
		if n := e.roles.Name(of[0]); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	if len(names) < 2 {
		return knowledge.Answer{}, false
	}
	names = names[:min(len(names), maxNear)]
	a := knowledge.Answer{Kind: knowledge.Clarify, Shape: knowledge.Prose, Lead: "Which one do you mean: " + knowledge.InWords(names, "or") + "?"}
	for _, n := range names {
		a.Suggestions = append(a.Suggestions, strings.TrimRight(r.own, "?!. ")+", as "+article(n)+" "+n+"?")
	}
	return a, true
}

// article is the one before a name: "an SRE", since initials are spelled out.
func article(name string) string {
	first, _, _ := strings.Cut(name, " ")
	vowels := "AEIOUaeiou"
	if len(first) > 1 && first == strings.ToUpper(first) {
		vowels = "AEFHILMNORSX"
	}
	if name != "" && strings.ContainsRune(vowels, rune(name[0])) {
		return "an"
	}
	return "a"
}

// together puts the answers to the parts of a message one after another.
func together(parts []knowledge.Answer) knowledge.Answer {
	a := parts[0]
	for _, p := range parts[1:] {
		at := make([]int, len(p.Citations))
		for i, c := range p.Citations {
			k := slices.IndexFunc(a.Citations, func(o knowledge.Citation) bool { return o.Doc == c.Doc && o.Section == c.Section })
			if k < 0 {
				k = len(a.Citations)
				a.Citations = append(a.Citations, c)
			}
			at[i] = k
		}
		if p.Lead != "" {
			a.Also = append(a.Also, knowledge.Point{Text: p.Lead, Cites: moved(p.LeadCites, at)})
		}
		for _, pt := range p.Points {
			a.Also = append(a.Also, flat(pt, p.Columns, at)...)
		}
		a.Confidence = min(a.Confidence, p.Confidence)
	}
	return a
}

// flat is a point as prose: a row as its cells, what is inside it after it.
func flat(p knowledge.Point, columns []string, at []int) (out []knowledge.Point) {
	if p.Text != "" {
		out = append(out, knowledge.Point{Label: p.Label, Text: p.Text, Cites: moved(p.Cites, at)})
	}
	for i, c := range p.Cells {
		if c.Text != "" {
			label := p.Label
			if i < len(columns) {
				label = strings.Trim(label+" › "+columns[i], " ›")
			}
			out = append(out, knowledge.Point{Label: label, Text: c.Text, Cites: moved(c.Cites, at)})
		}
	}
	for _, in := range p.Inside {
		out = append(out, flat(in, nil, at)...)
	}
	return out
}

func moved(cites, at []int) (out []int) {
	if at == nil {
		return cites
	}
	for _, c := range cites {
		out = append(out, at[c])
	}
	return out
}
