package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
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

// holds tells of the documents.
func (s *shelf) holds(context.Context) (string, error) {
	lib, done := s.read()
	defer done()
	n := len(lib.index.Documents())
	if n == 0 {
		return "", &knowledge.Error{Say: "No document is open."}
	}
	return fmt.Sprintf("%d documents are open, %d files were left out.", n, len(lib.bad)), nil
}

// searches tries the index.
func (s *shelf) searches(ctx context.Context) (string, error) {
	lib, done := s.read()
	defer done()
	if _, err := lib.index.Search(ctx, knowledge.Query{Text: "ready", Limit: 1}); err != nil {
		return "", err
	}
	where := "in memory"
	if g := lib.index.Generation(); g != "" {
		where = "of generation " + g
	}
	return fmt.Sprintf("The index %s answers.", where), nil
}

// built is when the index that is open was built.
func (s *shelf) built() time.Time {
	lib, done := s.read()
	defer done()
	return lib.index.Created()
}

// pinged tries what the bot remembers with.
func pinged(m memory.Store) func(context.Context) (string, error) {
	return func(ctx context.Context) (string, error) {
		if err := m.Ping(ctx); err != nil {
			return "", err
		}
		return "The database can be written.", nil
	}
}

// hears tells whether Slack is heard on at least one socket.
func hears(b *bot.Bot) func(context.Context) (string, error) {
	return func(context.Context) (string, error) {
		now := time.Now()
		h := b.Health()
		fresh := h.Fresh(now.Add(-lively))
		switch {
		case h.Closing:
			return "", errors.New("the bot is ending")
		case fresh > 0:
			return fmt.Sprintf("Slack is heard on %d of %d sockets.", fresh, h.Wanted), nil
		case len(h.Sockets) > 0:
			return "", &knowledge.Error{Say: fmt.Sprintf("Sockets are open, but nothing came in on any for %v.", lively)}
		}
		return "", &knowledge.Error{Say: "No socket to Slack is open."}
	}
}
