package load_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// library parses texts together, each following its name.
func library(t *testing.T, texts ...string) map[string]knowledge.Document {
	t.Helper()
	var files []load.File
	for i := 0; i < len(texts); i += 2 {
		files = append(files, load.File{ID: texts[i], Data: []byte(texts[i+1])})
	}
	docs, left := new(load.Parser).ParseAll(t.Context(), files, nil)
	if len(left) > 0 {
		t.Fatal(left)
	}
	found := map[string]knowledge.Document{}
	for _, d := range docs {
		found[d.ID] = d
	}
	return found
}

// TestLinksAreCalledByTitles has links without text of their own, and others.
func TestLinksAreCalledByTitles(t *testing.T) {
	docs := library(t,
		"hr/a.md", lines("See [](leave.md), [leave.md](leave.md), [./leave.md](./leave.md#days), [](../pay), [pay/index.md](/pay/index.md), [[Leave]],",
			"[](Leave.html?x=1), [the rules](leave.md), [](nowhere.md), [lost.md](lost.md), [[Nowhere]], [](#here) and [b.md](https://example.org/b.md)."),
		"hr/leave.md", "# Days off\n\nText.\n",
		"pay/index.md", "---\ntitle: What we pay\n---\nText.\n",
		"pay/README.md", "# Ours\n\nText.\n")
	want := "See Days off, Days off, Days off, What we pay, What we pay, Days off, Days off, the rules, , lost.md, Nowhere, and b.md."
	if got := docs["hr/a.md"].Passages()[0].Text; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	alone := parse(t, "a.md", "See [](leave.md) and [leave.md](leave.md).\n")
	if got := alone.Passages()[0].Text; got != "See and leave.md." {
		t.Errorf("alone: %s", got)
	}
}

// TestALinkIsMarked marks items that are but a link to another page.
func TestALinkIsMarked(t *testing.T) {
	d := parse(t, "a.md", "# Start\n\n- [Pay](pay.md)\n- **[Leave](leave.md)**\n- see [Pay](pay.md)\n- [Here](#start)\n- [Rules](rules.md)\n  - with a note\n- plain\n")
	var links []string
	for _, p := range d.Passages() {
		if p.Link {
			links = append(links, p.Text)
		}
	}
	if diff := cmp.Diff([]string{"Pay", "Leave"}, links); diff != "" {
		t.Error(diff)
	}
}

// TestDocumentsAreUsedAgain changes a document: it is made again, and so are one that links to it
// by its title, and one in which something is left out every time.
func TestDocumentsAreUsedAgain(t *testing.T) {
	files := []load.File{
		{ID: "a.md", Data: []byte("See [](b.md).\n")},
		{ID: "b.md", Data: []byte("# Old\n\nText.\n")},
		{ID: "c.md", Data: []byte("Text.\n")},
		{ID: "d.md", Data: []byte("---\ntitle: [\n---\nText.\n")},
	}
	kept := map[string]knowledge.Document{}
	known := func(sum string) (knowledge.Document, bool) {
		d, ok := kept[sum]
		return d, ok
	}
	read := func() (texts string) {
		docs, left := new(load.Parser).ParseAll(t.Context(), files, known)
		if len(left) != 1 || left[0].Path != "d.md" {
			t.Errorf("left %v", left)
		}
		for _, d := range docs {
			texts += d.Passages()[0].Text + " "
			if _, twice := kept[d.Sum]; twice {
				continue
			}
			d.Sections = []knowledge.Section{{Passages: []knowledge.Passage{{Text: d.ID + " again."}}}}
			kept[d.Sum] = d
		}
		return texts
	}
	if got := read(); got != "See Old. Text. Text. Text. " {
		t.Fatal(got)
	}
	if got := read(); got != "See Old. b.md again. c.md again. Text. " {
		t.Error(got)
	}
	files[1].Data = []byte("# New\n\nOther text.\n")
	if got := read(); got != "See New. Other text. c.md again. Text. " {
		t.Error(got)
	}
}

func TestURLsOfSections(t *testing.T) {
	d := parse(t, "a.md", "---\nurl: https://example.org/pay?x=1#top\n---\nText.\n\n# Größe & *so*\n\nText.\n")
	var got []string
	for _, s := range d.Sections {
		got = append(got, d.SectionURL(s))
	}
	want := "https://example.org/pay?x=1#top https://example.org/pay?x=1#gr%C3%B6%C3%9Fe--so"
	if strings.Join(got, " ") != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if d := parse(t, "a.md", "# A\n\nText.\n"); d.SectionURL(d.Sections[0]) != "" {
		t.Error("a document without a place has one")
	}
}
