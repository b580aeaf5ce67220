package answer

import (
	"regexp"
	"sort"
	"strings"

	"careeradvisor/knowledge/text"
)

// alias gives a role another name, unless it has it.
func (f *roleFinder) alias(i int, alias string) {
	alias = strings.Trim(alias, " .,;")
	key := text.Key(alias)
	if key == "" || key == text.Key(f.roles[i].Name) {
		return
	}
	for _, a := range f.roles[i].Aliases {
		if text.Key(a) == key {
			return
		}
	}
	f.roles[i].Aliases = append(f.roles[i].Aliases, alias)
}

// maxAlias is how many words another name has at most; what is longer is a sentence.
const maxAlias = 4

// addAlsoKnown reads sections such as "Also known as: TPM" and sentences such as
// "a technical product manager (TPM)".
func (f *roleFinder) addAlsoKnown() {
	names := f.nameStems()
	for _, s := range f.corpus.sections {
		role := f.byDoc(s.Doc.ID)
		if role < 0 || f.facetTable.ofHeading(s.Heading(), names)["names"] < 1 {
			continue
		}
		for _, p := range s.passages {
			for _, name := range strings.FieldsFunc(f.corpus.passages[p].Text, func(r rune) bool { return r == ',' || r == ';' }) {
				if len(strings.Fields(name)) <= maxAlias {
					f.alias(role, name)
				}
			}
		}
	}
	f.addCalled()
	f.addBracketed()
}

// calledToo matches "also called channel pilots" with what is called so.
var calledToo = regexp.MustCompile(`(?i)\balso (?:called|known as|referred to as)` +
	` (?:an? |the )?([\pL][\pL -]{2,40}?)(?:[.,;:)]| or | and |$)`)

// addCalled reads "harbour pilots are also called channel pilots".
func (f *roleFinder) addCalled() {
	for _, p := range f.corpus.passages {
		m := calledToo.FindStringSubmatchIndex(p.Text)
		if m == nil {
			continue
		}
		called, before := p.Text[m[2]:m[3]], text.Stems(p.Text[:m[0]])
		ws := text.Words(called)
		if len(ws) == 0 || len(ws) > maxAlias || !isJobNoun(ws[len(ws)-1].Text) {
			continue
		}
		best := -1
		for i, r := range f.roles {
			if text.Index(before, text.Stems(r.Name)) >= 0 && (best < 0 || len(r.Name) > len(f.roles[best].Name)) {
				best = i
			}
		}
		if best >= 0 {
			f.alias(best, called)
		}
	}
}

// bracketed matches the short form behind a name: " (TPM)".
var bracketed = regexp.MustCompile(`^s?,? \(([\pL\pN/&-]{2,12}?)s?\)`)

// addBracketed reads "technical product manager (TPM)". The longest name that ends
// before the bracket has the alias: not the "product manager" inside it.
func (f *roleFinder) addBracketed() {
	order := make([]int, len(f.roles))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(a, b int) bool { return len(f.roles[order[a]].Name) > len(f.roles[order[b]].Name) })
	for _, p := range f.corpus.passages {
		text := strings.ToLower(p.Text)
		if !strings.Contains(text, "(") {
			continue
		}
		for _, i := range order {
			name := strings.ToLower(f.roles[i].Name)
			for at := strings.Index(text, name); at >= 0; at = strings.Index(text, name) {
				if m := bracketed.FindStringSubmatch(text[at+len(name):]); m != nil {
					f.alias(i, strings.ToUpper(m[1]))
				}
				text = text[:at] + strings.Repeat("\x00", len(name)) + text[at+len(name):]
			}
		}
	}
}

// addInitials gives every role of several words its initials ("PM"), unless two
// roles would share them.
func (f *roleFinder) addInitials() {
	owners := map[string][]int{}
	for i, r := range f.roles {
		in := initials(r.Name)
		if w := strings.ToLower(in); len(in) > 1 && !isTalk(w) && !courtesy[w] && !askers[w] {
			owners[in] = append(owners[in], i)
		}
	}
	for in, roles := range owners {
		if len(roles) == 1 {
			f.alias(roles[0], in)
		}
	}
	for i := range f.roles {
		sort.Strings(f.roles[i].Aliases)
	}
}

// addHeads lets the last word of a role's name stand for it ("the pilot"), where
// it is that of no other role. A role that is but such a word is taken for it.
func (f *roleFinder) addHeads() {
	owners := map[string][]int{}
	for i, r := range f.roles {
		ws := strings.Fields(strings.ToLower(r.Name))
		if head := text.Singular(ws[len(ws)-1]); len(ws) > 1 && isJobNoun(head) {
			owners[head] = append(owners[head], i)
		}
	}
	for head, roles := range owners {
		if len(roles) == 1 {
			f.alias(roles[0], head)
		}
	}
	var kept []role
	for _, r := range f.roles {
		if o := owners[strings.ToLower(r.Name)]; len(o) == 1 {
			f.roles[o[0]].Docs = append(f.roles[o[0]].Docs, r.Docs...)
		}
	}
	for _, r := range f.roles {
		if len(owners[strings.ToLower(r.Name)]) != 1 {
			kept = append(kept, r)
		}
	}
	f.roles = kept
}
