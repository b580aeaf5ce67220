package main

import (
	"errors"
	"fmt"
	"io"
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
		tellAsks(out, g.Asks())
		tellVectors(out, g.Vectors())
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
	for _, r := range g.Roles.Roles() {
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

// tellAsks says what the documents are known to be asked, where anybody has written that
// down, and which sections of the same documents have nothing.
func tellAsks(w io.Writer, a library.Asks) {
	if a.Questions+a.Misses == 0 {
		return
	}
	n := len(a.Without)
	if n == 0 {
		fmt.Fprintf(w, "✓ %-10s questions of all %d sections: %d, near misses: %d\n", "asks", a.Sections, a.Questions, a.Misses)
		return
	}
	const most = 5 // that are named
	names := strings.Join(a.Without[:min(most, n)], "; ")
	if n > most {
		names += fmt.Sprintf("; and %d more", n-most)
	}
	fmt.Fprintf(w, "! %-10s questions of %d of %d sections: %d, near misses: %d; sections without: %s\n", "asks", a.Sections, a.Sections+n, a.Questions, a.Misses, onOneLine(names))
}

// tellVectors says how many texts have vectors. That some are missing is no fault: serve
// makes them.
func tellVectors(w io.Writer, v library.Vectors) {
	switch {
	case v.Wanted == 0:
		fmt.Fprintf(w, "! %-10s none yet, documents are found by words: advisor index makes them, and serve does while it answers\n", "vectors")
	case v.Done < v.Wanted:
		fmt.Fprintf(w, "! %-10s %s: advisor index makes the rest, and serve does while it answers\n", "vectors", v)
	default:
		fmt.Fprintf(w, "✓ %-10s %s\n", "vectors", v)
	}
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
