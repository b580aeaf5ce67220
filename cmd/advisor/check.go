package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"careeradvisor/bot"
	"careeradvisor/bot/wire"
	"careeradvisor/cmd/advisor/output"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/encoder"
	"careeradvisor/knowledge/library"
)

func newCheck() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Try everything that serve needs, and say how to fix what is wrong",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := readConfig()
			return check(cmd, c, err)
		},
	}
}

// checklist prints what was tried, one line for each thing.
type checklist struct {
	out    io.Writer
	failed bool
}

func (l *checklist) line(mark, name, text string) {
	fmt.Fprintf(l.out, "%s %-10s %s\n", mark, name, text)
}

// tried says that something works, or each thing that is wrong with it.
func (l *checklist) tried(name, good string, err error) {
	if err == nil {
		l.line("✓", name, good)
		return
	}
	for _, text := range output.Sentences(err) {
		l.line("✗", name, text)
	}
	l.failed = true
}

// check tries one thing after another, whatever it finds wrong, and fails if serve would.
func check(cmd *cobra.Command, c config, wrong error) error {
	l := checklist{out: cmd.OutOrStdout()}
	l.tried("settings", "all of them can be read; advisor config prints them", wrong)
	l.checkDocuments(cmd, &c.Advisor)
	speed, err := tryEncoder()
	l.tried("encoder", speed, err)
	place, err := tryMemory(cmd.Context(), &c.Advisor)
	l.tried("database", place, err)
	l.checkSlack(cmd.Context(), c)
	if l.failed {
		return silentError{errors.New("a check failed")}
	}
	return nil
}

func (l *checklist) checkDocuments(cmd *cobra.Command, a *advisorConfig) {
	if len(a.sources()) == 0 {
		return // said of the settings
	}
	g, err := library.Open(cmd.Context(), a.library(), a.logger(nowhere{}))
	if err != nil {
		l.tried("documents", "", err)
		return
	}
	defer g.Close()
	for _, o := range library.Omissions(g.LeftOut) {
		l.line("!", "documents", "left out: "+o.String())
	}
	l.tried("documents", describe(g), nil)
	l.tried("index", placeOf(g, a.library()), nil)
	if err := g.Index.Trouble(); err != nil {
		l.line("!", "index", output.Sentence(err))
	}
	l.asks(g.Asks())
	l.vectors(g.Vectors())
}

// checkSlack tries both tokens, and if they are good, every ID that is configured.
func (l *checklist) checkSlack(ctx context.Context, c config) {
	cfg, log := botConfig(c), c.Advisor.logger(nowhere{})
	if cfg.Check() != nil {
		return // said of the settings
	}
	me, err := bot.Preflight(ctx, cfg, log)
	l.tried("tokens", fmt.Sprintf("both work: @%s in %s", me.User, me.Team), err)
	if me.UserID == "" {
		return
	}
	if len(me.Missing) > 0 {
		l.tried("scopes", "", errText(fmt.Sprintf("Add %s under “OAuth & Permissions” and install the app again.", strings.Join(me.Missing, ", "))))
	}
	admins, help := bot.CheckIDs(ctx, cfg, log)
	for _, id := range []struct {
		set        bool
		name, good string
		err        error
	}{
		{len(cfg.Admins) > 0, "admins", strings.Join(cfg.Admins, ", "), admins},
		{cfg.HelpChannel != "", "help", cfg.HelpChannel + ", and the advisor is in it", help},
	} {
		switch {
		case errors.Is(id.err, wire.ErrNotTried):
			l.line("!", id.name, knowledge.Say(id.err))
		case id.set:
			l.tried(id.name, id.good, id.err)
		}
	}
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

// asks says how many questions the documents are known to answer, if anyone has written any down,
// and which sections of the same documents have none.
func (l *checklist) asks(a library.Asks) {
	without := len(a.Without)
	text := fmt.Sprintf("%d questions and %d near misses", a.Questions, a.Misses)
	switch {
	case a.Questions+a.Misses == 0:
		return
	case without == 0:
		l.line("✓", "asks", fmt.Sprintf("%s, for all %d sections", text, a.Sections))
		return
	}
	const most = 5 // that are named
	names := strings.Join(a.Without[:min(most, without)], "; ")
	if without > most {
		names += fmt.Sprintf("; and %d more", without-most)
	}
	l.line("!", "asks", fmt.Sprintf("%s, for %d of %d sections; none for %s", text, a.Sections, a.Sections+without, output.OneLine(names)))
}

// vectors says how many texts have vectors. It is not a fault if some are missing: serve makes
// them.
func (l *checklist) vectors(v library.Vectors) {
	switch {
	case v.Wanted == 0:
		l.line("!", "vectors", "none yet, so documents are found by words only; run advisor index to make them, or let serve make them while it answers")
	case v.Done < v.Wanted:
		l.line("!", "vectors", fmt.Sprintf("%s; run advisor index to make the rest, or let serve make them while it answers", v))
	default:
		l.line("✓", "vectors", v.String())
	}
}

// tryEncoder says how the sentence encoder works here, and how fast.
func tryEncoder() (string, error) {
	e, err := encoder.Embedded()
	if err != nil {
		return "", err
	}
	speed := e.Speed()
	return fmt.Sprintf("%s: a question takes %.1f ms; indexing handles %.0f passages a second on each core",
		e.Kernel(), speed.Question.Seconds()*1e3, speed.Passages), nil
}
