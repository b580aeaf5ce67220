package load_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

const keepers = `---
title: Keepers
---
Keepers tend lamps.

## Pay

They earn 31,000 crowns.

## On the coast

Fog is common.

### What is *asked* most?

Ships ask for light.

### Nights

They are long.

## Inland

### Nights

They are short.
`

// askedOf returns the asks of each section of a document, and what was left out.
func askedOf(t *testing.T, name, doc, asks string) (asked string, left []string) {
	t.Helper()
	stem := name[:strings.LastIndex(name, ".")]
	files, bad := load.Read(fstest.MapFS{name: {Data: []byte(doc)}, stem + ".asks.md": {Data: []byte(asks)}}, "")
	docs, more := new(load.Parser).ParseAll(t.Context(), files, nil)
	for _, l := range append(bad, more...) {
		left = append(left, l.Why)
	}
	if len(docs) != 1 {
		t.Fatalf("%d documents, %q", len(docs), left)
	}
	for _, s := range docs[0].Sections {
		for _, q := range s.Asks {
			asked += s.Name() + " ? " + q + "\n"
		}
		for _, q := range s.Misses {
			asked += s.Name() + " ! " + q + "\n"
		}
	}
	return asked, left
}

func TestAsks(t *testing.T) {
	for _, c := range []struct {
		name, asks, want string
		left             []string
	}{
		{"under the same headings",
			lines("## Pay", "- what do they *make*?", "1. is it much", "", "## On the coast", "### What is asked most?", "- light?"),
			lines("Pay ? what do they make?", "Pay ? is it much", "On the coast > What is asked most? ? light?"), nil},
		{"near misses below a section, and those of the whole at the end",
			lines("## Pay", "- how much?", "### Not answered here", "- a pension?", "", "## Inland", "#### not answered here:", "- rain?", "## Not answered here", "- and pilots?"),
			lines(" ! and pilots?", "Pay ? how much?", "Pay ! a pension?", "Inland ! rain?"), nil},
		{"before any heading",
			lines("- who are they?"), lines(" ? who are they?"), nil},
		{"the title stands over all",
			lines("# Keepers", "- who?", "## Pay", "- how much?", "## Not answered here", "- since when?"),
			lines(" ? who?", " ! since when?", "Pay ? how much?"), nil},
		{"paths, and headings on another level",
			lines("# Inland > nights", "- short?", "# On the coast", "## Nights", "- long?", "# What is asked most?", "- light?"),
			lines("On the coast > What is asked most? ? light?", "On the coast > Nights ? long?", "Inland > Nights ? short?"), nil},
		{"a heading that two sections have",
			lines("## Nights", "- dark?", "### Not answered here", "- stars?", "## Pay", "- how much?"),
			lines("Pay ? how much?"),
			[]string{`The file "keepers.asks.md" has questions under headings that its document has more than once ("Nights", "Nights"): write those around them too, as in "Outer > Inner".`}},
		{"headings that are gone",
			lines("## Salary", "- how much?", "### Not answered here", "- a pension?", "## Nothing asked", "## Inland > Days", "- short?", "## a", "- x", "## b", "- x"),
			"",
			[]string{`The file "keepers.asks.md" has questions under headings that its document lacks ("Salary", "Salary", "Inland > Days" and 2 more): correct or remove them.`}},
		{"text that asks nothing",
			lines("<!-- for me -->", "## Pay", "Not answered here:", "- a pension?"),
			lines("Pay ? a pension?"),
			[]string{`The file "keepers.asks.md" has text that is not a list of questions ("Not answered here:"): make it a list, or a comment.`}},
		{"no text", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", "",
			[]string{`The file "keepers.asks.md" is not text, or its encoding cannot be detected: save it as UTF-8, or give it the right file extension.`}},
		{"empty", "", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked, left := askedOf(t, "keepers.md", keepers, c.asks)
			if diff := cmp.Diff(c.want, asked); diff != "" {
				t.Errorf("asked (-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(c.left, left); diff != "" {
				t.Errorf("left out (-want +got)\n%s", diff)
			}
		})
	}
}

