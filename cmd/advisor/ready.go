package main

import (
	"errors"

	"github.com/spf13/cobra"

	"careeradvisor/cmd/advisor/pages"
)

func newReady() *cobra.Command {
	return &cobra.Command{
		Use:   "ready",
		Short: "Ask the advisor running on this host whether it can answer",
		Long: `Asks /readyz of the advisor that listens on ADVISOR_LISTEN and prints a line for each
part. It fails if the advisor is not ready, so it can serve as a health check in
containers, which often have no other tool for it.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := readConfig()
			if err != nil {
				return err
			}
			err = pages.Ask(cmd.Context(), c.Advisor.Listen, cmd.OutOrStdout())
			if errors.Is(err, pages.ErrNotReady) {
				return silentError{err}
			}
			return err
		},
	}
}
