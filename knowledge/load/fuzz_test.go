package load_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

func FuzzText(f *testing.F) {
	for _, seed := range []string{
		"What is a pilot?\nA pilot guides ships.\n\nPay\n• Good: 10\n• Regular\n",
		"1. Learn.\n- Maps\n2. Ask.\n\na. Go to sea\nIt takes a year of your life, or two, or more than that.\n",
		"Level | Pay\n— | —\nJunior | 10 | a\n\n| | |\n",
		"---\ntitle: a\naliases: b, c\n---\nText.\n",
		"a\t\u00a0b\x01\u200bc\r\nd\re\n=====\n",
		"A line that is wrapped by hand at some column, as people used to do\nwhen they wrote letters.\n",
		strings.Repeat("word. ", 1200),
		strings.Repeat("é|", 3100),
		"# " + strings.Repeat("long ", 100) + "\n" + strings.Repeat("x", 3001),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := understood(t, "guide.txt", text)
		if !ok {
			return
		}
		text = visible(text)
		for _, said := range sayings(d) {
			for _, word := range strings.Fields(visible(said)) {
				if !strings.Contains(text, word) {
					t.Fatalf("the word %q stands nowhere in the text", word)
				}
			}
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{
		"# Pilots\n\nThey *guide* **ships** [far](https://example.org).\n\n**Pay**\n\n- Good: 10\n  1. Regular\n",
		"1. # Learn\n\n   > Said so.\n\n   a | b\n   -|-\n   1 | 2 | 3\n\n2. Ask.<br>Wait &amp; go.\n",
		"Pilots\n===\n\n`a\\*b` \\*c <b>d</b> ![e](f) <https://example.org> ~~g~~\n\n[h]: i\n",
		"---\ntitle: a\naliases: [b]\n---\n> - x\n> - y\n",
		"# " + strings.Repeat("long ", 100) + "\n\n" + strings.Repeat("x", 3001) + "\n",
		"a|b\n-|-\n" + strings.Repeat("é", 3001) + "|c\n",
		"<details><summary>a</summary>\n\n:::tip b\nc\n:::\n\n</details>\n\n!!! note \"d\"\n    e\n\n=== \"f\"\n    g\n",
		"import A from 'b'\n\n<A title=\"c\" d={e}>\n  f {g} {'h'}\n</A>\n\n[^1] {{ i }} {% j %} {{< k l=\"m\" >}}\n\n[^1]: n\n",
		"[[a|b]] ![[c.png]] ==d== {#e} {: .f }\n\n> [!NOTE] g\n> h\n\n| i | j |\n| k | l |\n\nm\n: n\n",
		"---\na: [{b: Some text of five words., c: [d]}]\n---\n<table><tr><td rowspan=2>a<td>b<tr><td colspan=3>c</table>\n",
	} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, text string, mdx bool) {
		name := "guide.md"
		if mdx {
			name = "guide.mdx"
		}
		d, ok := understood(t, name, text)
		if !ok || strings.Contains(text, "&") { // an entity stands for what is not in the text
			return
		}
		for _, said := range sayings(d) {
			if !standsIn(said, text) {
				t.Fatalf("%q does not stand in the text", said)
			}
		}
	})
}

func FuzzHTML(f *testing.F) {
	for _, seed := range []string{
		"<html lang=es><head><title>a</title></head><body><main><h1>b</h1><p>c<br><br>d<ul><li>e<ol><li>f</ol>g</ul></main>",
		"<table><caption>a</caption><thead><tr><th colspan=2 rowspan=2>b<th>c<tr><td>d<tbody><tr><td rowspan=0>e<td><ul><li>f<li>g</ul><table><tr><td>h</table></table>",
		"<dl><div><dt>a<dt>b<dd>c<dd><p>d<pre>e\n  f</pre></div></dl><aside><h2>g</h2>h</aside><blockquote>i<h3>j</h3></blockquote>",
		"<details open><summary>a<h4>b</h4></summary><details>c</details></details>d<div class=admonition><p class=admonition-title>e</div>",
		"<p><b>a</b><p>b<sup>2</sup><sub>3</sub><a href=c.md></a><svg><p>d</svg><math><mi>e</math><select><option>f",
		"<meta charset=utf-16><p>{{ a }} {% b %}<h6 aria-level=99>c<h1>d",
		"<a><b><p></a>a</b><table>b<tr>c</table><frameset>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { understood(t, "page.html", text) })
}

// understood parses text as it would a file read by [load.Read], and checks the promises that hold
// for every format.
func understood(t *testing.T, file, text string) (knowledge.Document, bool) {
	if !utf8.ValidString(text) || strings.Contains(text, "\x00") {
		return knowledge.Document{}, false // refused when it is read
	}
	d, err := new(load.Parser).Parse(t.Context(), load.File{ID: file, Data: []byte(text)})
	if err != nil {
		if _, ok := errors.AsType[*knowledge.Error](err); !ok {
			t.Fatalf("error %v has no sentence for people", err)
		}
		return d, false
	}
	checkBounds(t, d)
	if d.Title == "" || len(d.Passages()) == 0 {
		t.Fatalf("title %q, %d passages", d.Title, len(d.Passages()))
	}
	for _, s := range d.Sections {
		for _, p := range s.Passages {
			switch {
			case strings.TrimSpace(p.Text) == "" || strings.ContainsAny(p.Text, "\r\t") || strings.Contains(p.Text, "\n") && p.Kind != knowledge.Code:
				t.Fatalf("passage %q is not one line of text", p.Text)
			case !utf8.ValidString(p.Text):
				t.Fatalf("passage %q is not UTF-8", p.Text)
			case !strings.HasPrefix(p.Text, p.Label) || strings.TrimSpace(p.Label) != p.Label:
				t.Fatalf("passage %q does not begin with its label %q", p.Text, p.Label)
			case len(p.Cells) != len(p.Columns) || (p.Kind == knowledge.Row) != (len(p.Cells) > 0):
				t.Fatalf("%s has cells %q for columns %q", p.Kind, p.Cells, p.Columns)
			case (p.Level == 0 && p.Kind != knowledge.Row) != (p.Group == 0):
				t.Fatalf("%s of level %d is of group %d", p.Kind, p.Level, p.Group)
			case !slices.Equal(p.Section, s.Path):
				t.Fatalf("passage of section %q stands in %q", p.Section, s.Path)
			}
		}
	}
	return d, true
}

// sayings are a document's headings, columns and passages.
func sayings(d knowledge.Document) []string {
	var all []string
	for _, s := range d.Sections {
		all = append(all, s.Path...)
		for _, p := range s.Passages {
			all = append(append(all, p.Text), p.Columns...)
		}
	}
	return all
}

// visible is text without the characters that are stripped from documents.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if (unicode.Is(unicode.C, r) || r == unicode.ReplacementChar) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// standsIn reports whether the letters and digits of said are in text, in order, whatever markup is
// between them and however keys of front matter are written.
func standsIn(said, text string) bool {
	rest := []rune(strings.ToLower(text))
	for _, r := range strings.ToLower(said) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		at := slices.Index(rest, r)
		if at < 0 {
			return false
		}
		rest = rest[at+1:]
	}
	return true
}
