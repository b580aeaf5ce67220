package library

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// Library answers from documents, says what it holds, and takes in what people
// publish. A new generation takes the place of the old one between two questions; those
// that the old one is answering it answers.
type Library struct {
	config Config
	log    *slog.Logger
	now    func() time.Time

	mu   sync.Mutex
	open *inUse

	publishing chan struct{} // holds one who publishes
	loose      []load.File   // published without a data dir: they end with the process

	shared Shared // what all processes published; nil where this one is alone
}

// inUse is a generation with those who read in it.
type inUse struct {
	*Generation
	readers int           // guarded by Library.mu, like retired
	retired bool          // another took its place
	idle    chan struct{} // closed when it is retired and nobody reads in it
}

func newInUse(g *Generation) *inUse { return &inUse{Generation: g, idle: make(chan struct{})} }

// New makes a library of an open generation, which it closes when it is closed. Shared
// is where processes share what people publish; nil where this one is alone.
func New(g *Generation, c Config, shared Shared, log *slog.Logger) *Library {
	return &Library{config: c, log: log, now: time.Now, open: newInUse(g), publishing: make(chan struct{}, 1), shared: shared}
}

// Close waits for questions in flight and closes the generation.
func (l *Library) Close() error { return l.retire(nil) }

// Read is the generation of now; it stays open until done is called.
func (l *Library) Read() (g *Generation, done func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	u := l.open
	u.readers++
	return u.Generation, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		u.readers--
		u.settle()
	}
}

// retire puts next, unless it is nil, into the place of the generation, and closes that
// when nobody reads in it any more.
func (l *Library) retire(next *inUse) error {
	l.mu.Lock()
	old := l.open
	if next != nil {
		l.open = next
	}
	old.retired = true
	old.settle()
	l.mu.Unlock()
	<-old.idle
	return old.Close()
}

// settle notes that a generation is idle for good, once.
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
func (l *Library) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	g, done := l.Read()
	defer done()
	return g.Engine.Answer(ctx, q)
}

// Contents are the documents that are open now.
func (l *Library) Contents() Contents {
	g, done := l.Read()
	defer done()
	c := Contents{Generation: g.Index.Generation(), Roles: g.Engine.Roles(), Examples: g.Engine.Examples(maxExamples)}
	for _, d := range g.Index.Documents() {
		c.Documents = append(c.Documents, DocumentInfo{
			ID: d.ID, Title: d.Title, Role: d.Role, Source: d.Source, Date: d.Date, Passages: len(d.Passages()),
		})
	}
	return c
}

// maxExamples is how many questions are shown as examples.
const maxExamples = 6

// Interests is what the documents say of the interests of roles.
func (l *Library) Interests() []knowledge.RoleInterest {
	g, done := l.Read()
	defer done()
	return g.Engine.Interests()
}

// Interview is what the documents say that interviewers ask about.
func (l *Library) Interview(role string) (string, []knowledge.Area) {
	g, done := l.Read()
	defer done()
	return g.Engine.Interview(role)
}

// Cluster puts questions together that ask for much the same thing.
func (l *Library) Cluster(questions []string) []knowledge.Group {
	g, done := l.Read()
	defer done()
	return g.Engine.Cluster(questions)
}

// Publish makes a document of an entry, keeps it in the data dir, shares it with the
// other processes, and answers from it from now on. Where that fails nothing is kept,
// and the old generation goes on. Several who publish do so one after another.
func (l *Library) Publish(ctx context.Context, e Entry) (string, error) {
	select {
	case l.publishing <- struct{}{}:
		defer func() { <-l.publishing }()
	case <-ctx.Done():
		return "", ctx.Err()
	}
	now := l.now().UTC()
	day := now.Format(time.DateOnly)
	data, err := entryMarkdown(e, day)
	if err != nil {
		return "", err
	}
	dir, name := l.config.answersDir(), day+"-"+slug(e.Question)
	if l.shared != nil {
		name += sharedSuffix(now)
	}
	name = freeName(dir, name, l.loose)
	f := load.File{ID: answersPrefix + name, Name: name, Data: data}
	if err := readBack(ctx, f, e); err != nil {
		return "", err
	}
	if dir == "" {
		return f.ID, l.takeIn(ctx, f, e, append(l.loose, f))
	}
	if err := writeAnswer(dir, name, data); err != nil {
		return "", err
	}
	if err := l.takeIn(ctx, f, e, nil); err != nil {
		return "", errors.Join(err, os.Remove(filepath.Join(dir, name)))
	}
	return f.ID, nil
}

// takeIn answers from a document that was just made, when the others can too.
func (l *Library) takeIn(ctx context.Context, f load.File, e Entry, loose []load.File) error {
	g, err := Open(ctx, l.config, l.log, loose...)
	if err != nil {
		return &knowledge.Error{Say: "I could not take your answer in, and have not kept it. Please tell whoever runs me: my log says why.", Cause: err}
	}
	if err := l.share(ctx, f, e); err != nil {
		return errors.Join(err, g.Close())
	}
	l.replace(g, loose)
	return nil
}

// replace answers from another generation from now on. The loose files are those in it
// that stand in no folder.
func (l *Library) replace(g *Generation, loose []load.File) {
	l.loose = loose
	l.log.Info("documents are open anew", "documents", len(g.Index.Documents()), "generation", g.Index.Generation())
	if err := l.retire(newInUse(g)); err != nil {
		l.log.Warn("the old index cannot be closed", "reason", err)
	}
}
