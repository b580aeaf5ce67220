package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"careeradvisor/bot"
	"careeradvisor/knowledge/encoder"
	"careeradvisor/knowledge/library"
)

func newCheck() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Try everything that serve needs, a line each, with how to mend it",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := readConfig()
			if err != nil {
				return err
			}
			return check(cmd, c)
		},
	}
}

// check tries the parts one after another and prints a line each; it fails where
// serve would.
func check(cmd *cobra.Command, c config) error {
	out := cmd.OutOrStdout()
	failed := false
	line := func(name, good string, err error) {
		if err != nil {
			failed = true
			fmt.Fprintf(out, "✗ %-10s %s\n", name, sentence(err))
			return
		}
		fmt.Fprintf(out, "✓ %-10s %s\n", name, good)
	}
	g, err := library.Open(cmd.Context(), c.Advisor.library(), c.Advisor.logger(nowhere{}))
	if err != nil {
		line("documents", "", err)
	} else {
		defer g.Close()
		for _, o := range library.Omissions(g.LeftOut) {
			fmt.Fprintf(out, "! %-10s left out: %s\n", "documents", o)
		}
		line("documents", describe(g), nil)
		line("index", placeOf(g, c.Advisor.library()), nil)
		if err := g.Index.Trouble(); err != nil {
			fmt.Fprintf(out, "! %-10s %s\n", "index", sentence(err))
		}
	}
	speed, err := tryEncoder()
	line("encoder", speed, err)
	place, err := tryMemory(cmd.Context(), &c.Advisor)
	line("database", place, err)
	identity, err := tryTokens(cmd, c)
	line("slack", identity, err)
	if failed {
		return silentError{errors.New("a check failed")}
	}
	return nil
}

// nowhere is where the log of a check goes: what matters is printed.
type nowhere struct{}

func (nowhere) Write(p []byte) (int, error) { return len(p), nil }

func describe(g *library.Generation) string {
	var roles []string
	for _, r := range g.Engine.Roles() {
		if len(r.Docs) > 0 {
			roles = append(roles, r.Name)
		}
	}
	about := ""
	if len(roles) > 0 {
		about = ", about: " + strings.Join(roles[:min(5, len(roles))], ", ")
	}
	return fmt.Sprintf("%d documents, %d passages%s", len(g.Documents()), g.Passages(), about)
}

func placeOf(g *library.Generation, c library.Config) string {
	if name := g.Index.Generation(); name != "" {
		return "generation " + name + " in " + c.IndexDir()
	}
	return "in memory"
}

// tryEncoder says how the sentence encoder works here, and how fast.
func tryEncoder() (string, error) {
	e, err := encoder.Embedded()
	if err != nil {
		return "", err
	}
	speed := e.Speed()
	return fmt.Sprintf("%s: a question takes %.1f ms, an index takes in %.0f passages a second on each core",
		e.Kernel(), speed.Question.Seconds()*1e3, speed.Passages), nil
}

func tryTokens(cmd *cobra.Command, c config) (string, error) {
	me, err := bot.Preflight(cmd.Context(), botConfig(c), c.Advisor.logger(nowhere{}))
	if err != nil {
		return "", err
	}
	text := fmt.Sprintf("both tokens work: @%s in %s", me.User, me.Team)
	if len(me.Missing) > 0 {
		return "", fmt.Errorf("%s, but scopes are missing: add %s under “OAuth & Permissions” and install the app again", text, strings.Join(me.Missing, ", "))
	}
	return text, nil
}
