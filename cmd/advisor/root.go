package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"careeradvisor/cmd/advisor/output"
)

// newRoot makes the command line. To add a subcommand, write it in a file of its
// own and name it here.
func newRoot(stdin io.Reader, stdout, stderr io.Writer) *cobra.Command {
	root := &cobra.Command{
		Use:           "advisor",
		Short:         "Answers career questions from documents, with citations, in Slack and in the terminal",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },

		PersistentPreRun: func(cmd *cobra.Command, _ []string) { warnOfRetired(cmd.ErrOrStderr()) },
	}
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newAsk(), newServe(), newPlayground(), newIndex(), newDocuments(), newEval(), newCheck(), newReady(), newGaps(), newConfig(), newVersion())
	markUsage(root)
	return root
}

// usageError says that a command line asks for something impossible.
type usageError struct{ error }

// markUsage turns whatever cobra finds wrong with flags and arguments into a usageError.
func markUsage(cmd *cobra.Command) {
	cmd.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w (see: %s --help)", err, c.CommandPath())}
	})
	if args := cmd.Args; args != nil {
		cmd.Args = func(c *cobra.Command, a []string) error {
			if err := args(c, a); err != nil {
				return usageError{fmt.Errorf("%w (see: %s --help)", err, c.CommandPath())}
			}
			return nil
		}
	}
	for _, c := range cmd.Commands() {
		markUsage(c)
	}
}

// exitCode prints an error as one sentence and turns it into an exit code.
func exitCode(err error, stderr io.Writer) int {
	if err == nil {
		return 0
	}
	var said silentError
	if !errors.As(err, &said) {
		for _, text := range output.Sentences(err) {
			fmt.Fprintln(stderr, "advisor: "+text)
		}
	}
	if _, ok := errors.AsType[usageError](err); ok || strings.HasPrefix(err.Error(), "unknown command") {
		return 2
	}
	return 1
}

// silentError fails a command that has already said why.
type silentError struct{ error }
