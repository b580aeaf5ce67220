package load_test

import "testing"

func TestMarkdownHeadings(t *testing.T) {
	checkStructures(t, "guide.md", []structure{
		{"levels nest",
			lines("# Product", "", "About it.", "", "## Duties", "", "Many.", "", "### Daily", "", "Some.", "", "## Pay", "", "Good."),
			lines("= Product", "paragraph: About it.", "= Product > Duties", "paragraph: Many.",
				"= Product > Duties > Daily", "paragraph: Some.", "= Product > Pay", "paragraph: Good.")},
		{"a level left out is no level",
			lines("# Product", "### Daily", "Some.", "## Pay", "Good."),
			lines("= Product", "= Product > Daily", "paragraph: Some.", "= Product > Pay", "paragraph: Good.")},
		{"underlined",
			lines("Product", "=======", "About it.", "", "Duties", "------", "Many."),
			lines("= Product", "paragraph: About it.", "= Product > Duties", "paragraph: Many.")},
		{"text before the first",
			lines("Preface.", "", "# Product", "", "About it."),
			lines("= ", "paragraph: Preface.", "= Product", "paragraph: About it.")},
		{"markup dropped",
			lines("## The *very* [best](https://example.org) `job` &amp; more ##", "", "Text."),
			lines("= The very best job & more", "paragraph: Text.")},
		{"empty is none",
			lines("#", "", "## Pay", "", "Good."),
			lines("= Pay", "paragraph: Good.")},
		{"a bold line heads what follows",
			lines("# Product", "", "**Skills**", "", "Many.", "", "**Hard skills:**", "- Code", "", "**What else?**", "", "Nothing."),
			lines("= Product", "= Product > Skills", "paragraph: Many.", "= Product > Hard skills:", "item 1: Code",
				"= Product > What else?", "paragraph: Nothing.")},
		{"a bold sentence is text",
			lines("# Product", "", "**Read this before you apply.**", "", "Then apply.", "", "**The end**"),
			lines("= Product", "paragraph: Read this before you apply.", "paragraph: Then apply.", "paragraph: The end")},
		{"bold words in a line are text",
			lines("# Product", "", "**Pay** is good.", "", "**Fit:** good.", "", "Ask **us**"),
			lines("= Product", "paragraph: Pay is good.", "paragraph [Fit]: Fit: good.", "paragraph: Ask us")},
	})
}

func TestMarkdownLists(t *testing.T) {
	checkStructures(t, "guide.md", []structure{
		{"items of two lists",
			lines("- Code", "- Talk", "", "Then:", "", "* Plan", "+ Ship"),
			lines("= ", "item 1: Code", "item 1: Talk", "paragraph: Then:", "item 2: Plan", "item 3: Ship")},
		{"labelled",
			lines("- Market Research: ask users.", "- **Strategy** – say no.", "- and so on: more"),
			lines("= ", "item 1 [Market Research]: Market Research: ask users.", "item 1 [Strategy]: Strategy – say no.",
				"item 1: and so on: more")},
		{"nested, in one group",
			lines("- Skills", "  - Code", "    - Go", "  - Talk", "- Pay"),
			lines("= ", "item 1: Skills", "item 1.2: Code", "item 1.3: Go", "item 1.2: Talk", "item 1: Pay")},
		{"steps",
			lines("1. Learn.", "2. Build.", "", "   Build more.", "3) Ship."),
			lines("= ", "step 1: Learn.", "step 1: Build. Build more.", "step 2: Ship.")},
		{"items under a step, then the next step",
			lines("1. Learn:", "   - Go", "   - SQL", "2. Build."),
			lines("= ", "step 1: Learn:", "item 1.2: Go", "item 1.2: SQL", "step 1: Build.")},
		{"heading, quotation and table inside an item",
			lines("1. # Learn", "", "   It takes a year.", "", "   > So they say.", "", "   | Year | Topic |", "   |---|---|",
				"   | 1 | Go |", "", "2. Build."),
			lines("= ", "step 1: Learn It takes a year.", "quote 1.1: So they say.", "row 2.1: Year=1 | Topic=Go", "step 1: Build.")},
		{"hard-wrapped",
			lines("- A long item that", "  goes on here", "and here", "- Another"),
			lines("= ", "item 1: A long item that goes on here and here", "item 1: Another")},
		{"contents list dropped",
			lines("# Guide", "", "- [Pay](#pay)", "- [How to start](#how)", "- Not a heading", "", "## Pay", "", "Good.", "", "## How to start", "", "Now."),
			lines("= Guide", "item 1: Not a heading", "= Guide > Pay", "paragraph: Good.", "= Guide > How to start", "paragraph: Now.")},
	})
}

func TestMarkdownTables(t *testing.T) {
	checkStructures(t, "guide.md", []structure{
		{"rows know their columns",
			lines("| | PM | **TPM** |", "|---|:--|--:|", "| Focus | users | [tech](t.md) |", "| Pay | | high |", "| | | |"),
			lines("= ", "row 1: =Focus | PM=users | TPM=tech", "row 1: =Pay | PM= | TPM=high")},
		{"without outer bars, with a barred cell",
			lines("Role | Pay", "--- | ---", `PM \| PO | good`, "TPM | `a|b`"),
			lines("= ", "row 1: Role=PM | PO | Pay=good", "row 1: Role=TPM | Pay=`a")},
		{"two tables are two groups",
			lines("a | b", "-|-", "1 | 2", "", "c | d", "-|-", "3 | 4"),
			lines("= ", "row 1: a=1 | b=2", "row 2: c=3 | d=4")},
		{"lines in a cell",
			lines("Role | Does", "-|-", "PM | plans<br>ships"),
			lines("= ", "row 1: Role=PM | Does=plans ships")},
	})
}

func TestMarkdownInline(t *testing.T) {
	checkStructures(t, "guide.md", []structure{
		{"markup goes, words stay",
			lines("A *good* **TP**M ~~never~~ [asks](https://example.org/a \"x\") [why][1] `x := 1` <https://example.org/b> ![face](f.png).", "", "[1]: https://example.org"),
			lines("= ", "paragraph: A good TPM never asks why x := 1 https://example.org/b .")},
		{"entities and escapes",
			lines(`R&amp;D, caf&eacute;, &#8364;5, a&nbsp;b, &lt;b&gt;, \*not bold\*, &nosuch; and ?a=1&section=2`),
			lines("= ", "paragraph: R&D, café, €5, a b, <b>, *not bold*, &nosuch; and ?a=1&section=2")},
		{"code is as written",
			lines("Type `a &amp; \\*b`."),
			lines("= ", "paragraph: Type a &amp; \\*b.")},
		{"line breaks are spaces",
			lines("one", "two  ", "three\\", "four<br/>five <b>six</b>"),
			lines("= ", "paragraph: one two three four five six")},
		{"quotations, code and HTML count, rules do not",
			lines("> Said so.", "", "```go", "x := 1", "```", "", "    y := 2", "", "<div>", "z", "</div>", "", "* * *", "", "End."),
			lines("= ", "quote: Said so.", "code: x := 1", "code: y := 2", "paragraph: z", "paragraph: End.")},
	})
}
