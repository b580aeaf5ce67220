package practice

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// The stems of all words about interviews, and about questions.
var (
	interviewStem = text.Stem("interview")
	questionStem  = text.Stem("question")
)

// onInterviews reports whether a heading is about interviews.
func onInterviews(heading string) bool { return slices.Contains(text.Stems(heading), interviewStem) }

// speaksOfInterviews reports whether a document's title or one of its headings is about interviews.
func speaksOfInterviews(d *knowledge.Document) bool {
	return onInterviews(d.Title) || slices.ContainsFunc(d.Sections, func(s knowledge.Section) bool { return onInterviews(s.Heading()) })
}

// areaReader collects what one document says about interview areas.
type areaReader struct {
	roles *roles.Index
	doc   *knowledge.Document
	found []saying
}

func (r *areaReader) read(o *outline.Outline) {
	for i, s := range o.Sections {
		if !isOn(r.doc, s.Path) || r.isOfAnother(s) {
			continue
		}
		before := len(r.found)
		r.blocks(i, s)
		if len(r.found) == before {
			r.heading(i, s)
		}
	}
}

// isOn reports whether a section is under a title or heading about interviews.
func isOn(d *knowledge.Document, path []string) bool {
	return onInterviews(d.Title) || slices.ContainsFunc(path, onInterviews)
}

// isOfAnother reports whether a heading says that the interviews are for a job of several words
// that the documents do not have: "Interviews for a lighthouse keeper", but not "What hiring
// managers ask in interviews".
func (r *areaReader) isOfAnother(s *outline.Section) bool {
	return slices.ContainsFunc(s.Path, func(heading string) bool {
		return slices.ContainsFunc(r.roles.In(heading).Foreign, func(f roles.Foreign) bool {
			rest := text.Stems(heading[f.To:])
			return strings.Contains(f.Name, " ") && (len(rest) == 0 || rest[0] == interviewStem)
		})
	})
}

// blocks reads the items and rows of a section, and paragraphs with labels if there are several.
func (r *areaReader) blocks(section int, s *outline.Section) {
	labelled := 0
	for i := range s.Passages {
		if p := &s.Passages[i]; p.Kind == knowledge.Paragraph && p.Label != "" {
			labelled++
		}
	}
	for _, b := range s.Blocks {
		switch {
		case b.List != nil:
			for _, it := range b.List.Items {
				r.item(section, s, it.Passage, it.Inside)
			}
		case b.Sheet != nil:
			for _, row := range b.Sheet.Rows {
				r.row(section, s, b.Sheet, row)
			}
		case b.Passage.Kind == knowledge.Paragraph && b.Passage.Label != "" && labelled > 1:
			r.item(section, s, b.Passage, nil)
		}
	}
}

// item reads an item: a question, or its label. Steps say how an interview proceeds, unless they
// ask something.
func (r *areaReader) item(section int, s *outline.Section, p *knowledge.Passage, inside []outline.Block) {
	name, ask := p.Label, ""
	switch body := strings.Trim(p.Body(), " “”\""); {
	case isQuestion(body):
		ask = body
		if name == "" {
			name = clipped(strings.TrimSuffix(body, "?"))
		}
	case p.Kind == knowledge.Step:
		return
	case name == "":
		name = p.Text
	}
	if ask == "" && !isName(name) {
		return
	}
	about := r.roles.Passage(r.doc.ID, section, indexOf(s, p))
	r.add(name, ask, about, "", p.Text, s, p)
	for _, in := range passagesIn(inside) {
		r.add(name, ask, about, "", in.Text, s, in)
	}
}

// row reads a row: its first cell names the area or asks the question, and each other cell says
// something about the subject of its column.
func (r *areaReader) row(section int, s *outline.Section, sheet *outline.Sheet, row *knowledge.Passage) {
	name, ask := row.Cells[0], ""
	if isQuestion(name) {
		name, ask = clipped(strings.TrimSuffix(name, "?")), name
	} else if !isName(name) {
		return
	}
	first := indexOf(s, sheet.Rows[0])
	for c, cell := range row.Cells[1:] {
		if isQuestion(cell) {
			ask = cell
		}
		about := r.roles.Column(r.doc.ID, section, first, c+1)
		if len(about) == 0 {
			about = r.roles.Passage(r.doc.ID, section, indexOf(s, row))
		}
		if cell != "" {
			r.add(name, ask, about, sheet.Columns[c+1], cell, s, row)
		}
	}
}

// heading takes a section as an area if it has no items or rows and is one of several under a
// heading about interviews.
func (r *areaReader) heading(section int, s *outline.Section) {
	name, ask := s.Heading(), ""
	around, siblings := r.doc.Title, 2 // a document has more than one section
	if s.Parent != nil {
		around, siblings = s.Parent.Heading(), len(s.Parent.Children)
	}
	switch {
	case siblings < 2 || len(s.Children) > 0:
		return
	case isQuestion(name) && onInterviews(around) && slices.Contains(text.Stems(around), questionStem):
		name, ask = clipped(strings.TrimSuffix(name, "?")), name
	case !isName(name) || isQuestion(name):
		return
	}
	about := r.roles.About(r.doc.ID, section)
	for i := range s.Passages {
		r.add(name, ask, about, "", s.Passages[i].Text, s, &s.Passages[i])
	}
}

func (r *areaReader) add(name, ask string, about []roles.Subject, label, words string, s *outline.Section, p *knowledge.Passage) {
	name, _, _ = strings.Cut(strings.TrimRight(name, " .:;"), " (")
	key := text.Key(name)
	if key == "" || p.Kind == knowledge.Code || r.isSomebody(name) {
		return
	}
	r.found = append(r.found, saying{
		name: name, key: key, about: about, ask: ask, label: label, text: words, at: cite(r.doc, &s.Section, p),
	})
}

// isSomebody reports whether a name is that of a role or level, so that its interview is under it.
func (r *areaReader) isSomebody(name string) bool {
	return slices.ContainsFunc(r.roles.In(name).Named, func(m roles.Mention) bool { return m.From == 0 && m.To == len(name) })
}

// further finds what a document says elsewhere under the name of an area: labels, and
// the first passage under headings.
func further(d *knowledge.Document, x *roles.Index, named map[string]bool) []saying {
	if len(named) == 0 {
		return nil
	}
	var found []saying
	for i := range d.Sections {
		s := &d.Sections[i]
		if isOn(d, s.Path) {
			continue
		}
		headed := text.Key(outline.Unnumbered(s.Heading()))
		for j := range s.Passages {
			p := &s.Passages[j]
			key := headed
			if j > 0 || !named[headed] {
				key = text.Key(p.Label)
			}
			if named[key] && p.Kind != knowledge.Code && p.Kind != knowledge.Row {
				found = append(found, saying{key: key, about: x.Passage(d.ID, i, j), text: p.Text, at: cite(d, s, p), further: true})
			}
		}
	}
	return found
}

// passagesIn are the passages of blocks.
func passagesIn(blocks []outline.Block) []*knowledge.Passage {
	var all []*knowledge.Passage
	for _, b := range blocks {
		switch {
		case b.Passage != nil:
			all = append(all, b.Passage)
		case b.Sheet != nil:
			all = append(all, b.Sheet.Rows...)
		case b.List != nil:
			for _, it := range b.List.Items {
				all = append(append(all, it.Passage), passagesIn(it.Inside)...)
			}
		}
	}
	return all
}

// indexOf returns a passage's place in its section.
func indexOf(s *outline.Section, p *knowledge.Passage) int {
	return slices.IndexFunc(s.Passages, func(o knowledge.Passage) bool { return o.ID == p.ID })
}
