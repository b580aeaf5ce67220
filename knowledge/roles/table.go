package roles

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// readTables finds levels that a table names by codes in its columns and by titles in a row:
// "Junior Data Engineer" under "L3".
func (b *builder) readTables() {
	for d := range b.docs {
		for s := range b.docs[d].Sections {
			ps := b.docs[d].Sections[s].Passages
			for p := range ps {
				if ps[p].Kind == knowledge.Row {
					b.readRow(d, s, p, firstRow(ps, p))
				}
			}
		}
	}
}

// firstRow returns the first row of the table that a row belongs to.
func firstRow(ps []knowledge.Passage, p int) int {
	for p > 0 && ps[p-1].Kind == knowledge.Row && ps[p-1].Group == ps[p].Group {
		p--
	}
	return p
}

// readRow takes the cells of a row that name a known role, with or without a rank, as names of the
// codes above them.
func (b *builder) readRow(d, s, p, first int) {
	row := &b.docs[d].Sections[s].Passages[p]
	for i, cell := range row.Cells {
		col := b.short(row.Columns[i])
		if i == 0 || !col.level.alone {
			continue
		}
		title := b.short(cell)
		if len(title.phrases) != 1 || title.phrases[0].whole < 1 {
			continue
		}
		name := title.phrases[0].name
		if b.byKey[key(name)] == nil && b.byKey[key(name[rankOf(name):])] == nil {
			continue
		}
		at := Place{row.Doc, s, first, i}
		r := b.role(name, cell, order(d, s))
		if rankOf(name) == 0 { // one of its levels has the role's plain name
			l := r.level(col.level, strings.TrimSpace(col.raw), order(d, s))
			l.places = append(l.places, at)
			continue
		}
		r.alias(strings.ToUpper(strings.TrimSpace(col.raw)))
		r.places = append(r.places, at)
	}
}

// addLevels finds the sections that are headed by a level alone ("L3", "Level 2"): each belongs to
// the role of the heading or document around it, or else to no role in particular.
func (b *builder) addLevels() {
	for _, sh := range b.shorts {
		if sh.at.where != inHeading || !sh.level.alone {
			continue
		}
		of := b.around(sh.at.doc, sh.at.at.Section)
		if of == nil {
			of = &found{levels: b.scale}
		}
		l := of.level(sh.level, sh.raw, order(sh.at.doc, sh.at.at.Section))
		l.declareAt(sh.at.at)
		if of.name == "" {
			b.scale = of.levels
		}
	}
	for _, l := range b.scale {
		b.share(l)
	}
}

// share gives the places of a level that belongs to no role to the roles that have a
// level of that code.
func (b *builder) share(l *found) {
	for _, r := range b.all {
		for _, own := range r.levels {
			if slices.ContainsFunc(own.aliases, l.isCalled) {
				own.places = append(own.places, l.places...)
			}
		}
	}
}

// around is the role that the headings above a section name, or that of its document, or nil.
func (b *builder) around(d, s int) *found {
	doc := &b.docs[d]
	path := doc.Sections[s].Path
	texts := []string{doc.Role, doc.Title}
	texts = append(texts, path[:len(path)-1]...)
	slices.Reverse(texts[1:])
	for _, t := range append(texts[1:], texts[0]) {
		for _, p := range b.short(t).phrases {
			if r := b.byKey[key(p.name)]; r != nil {
				return r
			}
		}
	}
	return nil
}
