package practice_test

import (
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/practice"
	"careeradvisor/knowledge/roles"
)

// FuzzNew checks what is promised for any document: everything is where it is cited, and a practice
// ends.
func FuzzNew(f *testing.F) {
	for _, body := range []string{
		"- Ropes\n  - which?\n\n| a | b |\n|---|---|\n| Tides? | |\n| | c |\n",
		"### Why?\n\n**a:** b\n\n**c:** d\n\n### Harbour pilot (x)\n\n## Interests\n\n- Social\n\nHolland code: RIASEC\n",
		"<table><tr><th colspan=3>Interview</th></tr><tr><td></td></tr></table>\n\n1. - a\n   - b?\n",
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		text := "---\nrole: Harbour Pilot\n---\n# Harbour pilot\n\nHarbour pilots bring ships into port.\n\n## Interview\n\n" + body + "\n"
		d, err := new(load.Parser).Parse(t.Context(), load.File{ID: "pilot.md", Name: "pilot.md", Data: []byte(text)})
		if err != nil {
			t.Skip(err)
		}
		docs := []knowledge.Document{d}
		texts := passages{}
		for _, p := range d.Passages() {
			texts[p.ID] = p.Text
		}
		p := practice.New(docs, roles.New(docs))
		_, areas := p.Interview("")
		stand(t, areas, texts)
		if len(areas) > 12 {
			t.Errorf("%d areas", len(areas))
		}
		p.Interests()
	})
}
