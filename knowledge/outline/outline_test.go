package outline_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
)

// document makes a document of sections; their passages are numbered.
func document(sections ...knowledge.Section) knowledge.Document {
	d := knowledge.Document{ID: "d.md", Title: "D", Sections: sections}
	n := 0
	for i := range d.Sections {
		for j := range d.Sections[i].Passages {
			n++
			p := &d.Sections[i].Passages[j]
			p.ID, p.Doc, p.Section = fmt.Sprintf("d.md#%d", n), d.ID, d.Sections[i].Path
		}
	}
	return d
}

// section is a section with a heading path, written as citations show it.
func section(path string, ps ...knowledge.Passage) knowledge.Section {
	s := knowledge.Section{Passages: ps}
	if path != "" {
		s.Path = strings.Split(path, " > ")
	}
	return s
}

func paragraph(text string) knowledge.Passage {
	return knowledge.Passage{Kind: knowledge.Paragraph, Text: text}
}

// in puts a passage into the list with a group, at a level.
func in(group, level int, kind knowledge.Kind, text string) knowledge.Passage {
	return knowledge.Passage{Kind: kind, Text: text, Group: group, Level: level}
}

func row(group int, columns string, cells string) knowledge.Passage {
	return knowledge.Passage{Kind: knowledge.Row, Text: cells, Group: group,
		Columns: strings.Split(columns, " | "), Cells: strings.Split(cells, " | ")}
}

// dump shows an outline for reading and comparing.
func dump(o *outline.Outline) string {
	var b strings.Builder
	for _, s := range o.Sections {
		fmt.Fprintf(&b, "%s= %s\n", strings.Repeat("=", depth(s)), s.Heading())
		dumpBlocks(&b, "", s.Blocks)
	}
	return b.String()
}

func depth(s *outline.Section) int {
	if s.Parent == nil {
		return 0
	}
	return 1 + depth(s.Parent)
}

func dumpBlocks(b *strings.Builder, indent string, blocks []outline.Block) {
	for _, bl := range blocks {
		switch {
		case bl.Passage != nil:
			fmt.Fprintf(b, "%s%s\n", indent, bl.Passage.Text)
		case bl.Sheet != nil:
			fmt.Fprintf(b, "%s[] %s\n", indent, strings.Join(bl.Sheet.Columns, " | "))
			for i := range bl.Sheet.Rows {
				fmt.Fprintf(b, "%s  %s: %s\n", indent, bl.Sheet.RowName(i), strings.Join(bl.Sheet.Rows[i].Cells[1:], " | "))
			}
		case bl.List != nil:
			fmt.Fprintf(b, "%s[%s]\n", indent, bl.List.Lead())
			for i, it := range bl.List.Items {
				mark := "-"
				if bl.List.Ordered {
					mark = fmt.Sprint(i+1, ".")
				}
				fmt.Fprintf(b, "%s%s %s\n", indent, mark, it.Passage.Text)
				dumpBlocks(b, indent+"    ", it.Inside)
			}
		}
	}
}

