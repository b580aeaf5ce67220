package answer

import (
	"regexp"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/text"
)

// advice are verbs with which items begin that say what to do, not what is asked.
var advice = text.Set(`
	research practise practice rehearse arrive bring dress wear send read review study learn prepare ask write print sleep check
	follow join update get make take be keep remember avoid do don't never always find book come go look smile thank use try know
	understand start
`)

// areaColumn and questionColumn match the first column of tables whose rows are
// areas, or questions.
var (
	areaColumn     = regexp.MustCompile(`(?i)\b(areas?|topics?|skills?|competenc(y|ies|e)|subjects?|themes?|quality|qualities|traits?|criteri(on|a))\b`)
	questionColumn = regexp.MustCompile(`(?i)\bquestions?\b`)
)

// readItem takes an item or step under a heading on interviews: a question as it
// is, else its label or its text.
func (f *areaFinder) readItem(p *passage) {
	q := quote{p: p, whole: true}
	body := strings.Trim(p.Body(), " “”\"")
	switch {
	case strings.HasSuffix(body, "?") && len(p.units) <= 2:
		name := p.Label
		if name == "" {
			name = strings.TrimSuffix(body, "?")
		}
		f.addWhole(name, body, q)
	case p.Label != "":
		f.addWhole(p.Label, "", q)
	case len(p.units) == 1:
		f.addWhole(p.Text, "", q)
	}
}

// addWhole takes a text as the name of one area, unless it is advice.
func (f *areaFinder) addWhole(s, ask string, q quote) {
	if ws := text.Words(s); len(ws) == 0 || ask == "" && advice[ws[0].Text] {
		return
	}
	s = strings.TrimRight(asides.ReplaceAllString(s, ""), " .:;")
	for _, name := range whole(s) {
		f.add(name, ask, q)
	}
}

// readRow takes a table's row under a heading on interviews.
func (f *areaFinder) readRow(p *passage) {
	q := quote{p: p, whole: true}
	switch first := p.Columns[0]; {
	case questionColumn.MatchString(first):
		f.addWhole(strings.TrimSuffix(p.Cells[0], "?"), p.Cells[0], q)
	case areaColumn.MatchString(first):
		ask := ""
		for _, c := range p.Cells[1:] {
			if strings.HasSuffix(c, "?") {
				ask = c
			}
		}
		f.addWhole(p.Cells[0], ask, q)
	}
}

// addHeadings takes the headings inside a section on interviews that have nothing
// of their own: "Interview" over "Leadership" and "Technical design".
func (f *areaFinder) addHeadings() {
	quotedIn := map[int]bool{}
	for _, a := range f.areas {
		for _, q := range a.says {
			quotedIn[q.p.section] = true
		}
	}
	for i := range f.e.corpus.sections {
		s := &f.e.corpus.sections[i]
		if !f.mayHold(i) || s.facets[facetInterview] < headingSure || !f.e.isOnInterviews(i) || len(s.children) < 2 {
			continue
		}
		for _, ch := range s.children {
			sec := &f.e.corpus.sections[ch]
			p := f.e.opening(ch)
			if p == nil || quotedIn[ch] || !f.concerns(p) || sec.facets[facetInterview] > 0 || generalHeading.MatchString(sec.Heading()) || !f.e.isOnInterviews(ch) {
				continue
			}
			f.addWhole(outline.Unnumbered(sec.Heading()), "", quote{p: p})
		}
	}
}

// generalHeading matches headings that name nothing that is asked about.
var generalHeading = regexp.MustCompile(`(?i)\b(prepar\w*|tips?|advice|overview|introduction|summary|conclusion|questions?|what to expect|how to|resources|examples?)\b`)

// area is an area as it is given out, with what else the documents say about it.
func (f *areaFinder) area(k int) knowledge.Area {
	a := f.areas[k]
	b := f.e.newBuilder()
	for _, q := range a.says {
		b.add(knowledge.Point{Text: q.text(), Cites: []int{b.cite(q.p)}})
	}
	for _, ev := range f.further(a) {
		b.point(ev)
	}
	ask := a.ask
	if ask == "" {
		ask = askFor(a.name, k)
	}
	return knowledge.Area{Name: a.name, Ask: ask, Says: b.a.Points, Cited: b.a.Citations}
}

// asking are the questions put to a person about an area, in turn; they read well
// with any name.
var askings = []string{
	"Tell me about a time when this mattered in what you did: “%s”.",
	"Which example from your work shows this best: “%s”?",
	"What would you tell an interviewer about this: “%s”?",
}

// askFor is our question about the k-th area.
func askFor(name string, k int) string {
	return strings.Replace(askings[k%len(askings)], "%s", name, 1)
}
