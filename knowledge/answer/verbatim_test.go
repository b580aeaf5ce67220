package answer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/score"
)

// sets are the question sets, and the documents that they are asked of.
var sets = []struct{ docs, file string }{
	{"guides", "testdata/questions.jsonl"},
	{"guides", "testdata/loose.jsonl"},
	{"guides", "testdata/heldout.jsonl"}, // nothing is tuned on it
	{"harbour", "testdata/harbour.jsonl"},
	{"handbook", "testdata/handbook.jsonl"},
}

// TestEverySentenceStandsInADocument checks every text of every answer against
// the sections that it cites.
func TestEverySentenceStandsInADocument(t *testing.T) {
	for _, set := range sets {
		lib := open(t, set.docs)
		texts := sectionTexts(lib.docs)
		qs, err := score.Read(set.file)
		if err != nil {
			t.Fatal(err)
		}
		answered := 0
		for _, q := range qs {
			a := lib.ask(t, q.Q, q.Context...)
			if a.Kind != knowledge.Answered {
				continue
			}
			answered++
			if err := stands(a, texts); err != nil {
				t.Errorf("%s %q: %v", q.ID, q.Q, err)
			}
			if n := utf8.RuneCountInString(a.Text()); n > knowledge.MaxAnswer {
				t.Errorf("%s: %d characters", q.ID, n)
			}
		}
		if answered == 0 {
			t.Errorf("%s: nothing was answered", set.file)
		}
	}
}

// sectionTexts are the passages of each section, by document and section name.
func sectionTexts(docs []knowledge.Document) map[string][]string {
	texts := map[string][]string{}
	for _, d := range docs {
		for _, s := range d.Sections {
			for _, p := range s.Passages {
				key := d.ID + "\x00" + s.Name()
				texts[key] = append(texts[key], p.Text)
			}
		}
	}
	return texts
}

// stands checks an answer's lead, points and cells.
func stands(a knowledge.Answer, texts map[string][]string) error {
	if a.Lead != "" {
		if err := standsIn(a, a.Lead, a.LeadCites, texts); err != nil {
			return err
		}
	}
	return pointsStand(a, append(slices.Clip(a.Points), a.Also...), texts)
}

// pointsStand checks points and what stands inside them.
func pointsStand(a knowledge.Answer, points []knowledge.Point, texts map[string][]string) error {
	for _, p := range points {
		if p.Text != "" {
			if err := standsIn(a, p.Text, p.Cites, texts); err != nil {
				return err
			}
		}
		if err := pointsStand(a, p.Inside, texts); err != nil {
			return err
		}
		for _, c := range p.Cells {
			if c.Text != "" {
				if err := standsIn(a, c.Text, c.Cites, texts); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func standsIn(a knowledge.Answer, text string, cites []int, texts map[string][]string) error {
	if len(cites) == 0 {
		return fmt.Errorf("no source for %q", text)
	}
	for _, i := range cites {
		c := a.Citations[i]
		for _, passage := range texts[c.Doc+"\x00"+c.Section] {
			if strings.Contains(passage, text) {
				return nil
			}
		}
	}
	return fmt.Errorf("not in its sources: %q", text)
}
