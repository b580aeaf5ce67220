package load

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/clean"
	"careeradvisor/knowledge/load/markdown"
	"careeradvisor/knowledge/load/tree"
)

// A file NAME.asks.md beside a document NAME, of any format, says what people ask about the
// document: Markdown with the document's headings and a list of questions under each. If several
// sections have the same heading, it is written as a path, "Outer > Inner". Near misses are under a
// heading "Not answered here", one level below the section's own; those of the whole document are
// under such a heading outside all sections, and are kept with its first section.
const (
	asksEnding  = ".asks.md"
	missHeading = "Not answered here"
)

// isAsks reports whether a file lists what people ask about a document.
func isAsks(name string) bool { return strings.HasSuffix(strings.ToLower(name), asksEnding) }

// stemOf is the part that the names of a document and its asks file have in common.
func stemOf(name string) string {
	if isAsks(name) {
		return name[:len(name)-len(asksEnding)]
	}
	return strings.TrimSuffix(name, path.Ext(name))
}

// readAsks gives the documents the asks files beside them.
func (w *walk) readAsks() {
	beside := map[string][]int{} // places of files, by their stems
	for i, f := range w.files {
		beside[stemOf(f.Name)] = append(beside[stemOf(f.Name)], i)
	}
	for _, name := range w.asks {
		files := beside[stemOf(name)]
		if len(files) == 0 {
			w.unread.note(name, "files of questions", "have no readable document beside them: name each like its document, ending in "+asksEnding,
				"has no readable document beside it: name it like that, ending in "+asksEnding)
			continue
		}
		data, err := readFile(w.fsys, name, MaxFile)
		if err != nil {
			w.left = append(w.left, leftOutFor(name, err))
			continue
		}
		if w.size += len(data); w.size > MaxFolder {
			_ = w.stop(name, muchText)
			return
		}
		for _, i := range files {
			w.files[i].Asks = data
		}
	}
}

// asksOf is a document's asks file while its questions are being assigned to sections.
type asksOf struct {
	doc                  *knowledge.Document
	lost, unclear, stray []string // headings that fit no section or several, and text that asks nothing
}

// putAsks gives a document's sections the questions that they answer; left says what cannot be
// used.
func putAsks(d *knowledge.Document, f File) (left []LeftOut) {
	if f.Asks == nil {
		return nil
	}
	name := strings.TrimSuffix(f.ID, path.Ext(f.name())) + asksEnding
	sections, err := parseAsks(f.Asks)
	if err != nil {
		return []LeftOut{leftOutFor(name, err)}
	}
	a := asksOf{doc: d}
	for _, s := range sections {
		a.put(s)
	}
	note := func(what []string, format string) {
		if len(what) > 0 {
			left = append(left, leftOut(name, fmt.Sprintf(format, someOf(what)), nil))
		}
	}
	note(a.lost, "has questions under headings that its document lacks (%s): correct or remove them")
	note(a.unclear, "has questions under headings that its document has more than once (%s): write those around them too, as in \"Outer > Inner\"")
	note(a.stray, "has text that is not a list of questions (%s): make it a list, or a comment")
	return left
}

// put gives the questions under one heading to the section that the heading means.
func (a *asksOf) put(under knowledge.Section) {
	var questions []string
	for _, q := range under.Passages {
		if q.Kind == knowledge.Item || q.Kind == knowledge.Step {
			questions = append(questions, q.Text)
		} else {
			a.stray = append(a.stray, q.Text)
		}
	}
	if len(questions) == 0 {
		return
	}
	owner, miss := ownerOf(under.Path)
	s, found := sectionFor(a.doc, owner)
	switch {
	case found == 0:
		a.lost = append(a.lost, knowledge.SectionName(owner))
	case found > 1:
		a.unclear = append(a.unclear, knowledge.SectionName(owner))
	case miss:
		s.Misses = append(s.Misses, questions...)
	default:
		s.Asks = append(s.Asks, questions...)
	}
}

// parseAsks reads the file the way a document is read, so that its headings match the document's.
func parseAsks(data []byte) ([]knowledge.Section, error) {
	data, err := text(data, false)
	if err != nil {
		return nil, err
	}
	root, err := markdown.Tree(data, false)
	if err != nil {
		return nil, err
	}
	b := newBuilder("")
	page(b, root)
	if b.refused != "" {
		return nil, &tree.Fault{What: b.refused}
	}
	return b.doc.Sections, nil
}

// ownerOf is the path of the section that questions belong to, and whether they are near
// misses.
func ownerOf(heading []string) (owner []string, miss bool) {
	at := slices.IndexFunc(heading, func(h string) bool { return clean.Fold(h) == clean.Fold(missHeading) })
	if at < 0 {
		return heading, false
	}
	return heading[:at], true
}

// sectionFor is the section of a document that a path of headings means, and how many it may mean:
// the one with this name, or else the only one whose name ends with it. No heading, or the
// document's title, means the first section.
func sectionFor(d *knowledge.Document, owner []string) (s *knowledge.Section, found int) {
	name, title := foldPath(owner), foldPath([]string{d.Title})
	named := func(s knowledge.Section) bool { return foldPath(s.Path) == name }
	if at := slices.IndexFunc(d.Sections, named); at >= 0 {
		return &d.Sections[at], 1
	}
	if rest, ok := strings.CutPrefix(name, title); ok { // the title is above everything, in the document or not
		name = "\n" + rest
	}
	if name == foldPath(nil) {
		return &d.Sections[0], 1
	}
	names := map[string]bool{} // a section may continue after one that is folded away, under the same name
	for i := range d.Sections {
		n := foldPath(d.Sections[i].Path)
		if strings.HasSuffix(n, name) {
			names[n] = true
			s = cmp.Or(s, &d.Sections[i])
		}
	}
	return s, len(names)
}

// foldPath is a path of headings in a form that can be compared, one heading after another; a
// heading that is itself a path is split.
func foldPath(headings []string) string {
	folded := "\n"
	for _, h := range headings {
		for part := range strings.SplitSeq(h, pathMark) {
			folded += clean.Fold(part) + "\n"
		}
	}
	return folded
}

// someOf quotes the first of some texts.
func someOf(all []string) string {
	const most, longest = 3, 60 // texts, and characters of each
	var quoted []string
	for _, t := range all[:min(most, len(all))] {
		if r := []rune(t); len(r) > longest {
			t = string(r[:longest]) + "…"
		}
		quoted = append(quoted, fmt.Sprintf("%q", t))
	}
	if more := len(all) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(quoted, ", "), more)
	}
	return strings.Join(quoted, ", ")
}
