package output

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

// Why prints how an answer was found.
func Why(w io.Writer, x knowledge.Explanation) {
	fmt.Fprintln(w, "\nWhy this answer")
	row := func(name, value string) {
		if value != "" {
			fmt.Fprintf(w, "  %-9s %s\n", name, value)
		}
	}
	row("read as", x.Read)
	row("about", strings.Join(x.Roles, ", "))
	row("not known", strings.Join(x.Foreign, ", "))
	for _, t := range x.Terms {
		met := "not met"
		if t.Met {
			met = "met"
		}
		row("word", fmt.Sprintf("%s (%.1f, in %d passages, %s)", t.Text, t.Weight, t.Count, met))
	}
	row("signals", signalText(x.Signals))
	for _, c := range x.Considered {
		state := "said"
		if !c.Said {
			state = c.Why
		}
		row("weighed", fmt.Sprintf("%5.2f  like %.1f  tokens %.2f  %s › %s: %.90s (%s)", c.Score, c.Like, c.Tokens, c.Citation.Doc, c.Citation.Section, c.Text, state))
	}
}

func signalText(m map[string]float64) string {
	var parts []string
	for n, v := range m {
		if v != 0 {
			parts = append(parts, fmt.Sprintf("%s %.2f", n, v))
		}
	}
	sort.Strings(parts)
	return strings.Join(parts, ", ")
}

// mostNear is how many of the passages, and of the asks, nearest to a question are shown.
const mostNear = 8

// Near prints the passages and the known questions whose vectors are nearest to those of a
// question.
func Near(w io.Writer, g *library.Generation, question string) error {
	c, err := g.Compare(question)
	if err != nil || c == nil {
		return err
	}
	fmt.Fprintf(w, "\nNearest by meaning (%s; all passages %.3f ± %.3f)\n", g.Vectors(), c.Mean, c.Deviation)
	for _, n := range c.Nearest(mostNear, nil) {
		fmt.Fprintf(w, "  %.3f  %s › %s: %.90s\n", n.Cosine, n.Passage.Doc, knowledge.SectionName(n.Passage.Section), n.Text)
	}
	for i, n := range c.NearestAsks(mostNear, nil) {
		if i == 0 {
			fmt.Fprintln(w, "\nNearest known questions")
		}
		answered := "answered in"
		if n.Miss {
			answered = "not answered in"
		}
		fmt.Fprintf(w, "  %.3f  %.90s (%s %s)\n", n.Cosine, n.Text, answered, sectionOf(g, n.Ask))
	}
	return nil
}

// sectionOf tells people where an ask belongs.
func sectionOf(g *library.Generation, a knowledge.Ask) string {
	for _, d := range g.Documents() {
		if d.ID == a.Doc {
			return a.Doc + " › " + d.Sections[a.Section].Name()
		}
	}
	return a.Doc
}
