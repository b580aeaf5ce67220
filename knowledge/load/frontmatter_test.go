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
		{"a place, an owner, a language and a time of day",
			"---\ntitle: Pilots\nurl: https://example.org/p\nowner: Ann\nlang: es-ES\ndate: 2024-05-01T19:16:17+05:30\n---\nText.\n",
			knowledge.Document{Title: "Pilots", URL: "https://example.org/p", Owner: "Ann", Language: "es", Date: "2024-05-01"}, "= \nparagraph: Text.\n"},
		{"a review and channels", "---\ntitle: Pilots\nreview_by: 2027-05-01 12:00\nchannels: [C0123, G45]\n---\nText.\n",
			knowledge.Document{Title: "Pilots", ReviewBy: "2027-05-01", Channels: []string{"C0123", "G45"}}, "= \nparagraph: Text.\n"},
		{"a place on the site is none on the web", "---\ntitle: Pilots\nurl: /pilots/\nlang: en\n---\nText.\n",
			knowledge.Document{Title: "Pilots"}, "= \nparagraph: Text.\n"},
		{"a description is text where it is a sentence", "---\ntitle: Pilots\ndescription: They guide ships.\nsummary: All of it\n---\nText.\n",
			knowledge.Document{Title: "Pilots"}, "= \nparagraph: They guide ships.\nparagraph: Text.\n"},
		{"a template's title", "---\ntitle: '{{ replace .Name \"-\" \" \" | title }}'\n---\nText.\n",
			knowledge.Document{Title: "harbour pilot guide"}, "= \nparagraph: Text.\n"},
		{"aliases in one line", "---\ntitle: Pilots\naliases: HP, pilot\n---\nText.\n",
			knowledge.Document{Title: "Pilots", Aliases: []string{"HP", "pilot"}}, "= \nparagraph: Text.\n"},
		{"interests", "---\ntitle: Pilots\ninterests: [E, investigative, R]\n---\nText.\n",
			knowledge.Document{Title: "Pilots", Interests: []knowledge.Interest{knowledge.Enterprising, knowledge.Investigative, knowledge.Realistic}}, "= \nparagraph: Text.\n"},
		{"what somebody likes", "---\ntitle: Pilots\ninterests: [sailing, chess]\n---\nText.\n",
			knowledge.Document{Title: "Pilots"}, "= \nparagraph: Text.\n"},
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

// TestFrontMatterThatIsNone: the text below is kept whatever is above it, and anything that looks
// like YAML but isn't is named.
func TestFrontMatterThatIsNone(t *testing.T) {
	for text, named := range map[string]bool{
		"---\ntitle: [unclosed\n---\nText.\n":                       true,
		"---\ntitle: a: b\n---\nText.\n":                            true,
		"---\ntitle: {{ replace .Name \"-\" \" \" }}\n---\nText.\n": false,
		"---\n\ttitle: tab\n---\nText.\n":                           false,
		"---\ntitle: {}\n---\nText.\n":                              false,
		"---\naliases: {a: b}\n---\nText.\n":                        false,
		"---\naliases: [/old/, /older/]\n---\nText.\n":              false,
		"---\nweight: 3\n...\nText.\n":                              false,
		"+++\ntitle = \"TOML\"\n+++\nText.\n":                       false,
		"---\n-\ttags\n---\nText.\n":                                false,
	} {
		docs, left := new(load.Parser).ParseAll(t.Context(), []load.File{{ID: "jobs/pilot.md", Data: []byte(text)}}, nil)
		if len(docs) != 1 || !strings.Contains(dump(docs[0]), "paragraph: Text.\n") || docs[0].Aliases != nil {
			t.Errorf("%q is read as %+v", text, docs)
			continue
		}
		if named != (len(left) == 1) {
			t.Errorf("%q: left %v", text, left)
		}
		for _, l := range left {
			wantSay(t, l.Err(), `The file "jobs/pilot.md" has front matter that is not YAML, which was skipped: correct the lines between the --- rules.`)
			if l.Cause == nil || l.Path != "jobs/pilot.md" {
				t.Errorf("%q: %+v", text, l)
			}
		}
	}
}

// TestDataIsNoText has front matter that only says how a page is made.
func TestDataIsNoText(t *testing.T) {
	d := parse(t, "pilot.md", lines("---", "layout: page", "tags: [pay, what pilots earn]", "weight: 3", "permalink: /pay/", "toc: false",
		"keywords: [how to become a pilot at sea, what a pilot earns in a year]", "authors:", "- name: Ann Lee", "  title: Master",
		"  url: https://example.org/ann", "sidebar: {open: true}", "menu: {main: {weight: 3, name: The pay of pilots}}", "image: pay.png",
		"description: The pay of pilots", "review_by: 2030-01-01", "---", "Text."))
	if got := dump(d); got != "= \nparagraph: Text.\n" {
		t.Errorf("read\n%s", got)
	}
}

// TestChannelsThatCannotBeRead hide a document from everybody, since whoever named channels did not
// mean all of them.
func TestChannelsThatCannotBeRead(t *testing.T) {
	for _, head := range []string{
		"---\ntitle: a: b\nchannels: [C0123]\n---\n",
		"---\ntitle: Pay\nchannels: {only: C0123}\n---\n",
		"---\ntitle: Pay\nchannels: people team\n---\n",
		"+++\ntitle = 'Pay'\nchannels = ['C0123']\n+++\n",
	} {
		docs, left := new(load.Parser).ParseAll(t.Context(), []load.File{{ID: "pay.md", Data: []byte(head + "Text.\n")}},
			func(string) (knowledge.Document, bool) { return knowledge.Document{}, false })
		if len(docs) != 1 || len(docs[0].Channels) == 0 || docs[0].Channels[0] == "C0123" {
			t.Errorf("%q: %v, %v", head, docs, left)
		}
	}
}
