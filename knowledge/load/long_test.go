package load_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// spaceless is text without its spaces, to tell whether anything is lost.
func spaceless(s string) string { return strings.Join(strings.Fields(s), "") }

// whole is a document's headings and passages as one text without spaces. The headings of a section
// count once, and those of columns come before the first row.
func whole(d knowledge.Document) string {
	var b strings.Builder
	group := 0
	for _, s := range d.Sections {
		b.WriteString(s.Heading())
		for _, p := range s.Passages {
			if p.Kind == knowledge.Row && p.Group != group {
				group = p.Group
				b.WriteString(strings.Join(p.Columns, "|"))
			}
			b.WriteString(p.Text)
		}
	}
	return spaceless(b.String())
}

// Long lines of every kind become passages of bounded length, and not a word of them is lost.
func TestLongLinesAreSplit(t *testing.T) {
	alone(t)
	fill := func(unit string, size int) string { return strings.Repeat(unit, size/len(unit)) }
	const sentence = "Pilots guide ships through 2.5 miles of harbour, e.g. at night. "
	for _, c := range []struct{ name, file, text, lost string }{
		{"10 MB of sentences", "guide.txt", fill(sentence, 10<<20), ""},
		{"sentences in Markdown", "guide.md", fill(sentence, 1<<20), ""},
		{"no space", "guide.txt", fill("pilot", 1<<20), ""},
		{"letters of three bytes", "guide.md", fill("引航员", 1<<20), ""},
		{"an item", "guide.md", "- " + fill("Pilots guide ships ", 1<<18), "-"},
		{"a step", "guide.txt", "1. " + fill("Pilots guide ships ", 1<<18), "1."},
		{"a heading", "guide.md", "# " + fill("Pilots guide ships ", 1<<18) + "\n\nText.\n", "#"},
		{"a heading in text", "guide.txt", "# " + fill("Pilots guide ships ", 1<<18) + "\nText.\n", "#"},
		{"a cell", "guide.txt", "Role | Does\nPilot | " + fill("guides ships ", 1<<18), "Role|Does"},
		{"very many cells", "guide.txt", "Role | Does\n" + fill("pilot | ", 1<<18), ""},
		{"very many columns", "guide.txt", fill("column | ", 1<<18) + "end\n1 | 2\n", ""},
		{"very many columns in Markdown", "guide.md", fill("c|", 1<<14) + "c\n" + fill("-|", 1<<14) + "-\n1|2\n", "-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse(t, c.file, c.text)
			checkBounds(t, d)
			bars := strings.NewReplacer("|", "")
			got := bars.Replace(whole(d))
			want := spaceless(c.text)
			if c.lost == "-" {
				want = strings.ReplaceAll(want, "-", "")
			} else {
				want = strings.Replace(want, c.lost, "", 1)
			}
			if want = bars.Replace(want); got != want {
				t.Errorf("%d bytes in, %d out", len(want), len(got))
			}
		})
	}
}

func checkBounds(t *testing.T, d knowledge.Document) {
	t.Helper()
	for _, p := range d.Passages() {
		head := strings.Join(p.Columns, " | ")
		if n := max(utf8.RuneCountInString(p.Text), utf8.RuneCountInString(head)); n > load.MaxPassage {
			t.Fatalf("%s has %d characters, at most %d: %.100s", p.ID, n, load.MaxPassage, p.Text)
		}
		if n := len(knowledge.SectionName(p.Section)); n > 2000 {
			t.Fatalf("%s has a section name of %d bytes: %.100s", p.ID, n, p.Section[0])
		}
	}
}

func TestLongLinesPartAtTheEndOfASentence(t *testing.T) {
	for _, c := range []struct{ name, unit, ends string }{
		{"sentences", "Pilots guide 2.5 ships, e.g. Ropes at 3.75 knots, home. ", " home."},
		{"quotes", "He said: “Pilots guide the v1.5 ships!” (They do.) ", "."},
		{"words", "pilots guide ships, v1.5 and v2.5 ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			words := map[string]bool{}
			for _, w := range strings.Fields(c.unit) {
				words[w] = true
			}
			passages := parse(t, "guide.md", strings.Repeat(c.unit, 300)).Passages()
			if len(passages) < 3 {
				t.Fatalf("%d passages", len(passages))
			}
			for i, p := range passages {
				if n := utf8.RuneCountInString(p.Text); n < load.MaxPassage/2 && i < len(passages)-1 {
					t.Errorf("%s has %d characters only", p.ID, n)
				}
				for _, w := range strings.Fields(p.Text) {
					if !words[w] {
						t.Errorf("%s: %q is no word of the text", p.ID, w)
					}
				}
				if end := strings.TrimRight(p.Text, "”)"); c.name == "sentences" && !strings.HasSuffix(end, c.ends) && !strings.HasSuffix(end, "e.g.") {
					t.Errorf("%s ends with %q", p.ID, p.Text[len(p.Text)-20:])
				}
			}
		})
	}
}

func TestPassagesAreNumberedInOrder(t *testing.T) {
	d := parse(t, "jobs/pilot.md", "# Pilots\n\nOne.\n\n- [Pilots](#pilots)\n- Two.\n\n## Pay\n\nThree.\n")
	for i, p := range d.Passages() {
		if want := fmt.Sprintf("jobs/pilot.md#%d", i+1); p.ID != want || p.Doc != "jobs/pilot.md" {
			t.Errorf("passage %d has ID %q of document %q, want %q", i, p.ID, p.Doc, want)
		}
	}
	last := d.Passages()[2]
	if last.Text != "Three." || knowledge.SectionName(last.Section) != "Pilots > Pay" {
		t.Errorf("the third is %q in %q", last.Text, last.Section)
	}
}
