package answer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/shape"
	"careeradvisor/knowledge/text"
	"careeradvisor/knowledge/weights"
)

// maxNear is how many headings a refusal offers.
const maxNear = 3

// reply makes the answer from what was found for a message, or for its parts together, and says if it is not sure of it.
func (e *Engine) reply(fs ...*finding) (a knowledge.Answer) {
	if len(fs) == 1 {
		a = e.replyTo(fs[0])
	} else {
		a = e.replyToAll(fs)
	}
	if a.Kind == knowledge.Answered && a.Confidence < e.finder.Weights.Certain {
		a.Note = strings.TrimSpace(a.Note + " I'm not sure that this is what you asked for.")
	}
	return a
}

// replyToAll answers the questions that it can, and names the others.
func (e *Engine) replyToAll(fs []*finding) (a knowledge.Answer) {
	var drafts []*shape.Draft
	var missing []string
	for _, f := range fs {
		if !e.isSure(f) {
			missing = append(missing, "“"+strings.TrimRight(f.question.Own, "?.! ")+"”")
			continue
		}
		if drafts = append(drafts, f.draft); len(drafts) == 1 {
			a = e.replyTo(f)
		}
		a.Confidence = min(a.Confidence, f.confidence)
	}
	all := shape.Answer(drafts...)
	a.Also, a.Citations = all.Also, all.Citations
	if len(missing) > 0 {
		a.Note = "My documents don't answer " + knowledge.InWords(missing, "or") + "."
	}
	return a
}

// replyTo answers, asks back, or refuses.
func (e *Engine) replyTo(f *finding) (a knowledge.Answer) {
	if e.isSure(f) {
		a = shape.Answer(f.draft)
		a.Suggestions = e.next(a.Citations)
		var notes []string
		if f.draft.More > 0 {
			notes = append(notes, fmt.Sprintf("… and %d more.", f.draft.More))
		}
		if f.question.Against {
			notes = append(notes, fmt.Sprintf(aboutNo, f.question.Foreign[0]))
		}
		a.Note = strings.Join(notes, " ")
	} else if names := e.whichOne(f); len(names) > 1 {
		a = askBack(f.question.Own, names)
	} else {
		a = e.refuse(f)
	}
	a.Confidence = f.confidence
	a.Why = e.explain(f, a.Kind)
	return a
}

const aboutNo = "My documents aren't about the role “%s”."

// refuse says that the documents do not answer, and what comes closest.
func (e *Engine) refuse(f *finding) knowledge.Answer {
	a := knowledge.Answer{Kind: knowledge.Refuse, Shape: knowledge.Prose, Lead: e.refusal(f)}
	if f.confidence >= e.finder.Weights.Nearest && !f.question.IsForeign() {
		a.Suggestions = f.nearest()
	}
	if len(a.Suggestions) > 0 {
		a.Lead += " The closest I have:"
	} else {
		a.Suggestions = e.examples(maxNear)
	}
	return a
}

// refusal says why there is no answer. It claims only what was checked: it calls a word missing
// only if no document has it.
func (e *Engine) refusal(f *finding) string {
	switch {
	case f.question.IsForeign():
		return "I can only read " + knowledge.InWords(e.languages(), "and") + ": please ask me in that language."
	case f.signals[weights.ByForeign] > 0:
		return fmt.Sprintf(aboutNo, f.question.Foreign[0])
	}
	var unknown []string
	for _, name := range f.question.Unknown() {
		if !text.HasDigit(name) && len(unknown) < 2 && len(name) <= 30 {
			unknown = append(unknown, "“"+name+"”")
		}
	}
	if len(unknown) > 0 {
		return "My documents don't answer that: they never mention " + knowledge.InWords(unknown, "or") + "."
	}
	return "My documents don't answer that."
}

// nearest returns the headings above the first candidates.
func (f *finding) nearest() (out []string) {
	for _, c := range f.evidence.First() {
		if h := cmp.Or(c.Section.Title(), c.Section.Doc.Title); h != "" && len(out) < maxNear && !slices.Contains(out, h) {
			out = append(out, h)
		}
	}
	return out
}

// whichOne names the roles or levels to choose from if a short question names none and several answer it about equally well.
func (e *Engine) whichOne(f *finding) (names []string) {
	const few, equally = 2, 0.6
	q := f.question
	if len(q.Named) > 0 || len(q.Foreign) > 0 || q.Carried || text.Content(q.Own) > few || f.confidence < e.finder.Weights.Nearest {
		return nil
	}
	first := f.evidence.First()
	for _, c := range first {
		of := e.finder.About(c.Place)
		if len(of) != 1 || c.Share < equally*first[0].Share || of[0].Role < 0 {
			continue
		}
		if n := e.finder.Roles.Name(of[0]); len(names) < maxNear && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return names
}

// askBack asks which of those with these names a question is about.
func askBack(own string, names []string) knowledge.Answer {
	a := knowledge.Answer{Kind: knowledge.Clarify, Shape: knowledge.Prose, Lead: "Which one do you mean: " + knowledge.InWords(names, "or") + "?"}
	for _, n := range names {
		a.Suggestions = append(a.Suggestions, strings.TrimRight(own, "?!. ")+", as "+text.Article(n)+" "+n+"?")
	}
	return a
}
