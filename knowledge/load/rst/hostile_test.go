package rst_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/rst"
	"careeradvisor/knowledge/load/tree"
)

// times repeats s up to about n bytes.
func times(s string, n int) string { return strings.Repeat(s, n/len(s)) }

// TestHostileTexts has texts that a careless parser takes minutes over. They are read, and the text
// beside the hostile part is kept.
func TestHostileTexts(t *testing.T) {
	const size = 1 << 19
	for name, text := range map[string]string{
		"stars":                  times("*", size),
		"open emphasis":          times("*a ", size),
		"open literals":          times("``a ", size),
		"open links":             times("`a <", size),
		"bars":                   times("|a ", size) + "b|",
		"bars around":            times("|a", size),
		"colons":                 times(":", size),
		"roles":                  times(":a:`", size),
		"underscores":            times("_", size),
		"words with dashes":      times("a-", size),
		"brackets":               times("[", size),
		"backslashes":            times(`\`, size),
		"names":                  times(".. _a: b\n", size),
		"labels":                 times(".. _a:\n\n", size),
		"names of one another":   ".. _a: b_\n.. _b: a_\n\n" + times("a_ b_ ", size),
		"long names":             ".. _a:" + times("\n   b", size),
		"long substitutions":     ".. |a| replace::" + times("\n   b", size) + "\n\n|a|",
		"substitutions":          ".. |a| replace:: " + times("b", 1000) + "\n\n" + times("|a| ", size/100),
		"bullets":                times("- a\n", size),
		"numbers":                times("1. a\n", size),
		"terms":                  times("a\n b\n", size),
		"quotations":             times("a\n\n b\n\n", size),
		"fields":                 times(":a: b\n", size),
		"options":                times("-a  b\n", size),
		"line blocks":            times("| a\n", size),
		"titles":                 times("a\n=\n", size),
		"titles of every style":  times("a\n====\n\nb\n----\n\nc\n~~~~\n\nd\n++++\n\n", size),
		"adornments":             times("====\n", size),
		"a wide grid":            strings.Repeat("+-", 190) + "+\n" + strings.Repeat(strings.Repeat("| ", 190)+"|\n"+strings.Repeat("+-", 190)+"+\n", 500),
		"a grid of one cell":     strings.Repeat("+-", 190) + "+\n" + strings.Repeat("|"+strings.Repeat(" ", 379)+"|\n", 1000) + strings.Repeat("+-", 190) + "+\n",
		"a wider grid":           strings.Repeat("+-", 5000) + "+\n" + strings.Repeat("| ", 5000) + "|\n" + strings.Repeat("+-", 5000) + "+\n",
		"open grids":             times("+-+\n\n", size),
		"a wide simple table":    strings.Repeat("= ", 199) + "=\n" + times(strings.Repeat("a ", 199)+"a\n", size) + strings.Repeat("= ", 199) + "=\n",
		"open simple tables":     times("== ==\n\n", size/100),
		"simple tables of lines": times("== ==\na  b\n", size),
		"directives":             times(".. note::\n\n   a\n\n", size),
		"long arguments":         ".. admonition:: a" + times("\n   b", size),
		"values":                 ".. csv-table::\n\n" + times("   \"\n", size),
		"raw HTML":               ".. raw:: html\n\n" + times("   <p><b>\n", size/10),
	} {
		t.Run(name, func(t *testing.T) {
			page, err := rst.Tree([]byte("Bakers\n======\n\nA baker bakes bread.\n\n" + text + "\n\nThe end.\n"))
			if err != nil {
				t.Fatal(err)
			}
			words := tree.Words(page)
			if !strings.HasPrefix(words, "BakersA baker bakes bread.") || !strings.Contains(words[max(0, len(words)-20):], "The end.") {
				t.Errorf("the text beside is lost: %.40q … %q", words, words[max(0, len(words)-40):])
			}
		})
	}
}

func TestDeepTextsAreRefused(t *testing.T) {
	var quotes strings.Builder
	for i := range rst.MaxDepth + 2 {
		quotes.WriteString(strings.Repeat(" ", i) + "a\n\n")
	}
	for name, text := range map[string]string{
		"quotations":     quotes.String(),
		"items":          strings.Repeat("- ", 1000) + "a",
		"notes in notes": strings.Repeat(".. [1] ", 1000) + "a",
	} {
		_, err := rst.Tree([]byte(text))
		f, ok := errors.AsType[*tree.Fault](err)
		if !ok || f.What != "nests lists or quotations more than 64 deep: flatten them" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzText reads any text; everything that is read is in it.
func FuzzText(f *testing.F) {
	for _, seed := range []string{
		"Pilots\n======\n\n- a\n\n  1. b\n\nTerm\n  Means.\n\n:f: g\n",
		"*a* **b** ``c`` `d <e>`_ |f| [1]_ :g:`h` i_ \\j\n\n.. [1] k\n.. |f| replace:: l\n.. _i: m\n",
		"+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n\n== ==\na  b\n== ==\n",
		".. list-table::\n   :header-rows: 1\n\n   * - a\n     - b\n\n.. csv-table::\n   :header: a, \"b\n\n   c\n",
		"::\n\n  a\n\n| b\n  c\n\n>>> d\n\n.. note:: e\n.. raw:: html\n\n   <b>f\n",
		"..\n\n.. __: a\n__ b\n\n`c`__\n\n====\nd\n====\n\n-e  f\n(a) g\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		page, err := rst.Tree([]byte(text))
		if err != nil {
			if _, ok := errors.AsType[*tree.Fault](err); !ok {
				t.Fatalf("error %v has no sentence for people", err)
			}
			return
		}
		if err := html.Render(io.Discard, page); err != nil {
			t.Fatal(err)
		}
		if words := tree.Words(page); !utf8.ValidString(words) {
			t.Fatalf("%q is not UTF-8", words)
		}
	})
}
