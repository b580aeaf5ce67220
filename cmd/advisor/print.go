package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"careeradvisor/knowledge"
)

// style is how an answer is printed: folded and with bold labels on a terminal,
// plain where it is read by a program.
type style struct {
	width int // columns to fold at, 0 for none
	bold  bool
}

// styleFor is the style for w.
func styleFor(w io.Writer) style {
	f, ok := w.(*os.File)
	if !ok {
		return style{}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return style{}
	}
	return style{width: 80, bold: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}

// printAnswer prints an answer with its sources and where to go on from it.
func printAnswer(w io.Writer, a knowledge.Answer, s style) {
	var parts []string
	if a.Lead != "" {
		parts = append(parts, s.fold("", a.Lead+a.Marks(a.LeadCites)))
	}
	var points []string
	for i, p := range a.Points {
		points = append(points, s.point(a, i, p))
	}
	for i, p := range a.Also {
		points = append(points, s.point(knowledge.Answer{Shape: knowledge.Prose, Citations: a.Citations}, i, p))
	}
	if len(points) > 0 {
		between := "\n"
		if a.Shape == knowledge.Prose || a.Shape == knowledge.Table {
			between = "\n\n"
		}
		parts = append(parts, strings.Join(points, between))
	}
	if a.Note != "" {
		parts = append(parts, s.fold("", a.Note))
	}
	if len(a.Citations) > 0 {
		lines := []string{s.strong("Sources")}
		for i, c := range a.Citations {
			lines = append(lines, s.fold("    ", fmt.Sprintf("[%d] %s (%s)", i+1, c.Name(), c.Doc)))
		}
		parts = append(parts, strings.Join(lines, "\n"))
	}
	if len(a.Suggestions) > 0 {
		lines := []string{s.strong("You can also ask")}
		for _, q := range a.Suggestions {
			lines = append(lines, s.fold("  ", "• "+q))
		}
		parts = append(parts, strings.Join(lines, "\n"))
	}
	fmt.Fprintln(w, strings.Join(parts, "\n\n"))
}

func (s style) point(a knowledge.Answer, i int, p knowledge.Point) string {
	mark := a.Shape.Mark(i)
	indent := strings.Repeat(" ", utf8.RuneCountInString(mark))
	var lines []string
	if p.Label != "" || p.Text != "" {
		lines = append(lines, s.fold(indent, mark+s.labelled(p.Label, p.Text)+a.Marks(p.Cites)))
	}
	for j, c := range p.Cells {
		if c.Text != "" && j < len(a.Columns) {
			lines = append(lines, s.fold("    ", "  "+s.labelled(a.Columns[j], c.Text)+a.Marks(c.Cites)))
		}
	}
	return strings.Join(append(lines, s.inside(a, p.Inside, "  ")...), "\n")
}

// inside are the lines of what stands inside a point of a.
func (s style) inside(a knowledge.Answer, ps []knowledge.Point, indent string) []string {
	var lines []string
	for _, p := range ps {
		lines = append(lines, s.fold(indent+"  ", indent+"• "+s.labelled(p.Label, p.Text)+a.Marks(p.Cites)))
		lines = append(lines, s.inside(a, p.Inside, indent+"  ")...)
	}
	return lines
}

func (s style) labelled(label, text string) string { return knowledge.Labelled(s.strong(label), text) }

const boldOn, boldOff = "\x1b[1m", "\x1b[0m"

func (s style) strong(text string) string {
	if !s.bold || text == "" {
		return text
	}
	return boldOn + text + boldOff
}

// fold breaks text at the style's width; lines after the first are indented.
func (s style) fold(indent, text string) string {
	if s.width == 0 {
		return text
	}
	var b strings.Builder
	col := 0
	for i, word := range strings.Split(text, " ") {
		n := utf8.RuneCountInString(strings.NewReplacer(boldOn, "", boldOff, "").Replace(word))
		switch {
		case i == 0:
		case col+1+n > s.width:
			b.WriteString("\n" + indent)
			col = utf8.RuneCountInString(indent)
		default:
			b.WriteByte(' ')
			col++
		}
		b.WriteString(word)
		col += n
	}
	return b.String()
}
