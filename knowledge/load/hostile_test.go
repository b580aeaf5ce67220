package load_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/race"
)

// times repeats s up to about n bytes.
func times(s string, n int) string { return strings.Repeat(s, n/len(s)) }

// alone skips a test in which a single goroutine has much to do: the race detector takes minutes over it and has
// nothing to find.
func alone(t *testing.T) {
	t.Helper()
	if race.Enabled {
		t.Skip("SKIPPED: much to do for one goroutine; it is done without the race detector")
	}
}

// ample is how long a busy machine may take over something that takes a second or three.
const ample = 5 * time.Minute

// ruled is a table of 5,000 short rows with w columns.
func ruled(w int) string {
	return strings.Repeat("c|", w-1) + "c\n" + strings.Repeat("-|", w-1) + "-\n" + strings.Repeat("cell\n", 5000)
}

// TestHostileDocumentsAreRead has documents that a parser takes minutes or gigabytes over, or dies of; a file may have
// eight times as much. They are read, and the text beside the hostile part is kept.
func TestHostileDocumentsAreRead(t *testing.T) {
	alone(t)
	const size, few = 1 << 19, 1 << 16
	for name, text := range map[string]string{
		"open brackets":        times("[", size),
		"escaped brackets":     times(`\[`, size),
		"nested brackets":      times("[", size/2) + times("]", size/2),
		"nested in blocks":     times(times("[", 90)+times("]", 90)+" ", size),
		"nested images":        times("![", size/2) + times("](b)", size/2),
		"links without end":    times("[a](", size),
		"links in angles":      times(times("[a](<b)]", 3500)+"\n\n", size),
		"a long link":          times("[a](", 7000) + times("x", size-7000),
		"emphasis":             times(times("*a**b", 3200)+"\n\n", size),
		"stars":                times("*", size/2) + "a" + times("*", size/2),
		"code of every length": times("`a``b```c````d", size),
		"tags":                 times("<a b=\"", size),
		"comments":             times("a <!-- ", size),
		"entities":             times("&#", size),
		"backslashes":          times(`\`, size),
		"a wide table":         ruled(load.MaxColumns + 1),
		"a table of nothing":   ruled(load.MaxColumns),
		"many such":            strings.Repeat(strings.Repeat("a|", 50)+"\n"+strings.Repeat("-|", 50)+"\na\na\na\n\n", 3_000),
		"deep lists":           strings.Repeat(strings.Repeat("- ", 40)+"a\n", 1000) + strings.Repeat("\n", 20_000),
		"deep quotations":      strings.Repeat(strings.Repeat(">", 60)+"a\n", 30_000),
		"items in one line":    times("- "+times("*a**b", 90)+"\n  ", size),
		"definitions":          strings.Repeat("[a]: b\n\n[a]\n\n", 3_000),
		"sentences":            times("Pilots guide ships. ", few),
		"shortened words":      times("e.g. i.e. ", few),
		"addresses":            times("<http://a", few),
		"components":           times("<A b={", few),
		"strings":              times("<A b={`", few),
		"open components":      times("<A>\n", few) + "</A>\n",
		"templates":            times("{{ {% ", few),
		"shortcodes":           times("{{< a", few) + ">}}",
		"attributes":           times("{#a", few),
		"links of wikis":       times("[[a|", few),
		"marked words":         times("==a", few),
		"footnotes":            times("[^1]: a\n", few/4),
		"marks of footnotes":   times("[^1]", few) + "\n\n[^1]: x",
		"directives":           times(":::tip\n", few) + ":::\n",
		"admonitions":          times("!!! note\n    a\n", few),
		"comments of Liquid":   times("{% comment %}", few) + "{% endcomment %}",
		"rows without a rule":  times("| a | b |\n", few/4),
		"unfolding":            times("<details><summary>a</summary></details>", few/4),
		"HTML":                 times("<div>\n\n</div>\n\n", few),
		"deep admonitions": func() (s string) {
			for i := range 200 {
				s += strings.Repeat(" ", 4*i) + "!!! note\n"
			}
			return s + strings.Repeat(" ", 800) + "x\n\n" // far to the right, and in no list
		}(),
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			doc, err := new(load.Parser).Parse(t.Context(), load.File{ID: "b.md", Data: []byte("# Bakers\n\nA baker bakes bread.\n\n" + text + "\n\nThe end.\n")})
			if err != nil {
				t.Fatal(err)
			}
			all := doc.Passages()
			if all[0].Text != "A baker bakes bread." || all[len(all)-1].Text != "The end." {
				t.Errorf("the text beside is lost: %q … %q", all[0].Text, all[len(all)-1].Text)
			}
			checkBounds(t, doc)
			if took := time.Since(began); took > ample {
				t.Errorf("took %v", took)
			}
		})
	}
}