const (
	item       = knowledge.Item
	step       = knowledge.Step
	definition = knowledge.Definition
	inside     = knowledge.Paragraph // in a list
	code       = knowledge.Code
)

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name     string
		passages []knowledge.Passage
		want     string
	}{
		{"a list with the line before it",
			[]knowledge.Passage{paragraph("Many apply. The bands are:"), in(1, 1, item, "Hire"), in(1, 1, item, "No hire"), paragraph("So it is.")},
			"Many apply. The bands are:\n[The bands are:]\n- Hire\n- No hire\nSo it is.\n"},
		{"two lists in a row",
			[]knowledge.Passage{in(1, 1, item, "a"), in(1, 1, item, "b"), in(2, 1, step, "c"), in(2, 1, step, "d")},
			"[]\n- a\n- b\n[]\n1. c\n2. d\n"},
		{"steps with their sub-steps",
			[]knowledge.Passage{in(1, 1, step, "Learn:"), in(1, 2, step, "knots"), in(1, 2, step, "charts"), in(1, 1, step, "Sail.")},
			"[]\n1. Learn:\n    []\n    1. knots\n    2. charts\n2. Sail.\n"},
		{"what follows the sub-items of a step stays with it",
			[]knowledge.Passage{in(1, 1, step, "Practise:"), in(1, 2, item, "knots"), in(1, 1, inside, "Then ask:"), in(1, 2, item, "a pilot"), in(1, 1, step, "Sail.")},
			"[]\n1. Practise:\n    []\n    - knots\n    Then ask:\n    [Then ask:]\n    - a pilot\n2. Sail.\n"},
		{"three levels",
			[]knowledge.Passage{in(1, 1, item, "a"), in(1, 2, item, "b"), in(1, 3, item, "c"), in(1, 2, item, "d"), in(1, 1, item, "e")},
			"[]\n- a\n    []\n    - b\n        []\n        - c\n    - d\n- e\n"},
		{"items and steps inside one item",
			[]knowledge.Passage{in(1, 1, item, "a"), in(1, 2, item, "b"), in(1, 2, step, "c"), in(1, 2, step, "d"), in(1, 1, item, "e")},
			"[]\n- a\n    []\n    - b\n    []\n    1. c\n    2. d\n- e\n"},
		{"an item's text between steps that go on counting, as in plain text",
			[]knowledge.Passage{in(1, 1, step, "Learn."), paragraph("It takes a year:"), in(2, 1, item, "winter"), in(2, 1, item, "summer"), in(1, 1, step, "Sail.")},
			"[]\n1. Learn.\n    It takes a year:\n    [It takes a year:]\n    - winter\n    - summer\n2. Sail.\n"},
		{"no levels are said",
			[]knowledge.Passage{in(1, 0, step, "a"), in(1, 0, step, "b"), in(0, 0, item, "c"), in(0, 0, item, "d")},
			"[]\n1. a\n2. b\n[]\n- c\n- d\n"},
		{"a table in a list",
			[]knowledge.Passage{in(1, 1, item, "Pay"), row(2, "Grade | Pay", "1 | 40"), row(2, "Grade | Pay", "2 | 60"), in(1, 1, item, "Leave")},
			"[]\n- Pay\n    [] Grade | Pay\n      1: 40\n      2: 60\n- Leave\n"},
		{"two tables in a row",
			[]knowledge.Passage{paragraph("The pay:"), row(1, "a | b", "1 | 2"), row(2, "c | d", "3 | 4")},
			"The pay:\n[] a | b\n  1: 2\n[] c | d\n  3: 4\n"},
		{"a table after a list",
			[]knowledge.Passage{in(1, 1, item, "a"), row(2, "c | d", "3 | 4"), paragraph("End.")},
			"[]\n- a\n[] c | d\n  3: 4\nEnd.\n"},
		{"definitions, code and a paragraph first in a list",
			[]knowledge.Passage{in(1, 1, inside, "first"), in(1, 1, definition, "Pilot: guides ships"), in(1, 1, code, "go run"), paragraph("End.")},
			"[]\n- first\n- Pilot: guides ships\n    go run\nEnd.\n"},
		{"code announces nothing",
			[]knowledge.Passage{{Kind: code, Text: "a:"}, in(1, 1, item, "b")}, "a:\n[]\n- b\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := outline.New([]knowledge.Document{document(section("", c.passages...))})
			if diff := cmp.Diff("= \n"+c.want, dump(o)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSectionsNest(t *testing.T) {
	o := outline.New([]knowledge.Document{
		document(section("", paragraph("top")), section("A", paragraph("a")), section("A > B", paragraph("b")), section("A > B > C > D", paragraph("d")),
			section("A > E", paragraph("e")), section("F"), section("F > B", paragraph("f"))),
		document(section("A > B", paragraph("of another document"))),
	})
	want := "= \ntop\n= A\na\n== B\nb\n=== D\nd\n== E\ne\n= F\n== B\nf\n= B\nof another document\n"
	if diff := cmp.Diff(want, dump(o)); diff != "" {
		t.Error(diff)
	}
}

// TestFind asks where every passage is.
func TestFind(t *testing.T) {
	o := outline.New([]knowledge.Document{document(
		section("Way in", paragraph("So you become one:"), in(1, 1, step, "Learn:"), in(1, 2, item, "knots"), in(1, 1, inside, "Rest."), in(1, 1, step, "Sail.")),
		section("Pay", paragraph("It rises."), row(2, "Grade | Pay", "1 | 40"), row(2, "Grade | Pay", "2 | 60")),
	)})
	var got []string
	for n := 1; ; n++ {
		p, ok := o.Find(fmt.Sprintf("d.md#%d", n))
		if !ok {
			break
		}
		place := p.Section.Heading()
		if p.Item != nil {
			place += ", in " + p.Item.Passage.Text
			if outer := p.Item.List.In; outer != nil {
				place += " in " + outer.Passage.Text + " of " + p.Item.List.Outermost().Lead()
			}
		}
		if p.Sheet != nil {
			place += ", row " + p.Sheet.RowName(p.Row)
		}
		if l := p.Announces; l != nil {
			place += fmt.Sprintf(", announces %d items: %s", len(l.Items), l.Lead())
		}
		got = append(got, place)
	}
	want := []string{"Way in, announces 2 items: So you become one:", "Way in, in Learn:", "Way in, in knots in Learn: of So you become one:", "Way in, in Learn:",
		"Way in, in Sail.", "Pay", "Pay, row 1", "Pay, row 2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestOnly keeps the passages of other documents from being found.
func TestOnly(t *testing.T) {
	open, secret := document(section("A", paragraph("a"))), document(section("B", paragraph("b")))
	secret.ID, secret.Sections[0].Passages[0].ID = "s.md", "s.md#1"
	all := outline.New([]knowledge.Document{secret, open})
	some := all.Only(func(d *knowledge.Document) bool { return d.ID != "s.md" })
	if _, ok := some.Find("s.md#1"); ok || some.SectionsOf("s.md") != nil || len(some.Documents) != 1 || len(some.Sections) != 1 {
		t.Errorf("%+v is left", some.Sections)
	}
	if p, ok := some.Find("d.md#1"); !ok || p.Text != "a" || len(some.SectionsOf("d.md")) != 1 {
		t.Errorf("%+v", p)
	}
	if all.Only(func(*knowledge.Document) bool { return true }) != all {
		t.Error("it is made anew for nothing")
	}
}

func TestNames(t *testing.T) {
	for label, want := range map[string][]string{
		"Engineer":                     {"Engineer"},
		"Engineer 2 (IC3)":             {"Engineer 2 (IC3)", "Engineer 2", "IC3"},
		"D3 - Developer 3":             {"D3 - Developer 3", "D3", "Developer 3"},
		"L4: Staff engineer (remote) ": {"L4: Staff engineer (remote) ", "L4: Staff engineer", "remote", "L4", "Staff engineer"},
		"(IC3":                         {"(IC3", "IC3"},
		"Follow-up":                    {"Follow-up"},
	} {
		if diff := cmp.Diff(want, outline.Names(label)); diff != "" {
			t.Errorf("%q: %s", label, diff)
		}
	}
}

func TestUnnumbered(t *testing.T) {
	for heading, want := range map[string]string{"2. Gain experience": "Gain experience", "Gain experience": "Gain experience", "12.3: Pay": "Pay",
		"a) First": "First", "Note: pay": "Note: pay", "2.": "2.", "Pay: all": "Pay: all", "IV. Pay": "Pay", "e.g. pay": "e.g. pay", "2.1. Pay": "Pay", "": "", "2024 plan": "2024 plan"} {
		if got := outline.Unnumbered(heading); got != want {
			t.Errorf("%q: %q, want %q", heading, got, want)
		}
	}
}

// TestURL adds the heading's anchor to the document's address.
func TestURL(t *testing.T) {
	for _, c := range []struct{ doc, anchor, want string }{
		{"https://example.org/pilot", "pay", "https://example.org/pilot#pay"},
		{"https://example.org/pilot#top", "pay", "https://example.org/pilot#pay"},
		{"https://example.org/pilot", "", "https://example.org/pilot"},
		{"", "pay", ""},
	} {
		d := document(section("Pay", paragraph("90 coins.")))
		d.URL, d.Sections[0].Anchor = c.doc, c.anchor
		if got := outline.New([]knowledge.Document{d}).Sections[0].URL(); got != c.want {
			t.Errorf("%q with %q: %q, want %q", c.doc, c.anchor, got, c.want)
		}
	}
}
