package main

import (
	"context"
	"errors"
	"os"

	"github.com/spf13/cobra"

	"careeradvisor/bot"
	"careeradvisor/bot/home"
	"careeradvisor/bot/store"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

// library opens the documents.
func (a *advisorConfig) library() library.Config {
	return library.Config{Sources: a.sources(), DataDir: a.DataDir, Memory: library.HostMemory(os.DirFS("/"))}
}

// withDocuments reads the configuration, opens the documents, and closes them after f.
func withDocuments(cmd *cobra.Command, f func(*library.Generation) error) error {
	c, err := readConfig()
	if err != nil {
		return err
	}
	return withDocumentsOf(cmd, &c.Advisor, c.Advisor.library(), f)
}

func withDocumentsOf(cmd *cobra.Command, a *advisorConfig, c library.Config, f func(*library.Generation) error) error {
	g, err := library.Open(cmd.Context(), c, a.logger(cmd.ErrOrStderr()))
	if err != nil {
		return err
	}
	return errors.Join(f(g), g.Close())
}

// shelf is the library as the bot declares it.
type shelf struct{ *library.Library }

var _ bot.Library = shelf{}

// Contents are the documents of a scope that are open now.
func (s shelf) Contents(scope knowledge.Scope) home.Contents {
	c := s.Library.Contents(scope)
	out := home.Contents{Roles: c.Roles, Examples: c.Examples, Reading: s.Status().Reading, Notes: s.Notes()}
	for _, d := range c.Documents {
		out.Documents = append(out.Documents, home.DocumentInfo(d))
	}
	return out
}

// Publish makes a document of an entry.
func (s shelf) Publish(ctx context.Context, e home.Entry) (string, error) {
	return s.Library.Publish(ctx, library.Entry(e))
}

// Entry is what someone published as a document.
func (s shelf) Entry(id string) (home.Entry, bool) {
	e, ok := s.Library.Entry(id)
	return home.Entry(e), ok
}

// Teach keeps a question that a section is known to answer.
func (s shelf) Teach(ctx context.Context, l home.Lesson) error {
	return s.Library.Teach(ctx, library.Lesson(l))
}

// entries are the store's entries, as the library declares them.
type entries struct{ *store.Store }

// sharedAnswers is where published answers are shared; nil if they are not.
func sharedAnswers(c *advisorConfig, s *store.Store) library.Shared {
	if c.DatabaseURL == "" || c.DataDir == "" {
		return nil
	}
	return entries{s}
}

// SaveEntry keeps what someone published.
func (s entries) SaveEntry(ctx context.Context, e library.Published) error {
	return s.Store.SaveEntry(ctx, store.Entry(e))
}

// Entries returns everything that was published.
func (s entries) Entries(ctx context.Context) ([]library.Published, error) {
	list, err := s.Store.Entries(ctx)
	out := make([]library.Published, len(list))
	for i, e := range list {
		out[i] = library.Published(e)
	}
	return out, err
}
