package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"careeradvisor/bot/memory"
	"careeradvisor/cmd/advisor/output"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/encoder"
	"careeradvisor/knowledge/gaps"
)

func newGaps() *cobra.Command {
	var form output.GapsForm
	cmd := &cobra.Command{
		Use:   "gaps",
		Short: "Print the questions that the documents could not answer, most asked first",
		Long: `Prints the questions that were refused, or whose answers were voted down, and that
nobody has answered or dismissed since. Questions that ask for much the same share a
line; the most asked come first. It reads the database that serve writes, and names
nobody unless you add --names.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if form.JSON && form.CSV {
				return usageError{errText("gaps prints --json or --csv, not both")}
			}
			c, err := readConfig()
			if err != nil {
				return err
			}
			return printGaps(cmd, c, form)
		},
	}
	cmd.Flags().BoolVar(&form.JSON, "json", false, "print a JSON array")
	cmd.Flags().BoolVar(&form.CSV, "csv", false, "print comma-separated values, safe to open in a spreadsheet")
	cmd.Flags().BoolVar(&form.Names, "names", false, "include who asked, as Slack member IDs")
	return cmd
}

// mostPrinted is how many gaps are read, starting from the latest.
const mostPrinted = 10_000

func printGaps(cmd *cobra.Command, c config, form output.GapsForm) error {
	a, ctx := &c.Advisor, cmd.Context()
	if _, err := os.Stat(a.databaseFile()); a.DatabaseURL == "" && errors.Is(err, fs.ErrNotExist) {
		return &knowledge.Error{Say: fmt.Sprintf("There is no database in %s yet: serve creates it when it first runs. Check ADVISOR_DATA_DIR.", a.DataDir)}
	}
	log := a.logger(cmd.ErrOrStderr())
	remembered, err := openMemory(ctx, a, log)
	if err != nil {
		return err
	}
	defer remembered.Close()
	var since time.Time
	if a.Retention > 0 {
		since = time.Now().Add(-time.Duration(a.Retention))
	}
	found, err := remembered.OpenGaps(ctx, since, mostPrinted)
	if err != nil {
		return err
	}
	e, err := encoder.Embedded()
	if err != nil {
		return err
	}
	return form.Print(cmd.OutOrStdout(), memory.Clusters(found, func(questions []string) []knowledge.Group { return gaps.Cluster(e, questions) }))
}
