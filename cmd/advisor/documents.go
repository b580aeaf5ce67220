package main

import (
	"github.com/spf13/cobra"

	"careeradvisor/cmd/advisor/output"
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
					return output.Passages(cmd.OutOrStdout(), g)
				}
				return output.Documents(cmd.OutOrStdout(), g)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a passage")
	return cmd
}
