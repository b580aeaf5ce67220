package main

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

// printWhy prints how an answer came about.
func printWhy(w io.Writer, x knowledge.Explanation) {
	fmt.Fprintln(w, "\nWhy this answer")
	row := func(name, value string) {
		if value != "" {
			fmt.Fprintf(w, "  %-9s %s\n", name, value)
		}
	}
	row("read as", x.Read)
	for _, r := range x.Repaired {
		row("repaired", r[0]+" → "+r[1])
	}
	roles := strings.Join(x.Roles, ", ")
	if x.Assumed {
		roles += " (assumed: the only one)"
	}
	row("role", roles)
	row("facet", x.Facet)
	row("intent", x.Intent)
	for _, t := range x.Terms {
		met := "not met"
		if t.Met {
			met = "met"
		}
		alike := ""
		if len(t.Alike) > 0 {
			alike = ", also " + strings.Join(t.Alike, " ")
		}
		row("word", fmt.Sprintf("%s (%.1f, %s%s)", t.Text, t.Weight, met, alike))
	}
	row("signals", signalText(x.Signals))
	for _, c := range x.Considered {
		state := "said"
		if !c.Said {
			state = c.Why
		}
		row("weighed", fmt.Sprintf("%5.1f  like %.2f  %s › %s: %.90s (%s)", c.Score, c.Like, c.Citation.Doc, c.Citation.Section, c.Text, state))
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

// mostNear is how many passages are shown that are near to a question.
const mostNear = 8

// printNear prints the passages whose vectors are nearest to the question's.
func printNear(w io.Writer, g *library.Generation, question string) error {
	near, err := g.Nearest(question, mostNear)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\nNearest by meaning (%s)\n", g.Vectors())
	for _, n := range near {
		fmt.Fprintf(w, "  %.3f  %s › %s: %.90s\n", n.Cosine, n.Passage.Doc, knowledge.SectionName(n.Passage.Section), n.Text)
	}
	return nil
}