// TestHostilePages has HTML that would make more of itself than it is, or makes a
// parser look at it over and over.
func TestHostilePages(t *testing.T) {
	alone(t)
	const size = 1 << 18
	for name, text := range map[string]string{
		"a long attribute":     `<p title="` + times("a", 1<<20) + `">x</p>`,
		"a wide table":         "<table><tr>" + times("<td>c", 6*200_000) + "<tr>" + times("<td>c", 6*200_000) + "</table>",
		"cells that span":      "<table><tr><td colspan=1000 rowspan=65534>x" + times("<tr><td>a", size/2) + "</table>",
		"spans in one another": "<table>" + times("<tr><td rowspan=1000 colspan=90>a", size/2) + "</table>",
		"paragraphs":           times("<p>a", size/4),
		"items":                "<ul>" + times("<li>a", size/4) + "</ul>",
		"open fonts":           times("<p><font size=1><b>", size/4),
		"deep, and long":       strings.Repeat("<div><span>", 200) + times("<b>a</b> ", size/2) + strings.Repeat("</span></div>", 200),
		"entities":             times("&amp;&#65;&notit;", size/4),
		"terms":                "<dl>" + times("<dt>a<dd>b", size/4) + "</dl>",
		"lists in lists":       strings.Repeat("<ul><li>", 150) + times("a<br>", size/2) + strings.Repeat("</ul>", 150),
		"tables in tables":     strings.Repeat("<table><tr><td>", 60) + times("a<br>", size/4) + strings.Repeat("</table>", 60),
		"links":                times("<a href=\"x.md\"></a> ", size/2),
		"headings":             times("<h1>a</h1>", size/2),
		"quotations":           strings.Repeat("<blockquote>", 200) + times("<p>a", size/4) + strings.Repeat("</blockquote>", 200),
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			doc, err := new(load.Parser).Parse(t.Context(), load.File{ID: "b.html", Data: []byte("<h1>Bakers</h1><p>A baker bakes bread.</p>" + text + "<p>The end.</p>")})
			if err != nil {
				t.Fatal(err)
			}
			all := doc.Passages()
			if all[0].Text != "A baker bakes bread." || all[len(all)-1].Text != "The end." {
				t.Errorf("the text beside is lost: %q … %q", all[0].Text, all[len(all)-1].Text)
			}
			checkBounds(t, doc)
			if took := time.Since(began); took > ample {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestDocumentsBeyondTheLimits(t *testing.T) {
	alone(t)
	const deep = `nests lists or quotations more than 64 deep in line 3: flatten them.`
	const many = `holds more than 50000 sections or passages: split it.`
	front := func(text string) string { return "---\n" + text + "\n---\nText.\n" }
	for _, c := range []struct{ name, file, text, say string }{
		{"quotations", "b.md", "Text.\n\n" + times(">", 1<<20) + "a", deep},
		{"lists", "b.md", "Text.\n\n" + times("- ", 1<<20) + "a", deep},
		{"numbers", "b.md", "Text.\n\n" + times("1. ", 1<<20) + "a", deep},
		{"one in another", "b.md", "Text.\n\n" + times("> -\t", 1<<20) + "a", deep},
		{"a list far to the right", "b.md", "Text.\n\n" + times(" ", 130) + "- a", deep},
		{"open letters", "b.html", times("<b><i>a</p>", 1<<16), "nests its elements too deeply: flatten them."},
		{"open elements", "b.html", times("<div>", 500_000), "nests its elements too deeply: flatten them."},
		{"open elements in Markdown", "b.md", times("<div>\n\n", 1<<16), "holds HTML that nests too deeply: flatten it."},
		{"lines", "b.md", times("a\n", 2*load.MaxLines+2), "has more than 100000 lines: split it."},
		{"old lines", "b.txt", times("a\r", 2*load.MaxLines+2), "has more than 100000 lines: split it."},
		{"rows", "b.md", "a|b\n-|-\n" + times("a|b\n", 4*load.MaxPassages+4), many},
		{"items", "b.txt", times("- a\n", 4*load.MaxPassages+4), many},
		{"headings", "b.md", times("# a\n", 4*load.MaxPassages+4), many},
		{"a long title", "b.md", front("title: " + times("a", 301)), "has front matter with a field of more than 300 characters: shorten it."},
		{"a long alias", "b.md", front("aliases: [a, " + times("b", 301) + "]"), "has front matter with a field of more than 300 characters: shorten it."},
		{"many aliases", "b.md", front("aliases: " + times("a,", 202)), "has more than 100 aliases: leave out those that nobody uses."},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := new(load.Parser).Parse(t.Context(), load.File{ID: c.file, Data: []byte(c.text)})
			if err == nil {
				t.Fatal("it was read")
			}
			wantSay(t, err, fmt.Sprintf("The file %q %s", c.file, c.say))
		})
	}
}

// TestFrontMatterThatGrows has YAML that names itself over and over.
func TestFrontMatterThatGrows(t *testing.T) {
	laughs := "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
	for i := 1; i < 12; i++ {
		laughs += fmt.Sprintf("a%d: &a%[1]d [%s]\n", i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 9), ", "))
	}
	for name, text := range map[string]string{
		"laughs as aliases": laughs + "aliases: *a11\n",
		"laughs as title":   laughs + "title: *a11\n",
		"a ring":            "aliases: &a [*a]\n",
		"a merged ring":     "a: &a\n  <<: *a\n<<: *a\n",
		"deep":              "title: " + strings.Repeat("[", 7000) + strings.Repeat("]", 7000),
		"deep elsewhere":    "other: " + strings.Repeat("{a: ", 3000) + strings.Repeat("}", 3000),
		"laughs elsewhere":  laughs,
		"many keys": func() (s string) {
			for i := range 1500 {
				s += fmt.Sprintf("k%d: v\n", i)
			}
			return s
		}(),
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			doc, err := new(load.Parser).Parse(t.Context(), load.File{ID: "b.md", Data: []byte("---\n" + text + "\n---\nText.\n")})
			if err != nil {
				t.Error(err)
			} else if len(doc.Aliases) > 0 || len(doc.Title) > 100 {
				t.Errorf("read %d aliases, title %.100q", len(doc.Aliases), doc.Title)
			}
			if took := time.Since(began); took > 10*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// TestHonestMarkupStays has what people do write, much of it.
func TestHonestMarkupStays(t *testing.T) {
	d := parse(t, "b.md", times("- [Bread](b.md) is *good* `x` <br>\n", 30_000)+"\n\n"+
		"* * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * *\n\n"+
		strings.Repeat("a | b | c\n- | - | -\nx | **y** | z\n\n", 1000)+
		"- a\n  - b\n    - c\n      1. d\n         > e\n")
	text := whole(d)
	if strings.ContainsAny(text, "*[]`\\<") || !strings.Contains(text, "y") || !strings.Contains(text, "e") {
		t.Errorf("marks are left in the text: %.200s", text)
	}
}

// TestSectionNamesAreBounded nests headings as deeply as numbers allow.
func TestSectionNamesAreBounded(t *testing.T) {
	text, number := "", "1"
	for range 400 {
		text += number + ". " + times("Bread ", 80) + "\n\nA baker bakes bread every day, in the early morning, long before the others rise.\n\n"
		number += ".1"
	}
	checkBounds(t, parse(t, "b.txt", text))
	text = ""
	for i := range 6 {
		text += strings.Repeat("#", i+1) + " " + times("面包", 900) + "\n\nText.\n\n"
	}
	checkBounds(t, parse(t, "b.md", text))
}