func TestAsksOfAnyFormat(t *testing.T) {
	asked, left := askedOf(t, "coast/Keepers.HTML", "<h1>Keepers</h1><p>They tend lamps.<h2>Pay</h2><p>Crowns.", "## Pay\n- how much?\n")
	if asked != "Keepers > Pay ? how much?\n" || left != nil {
		t.Errorf("asked %q, left out %q", asked, left)
	}
}

// TestAsksOfASectionThatGoesOn after a part that is folded away: it is still one section.
func TestAsksOfASectionThatGoesOn(t *testing.T) {
	asked, left := askedOf(t, "guide.md", "# Guide\n\n## Pay\n\nLow.\n\n<details><summary>More</summary>\n\nHidden.\n\n</details>\n\nIt rises.\n", "## Pay\n- how much?\n")
	if asked != "Guide > Pay ? how much?\n" || left != nil {
		t.Errorf("asked %q, left out %q", asked, left)
	}
}

// TestAsksAreNoText: they change nothing that is indexed or quoted, and are not a document.
func TestAsksAreNoText(t *testing.T) {
	file := load.File{ID: "keepers.md", Data: []byte(keepers)}
	without := parseFile(t, file)
	file.Asks = []byte("## Pay\n- how much?\n")
	with := parseFile(t, file)
	if diff := cmp.Diff(without.Passages(), with.Passages()); diff != "" {
		t.Errorf("passages (-without +with asks)\n%s", diff)
	}
	files, _ := load.Read(fstest.MapFS{"a.md": {}, "a.asks.md": {}}, "")
	if len(files) != 1 || files[0].ID != "a.md" {
		t.Errorf("read %v", files)
	}
}

// TestAnotherAskIsAnotherDocument, or else nobody would take it in.
func TestAnotherAskIsAnotherDocument(t *testing.T) {
	file := load.File{ID: "keepers.md", Data: []byte(keepers)}
	sums := map[string]string{}
	for _, asks := range []string{"", "## Pay\n- how much?\n", "## Pay\n- how tall?\n", "## Salary\n- lost?\n"} {
		file.Asks = []byte(asks)
		d := parseFile(t, file)
		if before, ok := sums[d.Sum]; ok {
			t.Errorf("%q and %q have one sum", before, asks)
		}
		sums[d.Sum] = asks

		known := 0
		p := load.Parser{}
		p.ParseAll(t.Context(), []load.File{file}, func(sum string) (knowledge.Document, bool) {
			if sum == d.Sum {
				known++
			}
			return d, sum == d.Sum
		})
		if lost := strings.Contains(asks, "lost"); (known == 0) != lost {
			t.Errorf("%q: it is used again %d times", asks, known)
		}
	}
}

func parseFile(t *testing.T, f load.File) knowledge.Document {
	t.Helper()
	docs, _ := new(load.Parser).ParseAll(t.Context(), []load.File{f}, nil)
	if len(docs) != 1 {
		t.Fatal(docs)
	}
	return docs[0]
}

// FuzzAsks puts anything beside a document: the document stays as it is, and its asks are text.
func FuzzAsks(f *testing.F) {
	for _, seed := range []string{
		"## Pay\n- how much?\n### Not answered here\n- a pension?\n", "# Keepers\n- a\n## On the coast > Nights\n1. b\n",
		"Not answered here\n===\n- a\n  - b\n\n| c |\n|-|\n| d |\n", "# \n- \n## ???\n- ?\n",
	} {
		f.Add(seed)
	}
	file := load.File{ID: "keepers.md", Data: []byte(keepers)}
	f.Fuzz(func(t *testing.T, asks string) {
		file := file
		file.Asks = []byte(asks)
		d := parseFile(t, file)
		if n := len(d.Passages()); n != 6 {
			t.Errorf("%d passages", n)
		}
		for _, s := range d.Sections {
			for _, q := range append(s.Asks, s.Misses...) {
				if strings.TrimSpace(q) == "" || strings.ContainsAny(q, "\n\x00") {
					t.Errorf("asked %q", q)
				}
			}
		}
	})
}
