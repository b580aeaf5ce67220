package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

func newDocuments() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "documents",
		Short: "Print what was read: the documents with their roles, and what was left out",
		Long: `Prints the documents of ADVISOR_KNOWLEDGE and those published in Slack, each with
the roles and levels that it is about, its sections and its passages, and then what was left
out and why. With --json it prints a line a passage instead, of doc, title, roles,
section, kind and text, with columns for a row of a table; a heading without text
of its own has the kind "heading".`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return withDocuments(cmd, func(g *library.Generation) error {
				if asJSON {
					return printPassages(cmd.OutOrStdout(), g)
				}
				return printDocuments(cmd.OutOrStdout(), g)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a passage")
	return cmd
}

// headingKind is the kind of a heading without text of its own, which is no passage.
const headingKind knowledge.Kind = "heading"

// readPassage is a passage as it is printed.
type readPassage struct {
	Doc     string         `json:"doc"`
	Title   string         `json:"title"`
	Roles   []string       `json:"roles"`
	Section []string       `json:"section"`
	Kind    knowledge.Kind `json:"kind"`
	Text    string         `json:"text"`
	Columns []string       `json:"columns,omitempty"`
}

// printPassages prints all that was read, a line a passage, in reading order.
func printPassages(w io.Writer, g *library.Generation) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, d := range g.Documents() {
		for i, s := range d.Sections {
			line := readPassage{Doc: d.ID, Title: d.Title, Roles: append([]string{}, g.About(d.ID, i)...), Section: append([]string{}, s.Path...)}
			if len(s.Passages) == 0 {
				line.Kind = headingKind
				if err := enc.Encode(line); err != nil {
					return err
				}
			}
			for _, p := range s.Passages {
				line.Kind, line.Text, line.Columns = p.Kind, p.Text, p.Columns
				if err := enc.Encode(line); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// printDocuments prints a line a document, and what was left out.
func printDocuments(w io.Writer, g *library.Generation) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "DOCUMENT\tSECTIONS\tPASSAGES\tROLES\tTITLE")
	for _, d := range g.Documents() {
		passages, roles := 0, append([]string{}, g.About(d.ID, -1)...)
		for i, s := range d.Sections {
			passages += len(s.Passages)
			for _, r := range g.About(d.ID, i) {
				if !slices.Contains(roles, r) {
					roles = append(roles, r)
				}
			}
		}
		fmt.Fprintf(t, "%s\t%d\t%d\t%s\t%s\n", onOneLine(d.ID), len(d.Sections), passages, onOneLine(strings.Join(roles, ", ")), onOneLine(d.Title))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%d documents, %d passages\n", len(g.Documents()), g.Passages())
	for i, o := range library.Omissions(g.LeftOut) {
		if i == 0 {
			fmt.Fprintf(w, "\nLeft out: %d\n", len(g.LeftOut))
		}
		fmt.Fprintln(w, "•", onOneLine(o.String()))
	}
	return nil
}
