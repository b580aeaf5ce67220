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
		Short: "List what was read: documents with their roles, and what was left out",
		Long: `Lists the documents of ADVISOR_KNOWLEDGE and those published in Slack, each with the
roles and levels it is about and its number of sections and passages, and then what
was left out and why.

With --json it prints one line per passage instead, with doc, title, roles, section,
kind and text, and columns if it is a row of a table. A heading without text of its
own has the kind "heading".`,
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
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object per passage")
	return cmd
}
