package pdf_test

import (
	"context"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/pdf"
	"careeradvisor/knowledge/load/tree"
)

// engine is shared by all tests, since it takes seconds to start.
var engine pdf.Engine

func TestMain(m *testing.M) {
	code := m.Run()
	_ = engine.Close()
	os.Exit(code)
}

// It does not matter in HTML how much space is between words, or whether there is any before the
// end of an element.
var spaces, spaceInside = regexp.MustCompile(` +`), regexp.MustCompile(` +</`)

// shown is the body of a page, with one line for each block.
func shown(t testing.TB, page *html.Node) string {
	t.Helper()
	var b strings.Builder
	if err := html.Render(&b, page); err != nil {
		t.Fatal(err)
	}
	_, s, _ := strings.Cut(b.String(), "<body>")
	s = strings.TrimSuffix(s, "</body></html>")
	s = spaceInside.ReplaceAllString(spaces.ReplaceAllString(s, " "), "</")
	for _, end := range []string{"</p>", "</h1>", "</h2>", "</h3>", "</li>", "</ul>", "</ol>", "</tr>", "</table>", "</pre>", "</blockquote>", "<ul>", "<ol>"} {
		s = strings.ReplaceAll(s, end, end+"\n")
	}
	return s
}

func read(t testing.TB, data []byte) string {
	t.Helper()
	page, err := engine.Tree(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	return shown(t, page)
}

// prose is the lines of a paragraph that fills its width.
var prose = []string{
	"A harbour pilot guides ships into the port and out of it again, in any",
	"weather and at any hour of the day or of the night, which is the reason",
	"why sleep matters.",
}

const proseText = "A harbour pilot guides ships into the port and out of it again, in any weather and at any hour of the day or of the night, which is the reason why sleep matters."

func TestLayout(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"headings by their size and weight", at(50, 700, 24, "r", "Harbour pilots") + lines(50, 660, prose...) + at(50, 600, 16, "b", "What they earn, and what") + at(50, 582, 16, "b", "it depends on") +
			lines(50, 560, prose...) + at(50, 500, 10, "b", "Boats") + lines(50, 480, prose...) + at(50, 430, 16, "b", "Leave") + lines(50, 410, prose...),
			"<h1>Harbour pilots</h1>\n<p>" + proseText + "</p>\n<h2>What they earn, and what it depends on</h2>\n<p>" + proseText + "</p>\n<h3>Boats</h3>\n<p>" + proseText + "</p>\n<h2>Leave</h2>\n<p>" + proseText + "</p>\n"},
		{"paragraphs with space between, and indented", lines(50, 700, prose...) + lines(50, 650, prose...) + at(65, 614, 10, "r", "An indented line begins another paragraph, which is long enough,") + lines(50, 602, "and goes on."),
			"<p>" + proseText + "</p>\n<p>" + proseText + "</p>\n<p>An indented line begins another paragraph, which is long enough, and goes on.</p>\n"},
		{"bold words", at(50, 700, 10, "r", "Pilots earn ") + at(105, 700, 10, "b", "ninety") + at(138, 700, 10, "r", " a day."), "<p>Pilots earn <strong>ninety</strong> a day.</p>\n"},
		{"raised and lowered text", at(50, 700, 10, "r", "In O(n") + at(78, 704.5, 6, "r", "2") + at(82, 700, 10, "r", ") time, with H") + at(140.5, 698, 6, "r", "2") + at(144, 700, 10, "r", "O, pilots"), "<p>In O(n2) time, with H2O, pilots</p>\n"},
		{"lists by their marks", lines(50, 700, "They:") + lines(60, 680, "\x95 guide ships through the narrows, and through whatever") + lines(70, 668, "else there is;") +
			lines(80, 650, "- by day") + lines(80, 636, "- by night") + lines(60, 618, "\x95 train.") + lines(50, 590, "1. Go to sea.") + lines(50, 576, "2. Ask.") + lines(50, 550, "That is all."),
			"<p>They:</p>\n<ul>\n<li><p>guide ships through the narrows, and through whatever else there is;</p>\n<ul>\n<li><p>by day</p>\n</li>\n<li><p>by night</p>\n</li>\n</ul>\n</li>\n<li><p>train.</p>\n</li>\n</ul>\n" +
				"<ol>\n<li><p>Go to sea.</p>\n</li>\n<li><p>Ask.</p>\n</li>\n</ol>\n<p>That is all.</p>\n"},
		{"a mark apart from its text", lines(60, 700, "1.") + lines(80, 700, "Go to sea.") + lines(60, 686, "2.") + lines(80, 686, "Ask."), "<ol>\n<li><p>Go to sea.</p>\n</li>\n<li><p>Ask.</p>\n</li>\n</ol>\n"},
		{"many marks apart are no column", lines(60, 700, "\x95", "\x95", "\x95", "\x95", "\x95", "\x95") + lines(80, 700, "Go", "to", "sea", "and", "come", "back"),
			"<ul>\n<li><p>Go</p>\n</li>\n<li><p>to</p>\n</li>\n<li><p>sea</p>\n</li>\n<li><p>and</p>\n</li>\n<li><p>come</p>\n</li>\n<li><p>back</p>\n</li>\n</ul>\n"},
		{"steps go on after a paragraph", lines(50, 700, "1. Go to sea.") + lines(50, 680, "It takes a year.") + lines(50, 660, "2. Ask."), "<ol>\n<li><p>Go to sea.</p>\n</li>\n</ol>\n<p>It takes a year.</p>\n<ol start=\"2\"><li><p>Ask.</p>\n</li>\n</ol>\n"},
		{"a year at the beginning of a line is no number", lines(50, 700, "The rule that pilots sleep for eight hours was made by the council in", "1998. It has been kept."), "<p>The rule that pilots sleep for eight hours was made by the council in 1998. It has been kept.</p>\n"},
		{"a table", lines(50, 700, "Level") + lines(150, 700, "Duty") + lines(350, 700, "Note") + lines(50, 680, "Mate") + lines(150, 680, "Ties knots and looks after", "the boat") + lines(350, 680, "Young") +
			lines(50, 648, "Pilot") + lines(150, 648, "Guides ships") + lines(350, 648, "Old") + lines(50, 600, prose...),
			"<table><tbody><tr><td>Level</td><td>Duty</td><td>Note</td></tr>\n<tr><td>Mate</td><td>Ties knots and looks after the boat</td><td>Young</td></tr>\n<tr><td>Pilot</td><td>Guides ships</td><td>Old</td></tr>\n</tbody></table>\n<p>" + proseText + "</p>\n"},
		{"columns", at(50, 740, 18, "b", "Pilots") +
			lines(50, 700, "A harbour pilot guides ships into the", "port and out of it again, in any weath-", "er and at any hour of the day or of the", "night, which is the reason why sleep", "matters, and why nobody disputes the", "part-time rules that have been kept.") +
			lines(320, 706, "They earn ninety a day, as the senior", "pilots have done for many years now,", "whatever the weather may be, so that", "part-time work is paid by the hour. No-", "body has complained of that so far, and", "sleep matters, and so does the weath-", "er, and the pay."),
			"<h1>Pilots</h1>\n<p>A harbour pilot guides ships into the port and out of it again, in any weather and at any hour of the day or of the night, which is the reason why sleep matters, and why nobody disputes the part-time rules that have been kept.</p>\n" +
				"<p>They earn ninety a day, as the senior pilots have done for many years now, whatever the weather may be, so that part-time work is paid by the hour. Nobody has complained of that so far, and sleep matters, and so does the weather, and the pay.</p>\n"},
		{"letters that are joined, and marks in the corner", "q 0.7 0.7 -0.7 0.7 100 100 cm\n" + at(0, 0, 60, "b", "DRAFT") + "Q\n" + lines(50, 700, "Pilots."), "<p>Pilots.</p>\n"},
		{"text in a drawing of another size", "q 2 0 0 2 100 200 cm\n" + at(0, 100, 5, "r", "Pilots") + at(20, 100, 5, "b", "sail") + "Q\n", "<p>Pilots <strong>sail</strong></p>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, read(t, maker{pages: []string{c.page}}.bytes())); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestPagesTogether(t *testing.T) {
	page := func(number, title string, text ...string) string {
		return at(400, 780, 8, "r", "Harbour authority, May "+number) + at(50, 740, 16, "b", title) + lines(50, 700, text...) + at(300, 20, 8, "r", "page "+number+" of 3")
	}
	data := maker{pages: []string{
		page("1", "Pilots", prose[0], prose[1]),
		at(400, 780, 8, "r", "Harbour authority, May 2") + lines(50, 740, prose[2], "", "They earn ninety.") + at(300, 20, 8, "r", "page 2 of 3"),
		page("3", "Leave", "Twenty days."),
	}}.bytes()
	want := "<h1>Pilots</h1>\n<p>" + proseText + "</p>\n<p>They earn ninety.</p>\n<h1>Leave</h1>\n<p>Twenty days.</p>\n"
	if diff := cmp.Diff(want, read(t, data)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestBookmarksTellHeadings(t *testing.T) {
	data := maker{
		pages:     []string{at(50, 740, 10, "r", "1 Pilots") + lines(50, 700, prose...) + at(50, 640, 10, "r", "1.1 Pay") + at(50, 620, 24, "b", "Ninety!") + at(50, 590, 10, "r", "Leave") + lines(50, 570, prose...)},
		bookmarks: []mark{{"Pilots", []mark{{"Pay", nil}}}, {"Leave", nil}, {"Not there", nil}},
	}.bytes()
	want := "<h1>1 Pilots</h1>\n<p>" + proseText + "</p>\n<h2>1.1 Pay</h2>\n<p><strong>Ninety!</strong></p>\n<h1>Leave</h1>\n<p>" + proseText + "</p>\n"
	if diff := cmp.Diff(want, read(t, data)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTurnedPage(t *testing.T) {
	data := maker{rotate: 90, pages: []string{
		"q 0 1 -1 0 600 0 cm\n" + at(50, 500, 20, "b", "Pilots") + lines(50, 460, prose...) + "Q\n" + at(300, 10, 6, "r", "printed here")}}.bytes()
	if diff := cmp.Diff("<h1>Pilots</h1>\n<p>"+proseText+"</p>\n", read(t, data)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTitleOfTheDocument(t *testing.T) {
	for title, want := range map[string]string{"Pilots of the harbour": "Pilots of the harbour", "Microsoft Word - pilots.docx": "", "Untitled": "", "": ""} {
		page, err := engine.Tree(t.Context(), maker{title: title, pages: []string{lines(50, 700, "Text.")}}.bytes())
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for n := range page.Descendants() {
			if n.Data == "title" {
				got = tree.Words(n)
			}
		}
		if got != want {
			t.Errorf("%q: title %q, want %q", title, got, want)
		}
	}
}

func TestTags(t *testing.T) {
	m := maker{pages: []string{
		marked(0, at(50, 740, 10, "r", "Pilots")) + marked(1, lines(50, 700, prose[0], prose[1])) + at(50, 20, 8, "r", "on the margin") +
			marked(2, lines(300, 650, "40")) + marked(3, lines(100, 650, "Mate")) + marked(4, lines(100, 670, "Level and pay")),
		marked(0, lines(50, 760, prose[2])) + marked(1, lines(50, 700, "7.")) + marked(2, lines(70, 700, "Go to sea.")) + marked(3, lines(90, 688, "- at night")) +
			marked(4, lines(50, 650, "a = 1", "b = 2")) + marked(5, lines(50, 600, "Said so.")) + marked(6, lines(50, 580, "A chart")) + marked(7, lines(50, 560, "Fig. 1")) +
			marked(8, at(50, 540, 10, "b", "Mind")) + marked(9, at(80, 540, 10, "r", "the gap.")),
	}}
	m.structure = m.tags(
		"Document: 1 2 3 10 16 17 18 20",
		"H2: p0m0",
		"P: p0m1 p1m0", // over two pages
		"Table: 4 7",
		"THead: 5",
		"TR: 6",
		"TH /ColSpan 2: p0m4",
		"TR: 8 9",
		"TD: p0m3",
		"TD: p0m2",
		"L: 11",
		"LI: 12 13",
		"Lbl: p1m1",
		"LBody: 14 15",
		"P: p1m2",
		"L: 22",
		"Code: p1m4",
		"BlockQuote: p1m5",
		"Figure: p1m6 19",
		"Caption: p1m7",
		"P: p1m8 21",
		"Span: p1m9",
		"LI: 23",
		"LBody: p1m3",
	)
	want := "<h2>Pilots</h2>\n<p>" + proseText + "</p>\n" +
		"<table><thead><tr><th colspan=\"2\"><p>Level and pay</p>\n</th></tr>\n</thead><tbody><tr><td><p>Mate</p>\n</td><td><p>40</p>\n</td></tr>\n</tbody></table>\n" +
		"<ol start=\"7\"><li><p>Go to sea.</p>\n<ul>\n<li><p>- at night</p>\n</li>\n</ul>\n</li>\n</ol>\n<pre>a = 1\nb = 2</pre>\n<blockquote><p>Said so.</p>\n</blockquote>\n<p>Fig. 1</p>\n<p><strong>Mind</strong> the gap.</p>\n"
	if diff := cmp.Diff(want, read(t, m.bytes())); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// If tags cover little of the text, or never say what anything is, the layout decides.
func TestTagsThatTellNothing(t *testing.T) {
	page := marked(0, at(50, 740, 20, "b", "Pilots")) + marked(1, lines(50, 700, prose...))
	m := maker{pages: []string{page}}
	m.structure = m.tags("Document: 1 2", "P: p0m0", "P: p0m1")
	few := maker{pages: []string{page}}
	few.structure = few.tags("Document: 1", "H1: p0m0")
	for name, m := range map[string]maker{"paragraphs only": m, "little": few} {
		if diff := cmp.Diff("<h1>Pilots</h1>\n<p>"+proseText+"</p>\n", read(t, m.bytes())); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

// wantFault expects a file to be given up on, with a sentence for people.
func wantFault(t *testing.T, data []byte, what string) {
	t.Helper()
	page, err := engine.Tree(context.Background(), data)
	f, ok := errors.AsType[*tree.Fault](err)
	if page != nil || !ok || f.What != what {
		t.Errorf("read %v, %v; want %q", page, err, what)
	}
}
