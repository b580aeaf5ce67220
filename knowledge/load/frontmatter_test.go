package load_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

func TestFrontMatter(t *testing.T) {
	full := knowledge.Document{Title: "Harbour pilots", Role: "Harbour Pilot", Aliases: []string{"HP", "pilot"},
		Source: "https://example.org/pilots", Date: "2024-05-01"}
	for _, c := range []struct {
		name, text string
		want       knowledge.Document // without ID and sections
		sections   string
	}{
		{"every key",
			"---\ntitle: Harbour pilots\nrole: Harbour Pilot\naliases: [HP, pilot]\nsource: https://example.org/pilots\ndate: 2024-05-01\n---\nText.\n",
			full, "= \nparagraph: Text.\n"},
		{"carriage returns, spaces, quotes and unknown keys",
			"--- \r\ntitle: 'Harbour   pilots'\r\nrole: |\r\n  Harbour\r\n  Pilot\r\naliases:\r\n- \"H\u200bP\"\r\n- ''\r\n- pilot\r\n" +
				"source: https://example.org/pilots\r\ndate: '2024-05-01'\r\ntags: [a, b]\r\n---\t\r\nText.\r\n",
			full, "= \nparagraph: Text.\n"},
		{"aliases in one line", "---\ntitle: Pilots\naliases: HP, pilot\n---\nText.\n",
			knowledge.Document{Title: "Pilots", Aliases: []string{"HP", "pilot"}}, "= \nparagraph: Text.\n"},
		{"the title before the first heading", "---\ntitle: Pilots\n---\n# Harbours\n\nText.\n",
			knowledge.Document{Title: "Pilots"}, "= Harbours\nparagraph: Text.\n"},
		{"none: the first heading", "# Harbours\n\nText.\n",
			knowledge.Document{Title: "Harbours"}, "= Harbours\nparagraph: Text.\n"},
		{"none: the file's name", "Text.\n",
			knowledge.Document{Title: "harbour pilot guide"}, "= \nparagraph: Text.\n"},
		{"empty", "---\n---\n# Harbours\n\nText.\n",
			knowledge.Document{Title: "Harbours"}, "= Harbours\nparagraph: Text.\n"},
		{"not closed is none", "---\n\nText.\n",
			knowledge.Document{Title: "harbour pilot guide"}, "= \nparagraph: Text.\n"},
		{"text between rules is none", "---\n\nText.\n\n---\n\nMore.\n",
			knowledge.Document{Title: "harbour pilot guide"}, "= \nparagraph: Text.\nparagraph: More.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse(t, "jobs/harbour-pilot_guide.md", c.text)
			if got := dump(d); got != c.sections {
				t.Errorf("sections:\n%s\nwant:\n%s", got, c.sections)
			}
			d.ID, d.Sum, d.Sections = "", "", nil
			if diff := cmp.Diff(c.want, d); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestBrokenFrontMatterIsNamed(t *testing.T) {
	for _, text := range []string{
		"---\ntitle: [unclosed\n---\nText.\n",
		"---\ntitle: a: b\n---\nText.\n",
		"---\n\ttitle: tab\n---\nText.\n",
		"---\ntitle: {}\n---\nText.\n",
		"---\naliases: {a: b}\n---\nText.\n",
		"---\ntitle: a\ntitle: b\n---\nText.\n",
	} {
		_, err := new(load.Parser).Parse(t.Context(), load.File{ID: "jobs/pilot.md", Data: []byte(text)})
		wantSay(t, err, `The file "jobs/pilot.md" has front matter that is not YAML: mend the lines between the --- rules.`)
		if err != nil && !strings.Contains(err.Error(), "yaml:") {
			t.Errorf("%q: no cause in %v", text, err)
		}
	}
}
