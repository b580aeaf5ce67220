package output

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// Answer prints an answer with its sources and what can be asked next.
func Answer(w io.Writer, a knowledge.Answer, s Style) {
	var parts []string
	add := func(lines ...string) {
		if len(lines) > 0 {
			parts = append(parts, strings.Join(lines, "\n"))
		}
	}
	if a.Lead != "" {
		add(s.fold("", "", s.said(a, "", a.Lead, a.LeadCites))...)
	}
	table := s.table(a)
	add(table...)
	if table == nil {
		s.points(a, a.Points, add)
	}
	s.points(knowledge.Answer{Shape: knowledge.Prose, Citations: a.Citations}, a.Also, add)
	if a.Note != "" {
		add(s.fold("", "", words(plain, a.Note))...)
	}
	var sources []string
	for i, c := range a.Citations {
		mark := fmt.Sprintf("[%d] ", i+1)
		sources = append(sources, s.fold(mark, "    ", words(plain, c.Name()), words(dim, "("+c.Doc+")"))...)
	}
	s.section("Sources", sources, add)
	var next []string
	for _, q := range a.Suggestions {
		next = append(next, s.fold("• ", "  ", words(plain, q))...)
	}
	s.section("You can also ask", next, add)
	fmt.Fprintln(w, strings.Join(parts, "\n\n"))
}

func (s Style) section(heading string, lines []string, add func(...string)) {
	if len(lines) > 0 {
		add(slices.Concat(s.fold("", "", words(bold, heading)), lines)...)
	}
}

// points adds the points of an answer: prose and rows separately, items and steps together.
func (s Style) points(a knowledge.Answer, points []knowledge.Point, add func(...string)) {
	var together []string
	for i, p := range points {
		lines := s.point(a, i, p)
		if a.Shape == knowledge.Prose || a.Shape == knowledge.Table {
			add(lines...)
			continue
		}
		together = append(together, lines...)
	}
	add(together...)
}

func (s Style) point(a knowledge.Answer, i int, p knowledge.Point) []string {
	if p.Code {
		return code("  ", p.Text)
	}
	mark := a.Shape.Mark(i)
	var lines []string
	if p.Label != "" || p.Text != "" {
		lines = s.fold(mark, strings.Repeat(" ", columns(mark)), s.said(a, p.Label, p.Text, p.Cites))
	}
	for j, c := range p.Cells {
		if c.Text != "" && j < len(a.Columns) {
			lines = append(lines, s.fold("  ", "    ", s.said(a, a.Columns[j], c.Text, c.Cites))...)
		}
	}
	return append(lines, s.inside(a, p.Inside, "  ")...)
}

// inside returns the lines of the points inside another point.
func (s Style) inside(a knowledge.Answer, points []knowledge.Point, indent string) []string {
	var lines []string
	for _, p := range points {
		if p.Code {
			lines = append(lines, code(indent, p.Text)...)
			continue
		}
		lines = append(lines, s.fold(indent+"• ", indent+"  ", s.said(a, p.Label, p.Text, p.Cites))...)
		lines = append(lines, s.inside(a, p.Inside, indent+"  ")...)
	}
	return lines
}

// code is a block of code, whose lines are not folded, so that they can be copied.
func code(indent, text string) []string {
	return strings.Split(indent+strings.ReplaceAll(text, "\n", "\n"+indent), "\n")
}

// said is a text with its label and the numbers of its sources.
func (s Style) said(a knowledge.Answer, label, text string, cites []int) []word {
	if label != "" && text != "" {
		label += ":"
	}
	mark := strings.ReplaceAll(strings.TrimSpace(a.Marks(cites)), " ", fixed)
	return slices.Concat(words(bold, label), words(plain, text), words(dim, mark))
}
