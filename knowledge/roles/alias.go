package roles

import (
	"path"
	"regexp"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// maxAlias is the most words that another name has; anything longer is a sentence.
const maxAlias = 4

// addAliases reads the other names that documents give roles, and gives roles of several words
// their initials.
func (b *builder) addAliases() {
	for d := range b.docs {
		for s := range b.docs[d].Sections {
			sec := &b.docs[d].Sections[s]
			of := b.subject(d, s)
			if of != nil && listsNames.MatchString(sec.Heading()) {
				b.listed(of, sec)
			}
			for p := range sec.Passages {
				b.readAliases(&sec.Passages[p], of)
			}
		}
	}
	b.addFiles()
	b.addInitials()
}

// addFiles gives roles the names, with a rank, of the files about them: a page on designers may be
// mid_designer.md.
func (b *builder) addFiles() {
	for _, r := range b.all {
		for _, p := range r.places {
			file := scan(strings.ReplaceAll(strings.TrimSuffix(path.Base(p.Doc), path.Ext(p.Doc)), "_", " "))
			if n := rankOf(file); p.Section < 0 && n > 0 && key(file[n:]) == key(r.tokens) && b.levels[key(file)] == nil {
				b.call(r, titled(key(file)))
			}
		}
	}
}

// listsNames matches headings under which other names of a role are listed.
var listsNames = regexp.MustCompile(`(?i)\b(also (known|called)|other (names?|titles?)|alternative (names?|titles?)|aliases)\b`)

// subject is the role that a section is about, as far as headings and titles show.
func (b *builder) subject(d, s int) *found {
	doc := &b.docs[d]
	for i := len(doc.Sections[s].Path) - 1; i >= 0; i-- {
		if r := b.only(doc.Sections[s].Path[i]); r != nil {
			return r
		}
	}
	if doc.Role != "" {
		return b.only(doc.Role)
	}
	return b.only(doc.Title)
}

// only is the single role that a short text names, or nil.
func (b *builder) only(s string) *found {
	var of *found
	for _, p := range b.short(s).phrases {
		if r := b.nameOf(p.name); r != nil {
			if of != nil && of != r {
				return nil
			}
			of = r
		}
	}
	return of
}

// listed takes the names under a heading "Also known as".
func (b *builder) listed(of *found, sec *knowledge.Section) {
	for _, p := range sec.Passages {
		for _, name := range strings.FieldsFunc(p.Text, func(r rune) bool { return r == ',' || r == ';' }) {
			b.call(of, name)
		}
	}
}

// call gives a role another name, unless that name belongs to another role or is too long for one.
func (b *builder) call(of *found, name string) {
	name = strings.Trim(name, " .,;:\"'“”()")
	ts := scan(name)
	for len(ts) > 1 && text.IsArticle(ts[0].text) {
		ts = ts[1:]
	}
	if len(ts) == 0 || len(ts) > maxAlias || b.byKey[key(ts)] != nil {
		return
	}
	last := ts[len(ts)-1]
	name = name[ts[0].from:last.to]
	if one := text.Singular(last.text); !last.caps && one != last.text && strings.HasPrefix(last.text, one) {
		name = name[:len(name)-len(last.text)+len(one)]
	}
	of.alias(name)
}

// calledToo matches "also known as dev lead or lead developer" as far as the names.
var calledToo = regexp.MustCompile(`(?i)\b(?:also (?:called|known as|referred to as)|a\.?k\.?a\.?) `)

// nameEnd matches whatever ends the names.
var nameEnd = regexp.MustCompile(`[.;:()]|, (?:which|who|is|are|requires?|and (?:is|are))\b|, [a-z]+s `)

// readAliases reads the other names in a passage: "harbour pilots are also called
// channel pilots", "a technical product manager (TPM)".
func (b *builder) readAliases(p *knowledge.Passage, about *found) {
	if strings.Contains(p.Text, "(") {
		b.readBrackets(p.Text)
	}
	if !strings.Contains(p.Text, "also ") && !strings.Contains(p.Text, "aka ") && !strings.Contains(p.Text, "a.k.a") {
		return
	}
	at := calledToo.FindStringIndex(p.Text)
	if at == nil {
		return
	}
	of := b.lastNamed(p.Text[:at[0]], about)
	if of == nil {
		return
	}
	names := p.Text[at[1]:]
	if end := nameEnd.FindStringIndex(names); end != nil {
		names = names[:end[0]]
	}
	for _, name := range orComma.Split(names, -1) {
		if ts := scan(name); len(ts) > 0 && (b.lex.head(ts) >= likeHead || ts[len(ts)-1].caps) {
			b.call(of, name)
		}
	}
}

var orComma = regexp.MustCompile(`,? (?:or|and) |, `)

// readBrackets finds short forms in brackets after a role's name.
func (b *builder) readBrackets(s string) {
	ts := scan(s)
	for i := 1; i < len(ts); i++ {
		t := ts[i]
		if !t.apart || !t.caps && !strings.HasSuffix(s[t.from:t.to], "s") || s[t.from-1] != '(' || int(t.to) >= len(s) || s[t.to] != ')' {
			continue
		}
		for n := min(maxName, i); n > 0; n-- {
			name := ts[i-n : i]
			if r := b.byKey[key(name)]; r != nil && isShort(t, name) {
				r.alias(strings.ToUpper(t.one))
				break
			}
		}
	}
}

// isShort reports whether a word in brackets is short for a name: its capitals, apart from a
// plural's s, begin like a word of the name.
func isShort(t token, name []token) bool {
	if len(t.one) < 2 || len(t.one) > maxShort || len(name) < 2 || !t.upper {
		return false
	}
	for _, w := range name {
		if w.text[0] == t.one[0] {
			return true
		}
	}
	return false
}

// addInitials gives every role of several words its initials, unless two roles would share them or
// they are another word. Initials that usually stand for a thing count only if documents use them
// for somebody.
func (b *builder) addInitials() {
	owners := map[string][]*found{}
	for _, r := range b.all {
		if in := initials(r.tokens); len(in) > 1 && !hasOf(r.tokens) {
			owners[in] = append(owners[in], r)
		}
	}
	for _, r := range b.all {
		in := initials(r.tokens)
		if len(owners[in]) == 1 && !text.IsFunction(strings.ToLower(in)) && !interjections[strings.ToLower(in)] && b.byKey[strings.ToLower(in)] == nil {
			if !things[strings.ToLower(in)] || b.isSomebody(strings.ToLower(in)) {
				r.alias(in)
			}
		}
	}
}

// isSomebody reports whether any document uses a name for somebody.
func (b *builder) isSomebody(name string) bool {
	for d := range b.docs {
		if b.said[saidOf{name, d}].person() > 0 {
			return true
		}
	}
	return false
}

// interjections are words for which some initials would be taken, and things are initials that
// usually stand for something else.
var (
	interjections = text.Set("hi ha ho oh ok pa ma ps")
	things        = text.Set("id ids cd dvd tv pc ip hr it ai ui ux db os vr ar pr uk eu us api app atm cv faq gps pdf pin sim url usb vat vpn")
)
