package load

import (
	"fmt"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/clean"
	"careeradvisor/knowledge/load/language"
)

// finish numbers the passages and settles the title.
func (b *builder) finish() knowledge.Document {
	n := 0
	for i := range b.doc.Sections {
		b.doc.Sections[i].Passages = settleAddresses(b.doc.Sections[i].Passages)
		passages := b.doc.Sections[i].Passages
		for j := range passages {
			n++
			passages[j].ID = fmt.Sprintf("%s#%d", b.doc.ID, n)
		}
	}
	b.settleTitle()
	b.settleLanguage()
	if first := b.doc.Sections[0]; len(first.Path) == 0 && len(first.Passages) == 0 {
		b.doc.Sections = b.doc.Sections[1:]
	}
	return b.doc
}

// settleAddresses returns the passages of a section without the addresses that only say where a text is from, and marks
// those that say where something is: they are in a list, or a line with a colon at its end introduces them. An address
// that is all of its section is its text.
func settleAddresses(ps []knowledge.Passage) []knowledge.Passage {
	if len(ps) == 1 {
		ps[0].Link = ps[0].Link && !clean.IsAddress(ps[0].Text)
		return ps
	}
	introduced := false
	kept := ps[:0]
	for _, p := range ps {
		isAddress := p.Kind != knowledge.Row && p.Kind != knowledge.Code && clean.IsAddress(p.Text)
		if isAddress && p.Level == 0 && !introduced {
			continue
		}
		p.Link = p.Link || isAddress
		introduced = strings.HasSuffix(p.Text, ":") || introduced && isAddress
		kept = append(kept, p)
	}
	return kept
}

// settleTitle sets the title if the document does not give one: to the heading that it begins with,
// to the title of its page, or to its file's name.
func (b *builder) settleTitle() {
	for _, s := range b.doc.Sections {
		if b.doc.Title == "" {
			b.doc.Title = s.Heading()
		}
		if len(s.Passages) > 0 || b.doc.Title != "" {
			break
		}
	}
	for _, t := range []string{b.top, b.pageTitle, titleFromName(b.doc.ID)} {
		if b.doc.Title == "" {
			b.doc.Title = t
		}
	}
}

// setLanguage takes a tag such as "en-GB" as the document's language. The first one counts.
func (b *builder) setLanguage(tag string) {
	code, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if b.language == "" && len(code) == 2 && strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") == "" {
		b.language = code
	}
}

// settleLanguage names the document's language, detected from its text if the document does not
// state it. The name is empty for English and for a language that cannot be detected.
func (b *builder) settleLanguage() {
	if b.language == "" {
		b.language = language.Of(beginning(b.doc))
	}
	if b.language != "en" {
		b.doc.Language = b.language
	}
}

// beginning is the beginning of a document's text, without code.
func beginning(d knowledge.Document) string {
	var s strings.Builder
	for _, sec := range d.Sections {
		for _, p := range sec.Passages {
			if s.Len() > mostBytes {
				return s.String()
			}
			if p.Kind != knowledge.Code {
				s.WriteString(p.Text + "\n")
			}
		}
	}
	return s.String()
}

// mostBytes is how much of a text is looked at to detect its language.
const mostBytes = 16000
