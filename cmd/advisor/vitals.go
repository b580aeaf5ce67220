package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/memory"
	"careeradvisor/cmd/advisor/pages"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

// What /readyz asks of each part.

// Names of the parts, in the order of the start.
const (
	partDocuments = "documents"
	partIndex     = "index"
	partStore     = "store"
	partSockets   = "sockets"
)

// lively is how long a socket may be silent. Slack pings every few seconds, and the
// client replaces a socket that it hears nothing from within a minute.
const lively = time.Minute

// holds reports on the documents: all of them have to be in use, even if only as they were before a
// change that cannot be read.
func holds(l *library.Library) func(context.Context) (string, error) {
	return func(context.Context) (string, error) {
		g, done := l.Read()
		defer done()
		s := l.Status()
		if s.Reading != "" {
			return "", &knowledge.Error{Say: s.Reading}
		}
		says := fmt.Sprintf("%d documents are open, %d files were left out.", len(g.Documents()), len(g.LeftOut))
		if v := s.Vectors; v.Done < v.Wanted {
			says += fmt.Sprintf(" They are found by words, and partly by meaning: %s.", v)
		}
		if s.Trouble != nil {
			says += " They have changed, and cannot be reopened: " + pages.Openly(s.Trouble)
		}
		return says, nil
	}
}

// searches tries a search of the index.
func searches(l *library.Library) func(context.Context) (string, error) {
	return func(ctx context.Context) (string, error) {
		g, done := l.Read()
		defer done()
		if _, err := g.Index.Search(ctx, knowledge.Query{Text: "ready", Limit: 1}); err != nil {
			return "", err
		}
		where := "in memory"
		if name := g.Index.Generation(); name != "" {
			where = "of generation " + name
		}
		return fmt.Sprintf("The index %s answers.", where), nil
	}
}

// pinged checks that the bot's memory answers.
func pinged(m memory.Store) func(context.Context) (string, error) {
	return func(ctx context.Context) (string, error) {
		if err := m.Ping(ctx); err != nil {
			return "", err
		}
		return "The database can be written to.", nil
	}
}

// hears reports whether Slack is heard on at least one socket.
func hears(b *bot.Bot) func(context.Context) (string, error) {
	return func(context.Context) (string, error) {
		now := time.Now()
		h := b.Health()
		fresh := h.Fresh(now.Add(-lively))
		switch {
		case h.Closing:
			return "", errors.New("the bot is ending")
		case fresh > 0:
			says := fmt.Sprintf("Slack is heard on %d of %d sockets.", fresh, h.Wanted)
			if h.Held > 0 {
				says += fmt.Sprintf(" It asked to pause some calls, for %v more.", h.Held.Round(time.Second))
			}
			return says, nil
		case len(h.Sockets) > 0:
			return "", &knowledge.Error{Say: fmt.Sprintf("Sockets are open, but nothing came in on any for %v.", lively)}
		}
		return "", &knowledge.Error{Say: "No socket to Slack is open."}
	}
}
