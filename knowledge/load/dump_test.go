package load_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// structure is a text, and how it should be understood.
type structure struct {
	name string
	text string
	want string // as dump shows it
}

// checkStructures reads each text as a file of that name.
func checkStructures(t *testing.T, file string, cases []structure) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, dump(parse(t, file, c.text))); diff != "" {
				t.Errorf("read\n%s\n(-want +got)\n%s", c.text, diff)
			}
		})
	}
}

func parse(t *testing.T, file, text string) knowledge.Document {
	t.Helper()
	d, err := new(load.Parser).Parse(t.Context(), load.File{ID: file, Data: []byte(text)})
	if err != nil {
		t.Fatalf("Parse(%s): %v", file, err)
	}
	return d
}

// dump shows a document for reading and comparing: one line for each section and passage, the
// latter with its kind, its group if it has one, its level if that is more than one or it is not
// part of a list itself, and its label.
//
//	= Outer > Inner
//	paragraph: Some text.
//	item 1 [Research]: Research: ask users.
//	item 1.2: in a list inside
//	row 2: Role=PM | Pay=high
//
// If spanning makes the text of a row differ from that of its cells, the text is below the row.
func dump(d knowledge.Document) string {
	var b strings.Builder
	for _, s := range d.Sections {
		fmt.Fprintf(&b, "= %s\n", s.Name())
		for _, p := range s.Passages {
			b.WriteString(string(p.Kind))
			if p.Group > 0 {
				fmt.Fprintf(&b, " %d", p.Group)
			}
			if listed := p.Kind == knowledge.Item || p.Kind == knowledge.Step || p.Kind == knowledge.Definition; p.Level > 1 || p.Level > 0 && !listed {
				fmt.Fprintf(&b, ".%d", p.Level)
			}
			if p.Label != "" {
				fmt.Fprintf(&b, " [%s]", p.Label)
			}
			fmt.Fprintf(&b, ": %s\n", shown(p))
		}
	}
	return b.String()
}

func shown(p knowledge.Passage) string {
	if p.Kind != knowledge.Row {
		return strings.ReplaceAll(p.Text, "\n", "\n  | ")
	}
	var cells []string
	for i, c := range p.Cells {
		cells = append(cells, p.Columns[i]+"="+c)
	}
	shown := strings.Join(cells, " | ")
	if own := strings.TrimRight(strings.Join(p.Cells, " | "), "| "); spaceless(own) != spaceless(p.Text) {
		shown += "\n  text: " + p.Text
	}
	return shown
}

// lines joins its arguments into the lines of a file.
func lines(l ...string) string { return strings.Join(l, "\n") + "\n" }
