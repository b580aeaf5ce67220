package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/store"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// shelf is the library as the bot sees it: it answers, tells what it holds, and takes
// in what people publish. A new library takes the place of the old one between two
// questions; those that the old one is answering it answers.
type shelf struct {
	config *advisorConfig
	log    *slog.Logger
	now    func() time.Time

	mu   sync.Mutex
	open *inUse

	publishing chan struct{} // holds one who publishes
	loose      []load.File   // published without a data dir: they end with the process

	shared *store.Store // what all processes published; nil where this one is alone
}

// inUse is a library with those who read in it.
type inUse struct {
	*library
	readers int           // guarded by shelf.mu, like retired
	retired bool          // another took its place
	idle    chan struct{} // closed when it is retired and nobody reads in it
}

func newInUse(lib *library) *inUse { return &inUse{library: lib, idle: make(chan struct{})} }

// newShelf makes a shelf of an open library, which it closes when it is closed.
func newShelf(lib *library, c *advisorConfig, log *slog.Logger) *shelf {
	return &shelf{config: c, log: log, now: time.Now, open: newInUse(lib), publishing: make(chan struct{}, 1)}
}

// Close waits for questions in flight and closes the library.
func (s *shelf) Close() error { return s.retire(nil) }

// read is the library as it is now; it stays open until done is called.
func (s *shelf) read() (lib *library, done func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := s.open
	u.readers++
	return u.library, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		u.readers--
		u.settle()
	}
}

// retire puts next, unless it is nil, into the place of the library, and closes that
// when nobody reads in it any more.
func (s *shelf) retire(next *inUse) error {
	s.mu.Lock()
	old := s.open
	if next != nil {
		s.open = next
	}
	old.retired = true
	old.settle()
	s.mu.Unlock()
	<-old.idle
	return old.Close()
}

// settle notes that a library is idle for good, once.
func (u *inUse) settle() {
	if !u.retired || u.readers > 0 {
		return
	}
	select {
	case <-u.idle:
	default:
		close(u.idle)
	}
}

// Answer answers from the documents.
func (s *shelf) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	lib, done := s.read()
	defer done()
	return lib.engine.Answer(ctx, q)
}

// Contents are the documents that are open now.
func (s *shelf) Contents() bot.Contents {
	lib, done := s.read()
	defer done()
	c := bot.Contents{Generation: lib.index.Generation(), Roles: lib.engine.Roles(), Examples: lib.engine.Examples(maxExamples)}
	for _, d := range lib.index.Documents() {
		c.Documents = append(c.Documents, bot.DocumentInfo{
			ID: d.ID, Title: d.Title, Role: d.Role, Source: d.Source, Date: d.Date, Passages: len(d.Passages()),
		})
	}
	return c
}

// maxExamples is how many questions are shown as examples.
const maxExamples = 6

// Interests is what the documents say of the interests of roles.
func (s *shelf) Interests() []knowledge.RoleInterest {
	lib, done := s.read()
	defer done()
	return lib.engine.Interests()
}

// Interview is what the documents say that interviewers ask about.
func (s *shelf) Interview(role string) (string, []knowledge.Area) {
	lib, done := s.read()
	defer done()
	return lib.engine.Interview(role)
}

// Cluster puts questions together that ask for much the same thing.
func (s *shelf) Cluster(questions []string) []knowledge.Group {
	lib, done := s.read()
	defer done()
	return lib.engine.Cluster(questions)
}

// Publish makes a document of an entry, keeps it in the data dir, shares it with the
// other processes, and answers from it from now on. Where that fails nothing is kept,
// and the old library goes on. Several who publish do so one after another.
func (s *shelf) Publish(ctx context.Context, e bot.Entry) (string, error) {
	select {
	case s.publishing <- struct{}{}:
		defer func() { <-s.publishing }()
	case <-ctx.Done():
		return "", ctx.Err()
	}
	now := s.now().UTC()
	day := now.Format(time.DateOnly)
	data, err := entryMarkdown(e, day)
	if err != nil {
		return "", err
	}
	dir, name := s.config.answersDir(), day+"-"+slug(e.Question)
	if s.shared != nil {
		name += sharedSuffix(now)
	}
	name = freeName(dir, name, s.loose)
	f := load.File{ID: answersPrefix + name, Name: name, Data: data}
	if err := readBack(f, e); err != nil {
		return "", err
	}
	if dir == "" {
		return f.ID, s.takeIn(ctx, f, e, append(s.loose, f))
	}
	if err := writeAnswer(dir, name, data); err != nil {
		return "", err
	}
	if err := s.takeIn(ctx, f, e, nil); err != nil {
		return "", errors.Join(err, os.Remove(filepath.Join(dir, name)))
	}
	return f.ID, nil
}

// takeIn answers from a document that was just made, when the others can too.
func (s *shelf) takeIn(ctx context.Context, f load.File, e bot.Entry, loose []load.File) error {
	lib, err := openLibrary(ctx, s.config, s.log, loose...)
	if err != nil {
		return &knowledge.Error{Say: "I could not take your answer in, and have not kept it. Please tell whoever runs me: my log says why.", Cause: err}
	}
	if err := s.share(ctx, f, e); err != nil {
		return errors.Join(err, lib.Close())
	}
	s.replace(lib, loose)
	return nil
}

// replace answers from another library from now on. The loose files are those in it
// that stand in no folder.
func (s *shelf) replace(lib *library, loose []load.File) {
	s.loose = loose
	s.log.Info("documents are open anew", "documents", len(lib.index.Documents()), "generation", lib.index.Generation())
	if err := s.retire(newInUse(lib)); err != nil {
		s.log.Warn("the old index cannot be closed", "reason", sentence(err))
	}
}
