package load_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

var converted = flag.String("converted", "", "a folder that testdata/convert.sh has made, whose formats are to be compared")

// TestConverted compares what is read from the same pages in several formats. The others are
// measured against the document read from HTML; the PDF's words are measured against those that
// pdftotext reads, and their order by the longest sequence that both have in common.
func TestConverted(t *testing.T) {
	if *converted == "" {
		t.Skip("SKIPPED: no folder to compare; make one with testdata/convert.sh, and name it by -converted")
	}
	parser := &load.Parser{Cache: t.TempDir()}
	defer parser.Close()
	kept := map[string]*tally{}
	for format, wants := range wanted {
		kept[format] = newTally(wants)
	}
	err := filepath.WalkDir(filepath.Join(*converted, "html"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(filepath.Join(*converted, "html"), path)
		name = strings.TrimSuffix(name, ".html")
		read := func(format string) knowledge.Document { return readConverted(t, parser, format, name) }
		page := read("html")
		kept["md"].compare(name, page, read("md"))
		kept["docx"].compare(name, page, read("docx"))
		if source, err := os.ReadFile(path); err == nil && !inOrder(string(source)) {
			t.Logf("rst of %s is left out: in rst the first heading is the highest", name)
		} else {
			kept["rst"].compare(name, page, read("rst"))
		}
		text, err := os.ReadFile(filepath.Join(*converted, "text", name+".txt"))
		kept["pdf"].comparePDF(name, page, read("pdf"), wordsIn(string(text)))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"md", "docx", "rst", "pdf"} {
		kept[format].report(t, format)
	}
}

var headingTag = regexp.MustCompile(`<h([1-6])`)

// inOrder reports whether each level of heading first appears after those above it, since rst tells
// levels by the order in which they appear.
func inOrder(page string) bool {
	deepest := ""
	seen := map[string]bool{}
	for _, m := range headingTag.FindAllStringSubmatch(page, -1) {
		if level := m[1]; !seen[level] && level < deepest {
			return false
		}
		seen[m[1]], deepest = true, max(deepest, m[1])
	}
	return true
}

// wanted are the least shares, in per cent, that a format must keep.
var wanted = map[string]map[string]float64{
	"md":   {"words": 90, "headings": 90, "items with their levels": 90, "rows with their cells": 90},
	"docx": {"words": 99, "headings": 99, "items with their levels": 99, "rows with their cells": 99},
	"rst":  {"words": 99, "headings": 99, "items with their levels": 99, "rows with their cells": 99},
	"pdf":  {"words": 98, "words in order": 95, "headings": 90},
}

// readConverted is what is read from a file, or nothing if the page says nothing.
func readConverted(t *testing.T, parser *load.Parser, format, name string) knowledge.Document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(*converted, format, name+"."+format))
	if err != nil {
		t.Fatal(err)
	}
	d, err := parser.Parse(t.Context(), load.File{ID: name + "." + format, Data: data})
	if err != nil && !strings.Contains(sayOf(t, err), "no text") {
		t.Errorf("%s of %s: %v", format, name, err)
	}
	return d
}

// tally counts, for each measure, how much is kept.
type tally struct {
	wants map[string]float64
	have  map[string][2]int // kept, of so many
	worst map[string]string
}

func newTally(wants map[string]float64) *tally {
	return &tally{wants, map[string][2]int{}, map[string]string{}}
}

func (c *tally) add(measure, name string, kept, of int, lost []string) {
	h := c.have[measure]
	c.have[measure] = [2]int{h[0] + kept, h[1] + of}
	if kept < of && strings.Count(c.worst[measure], "\n") < 12 {
		c.worst[measure] += fmt.Sprintf("\n\t%s: %d of %d; lost %.160q", name, kept, of, strings.Join(lost, " / "))
	}
}

func (c *tally) compare(name string, page, other knowledge.Document) {
	for measure, of := range map[string]func(knowledge.Document) []string{
		"words": documentWords, "headings": headingsOf, "items with their levels": itemsOf, "rows with their cells": rowsOf,
	} {
		want, got := of(page), of(other)
		kept, lost := common(want, got)
		c.add(measure, name, kept, len(want), lost)
	}
}

func (c *tally) comparePDF(name string, page, pdf knowledge.Document, text []string) {
	read := documentWords(pdf)
	kept, lost := common(text, read)
	c.add("words", name, kept, len(text), lost)
	c.add("words in order", name, longestCommon(text, read), len(text), nil)
	var want, got []string
	for _, s := range page.Sections {
		want = append(want, lettersOf(s.Heading()))
	}
	for _, s := range pdf.Sections {
		got = append(got, lettersOf(s.Heading()))
	}
	kept, lost = common(want, got)
	c.add("headings", name, kept, len(want), lost)
}

func (c *tally) report(t *testing.T, format string) {
	t.Helper()
	for _, measure := range []string{"words", "words in order", "headings", "items with their levels", "rows with their cells"} {
		least, ok := c.wants[measure]
		if !ok {
			continue
		}
		h := c.have[measure]
		share := 100.0
		if h[1] > 0 {
			share = 100 * float64(h[0]) / float64(h[1])
		}
		t.Logf("%-5s %-24s %6.2f %% of %d%s", format, measure, share, h[1], c.worst[measure])
		if share < least {
			t.Errorf("%s keeps %.2f %% of the %s, want %v %%", format, share, measure, least)
		}
	}
}

// common counts what two lists have in common, in any order, and names what the second lacks.
func common(want, got []string) (kept int, lost []string) {
	have := map[string]int{}
	for _, g := range got {
		have[g]++
	}
	for _, w := range want {
		if have[w] > 0 {
			have[w]--
			kept++
		} else {
			lost = append(lost, w)
		}
	}
	return kept, lost
}

// longestCommon is the length of the longest sequence that is in both lists in
// the same order.
func longestCommon(a, b []string) int {
	row := make([]int32, len(b)+1)
	for _, x := range a {
		var before int32
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			before = above
		}
	}
	return int(row[len(b)])
}

var word = regexp.MustCompile(`[\pL\pN_']+`)

func wordsIn(text string) []string { return word.FindAllString(strings.ToLower(text), -1) }

func lettersOf(s string) string { return strings.Join(wordsIn(s), "") }

// documentWords are the words that a document shows, counting each heading and each table's head
// once.
func documentWords(d knowledge.Document) []string {
	var all []string
	head := 0
	for _, s := range d.Sections {
		all = append(all, wordsIn(s.Heading())...)
		for _, p := range s.Passages {
			if p.Kind == knowledge.Row && p.Group != head {
				all = append(all, wordsIn(strings.Join(p.Columns, " "))...)
				head = p.Group
			}
			all = append(all, wordsIn(p.Text)...)
		}
	}
	return all
}

// headingsOf are the headings, along with those that they are under.
func headingsOf(d knowledge.Document) []string {
	var all []string
	for _, s := range d.Sections {
		if len(s.Path) > 0 {
			all = append(all, s.Name())
		}
	}
	return all
}

func itemsOf(d knowledge.Document) []string {
	var all []string
	for _, p := range d.Passages() {
		if p.Kind == knowledge.Item || p.Kind == knowledge.Step {
			all = append(all, fmt.Sprint(p.Kind, p.Level, " ", lettersOf(p.Text)))
		}
	}
	return all
}

func rowsOf(d knowledge.Document) []string {
	var all []string
	for _, p := range d.Passages() {
		if p.Kind == knowledge.Row {
			all = append(all, fmt.Sprintf("%q %q", p.Columns, p.Cells))
		}
	}
	return all
}
