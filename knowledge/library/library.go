package library

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"sync/atomic"
	"time"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/gaps"
	"careeradvisor/knowledge/load"
)

// Library answers from documents while they change. A new generation replaces the old
// one between two questions; the old one finishes the questions it is answering.
type Library struct {
	config Config
	shared Shared
	log    *slog.Logger
	now    func() time.Time
	ticks  <-chan time.Time

	current atomic.Pointer[Generation]
	status  status
	filler  *filler

	questions gaps.Reader   // what questions mean
	answering chan struct{} // one place for each question answered at the same time

	building chan struct{} // held while a generation is made; guards what follows
	loose    []load.File   // published without a data dir: lost when the process ends
	watch    watch
}

// Options are what a library needs besides its documents. Only Log is required.
type Options struct {
	Log    *slog.Logger
	Shared Shared           // where processes share what people publish; nil if there is only this one
	Now    func() time.Time // time.Now if nil
	Ticks  <-chan time.Time // when to check for changes; every few seconds if nil
}

// Start opens the documents, or only the first ones if there are many: [Library.Run] then reads the
// rest. The caller closes the library once Run has ended and nobody is asking any more.
func Start(ctx context.Context, c Config, o Options) (*Library, error) {
	if err := c.open(); err != nil {
		return nil, err
	}
	l := &Library{config: c, shared: o.Shared, log: o.Log, now: o.Now, ticks: o.Ticks, building: make(chan struct{}, 1), filler: newFiller()}
	// Reading a question takes a core for tens of milliseconds. One core stays free, so that Slack
	// gets its acks in time however many questions come in.
	l.answering = make(chan struct{}, max(1, runtime.GOMAXPROCS(0)-1))
	l.questions = gaps.Remember(c.encoder)
	if l.now == nil {
		l.now = time.Now
	}
	l.fetch(ctx)
	l.watch.seen = survey(&l.config)
	b := l.builder(nil)
	g, all, err := b.first(ctx)
	if g == nil && err == nil {
		g, err = b.build(ctx)
	}
	if err != nil {
		return nil, err
	}
	l.current.Store(g)
	l.status.begin(len(g.Documents()), all, l.now())
	l.status.encode(g.Vectors())
	l.filler.resume()
	l.report("documents are open", g)
	return l, nil
}

// Close waits for questions in progress and frees the documents.
func (l *Library) Close() error { return l.current.Load().Close() }

// Read returns the current generation, which stays open until done is called.
func (l *Library) Read() (g *Generation, done func()) {
	for {
		g := l.current.Load()
		g.readers.RLock()
		if !g.closed || g == l.current.Load() { // the very last one may be closed when it is read, and then finds nothing
			return g, g.readers.RUnlock
		}
		g.readers.RUnlock()
	}
}

// Answer answers from the documents of one generation, once a place is free.
func (l *Library) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	select {
	case l.answering <- struct{}{}:
		defer func() { <-l.answering }()
	case <-ctx.Done():
		return knowledge.Answer{}, fmt.Errorf("library: wait to answer: %w", ctx.Err())
	}
	g, done := l.Read()
	defer done()
	a, err := g.Answer(ctx, q)
	if err == nil && g.partial && a.Kind == knowledge.Refuse { // the rest may answer it
		return knowledge.Answer{Kind: knowledge.Help, Lead: l.status.now().Reading + " Please ask again in a minute."}, nil
	}
	return a, err
}

// Interests returns what the documents of a scope say about the interests of roles.
func (l *Library) Interests(s knowledge.Scope) []knowledge.RoleInterest {
	g, done := l.Read()
	defer done()
	return g.within(s).practice.Interests()
}

// Interview returns what interviewers ask about, according to the documents of a scope.
func (l *Library) Interview(s knowledge.Scope, role string) (string, []knowledge.Area) {
	g, done := l.Read()
	defer done()
	return g.within(s).practice.Interview(role)
}

// Cluster groups questions that ask for nearly the same thing.
func (l *Library) Cluster(questions []string) []knowledge.Group {
	return gaps.Cluster(l.questions, questions)
}

// Contents are the documents of a scope that are open now.
func (l *Library) Contents(s knowledge.Scope) Contents {
	g, done := l.Read()
	defer done()
	return g.within(s).contents
}

// Status says what state the documents are in.
func (l *Library) Status() Status { return l.status.now() }

// maxNoted is how many reasons for leaving files out are noted.
const maxNoted = 5

// Notes tell the operator about the state of the documents, one sentence each.
func (l *Library) Notes() (notes []string) {
	const minute = "2 January 2006 at 15:04 UTC"
	g, done := l.Read()
	defer done()
	s := l.Status()
	if s.Trouble != nil {
		notes = append(notes, fmt.Sprintf("The documents have changed and cannot be reopened, since %s; the old ones still answer. %s",
			s.Since.UTC().Format(minute), knowledge.Say(s.Trouble)))
	}
	left := Omissions(g.LeftOut)
	for _, o := range left[:min(len(left), maxNoted)] {
		notes = append(notes, "Left out: "+o.String())
	}
	if more := len(left) - maxNoted; more > 0 {
		notes = append(notes, fmt.Sprintf("Left out for %d more reasons: advisor documents lists them.", more))
	}
	if v := s.Vectors; v.Done < v.Wanted {
		notes = append(notes, fmt.Sprintf("What the documents mean is still being worked out: %s. Until then, I find them by their words.", v))
	}
	return append(notes, fmt.Sprintf("%d documents with %d passages, opened on %s.", len(g.Documents()), g.Passages(), s.Opened.UTC().Format(minute)))
}

// hold makes the caller the only one to make generations until release is called.
func (l *Library) hold(ctx context.Context) (release func(), err error) {
	select {
	case l.building <- struct{}{}:
		return func() { <-l.building }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// builder makes the next generation. Loose files are those that are in no folder.
func (l *Library) builder(loose []load.File) builder {
	b := builder{config: l.config, log: l.log, loose: loose, progress: l.status.index, pause: l.filler.pause}
	if g := l.current.Load(); g != nil && !g.partial { // links may lead out of a part of the documents
		b.old = g
	}
	return b
}

// replace makes a generation the one that answers from now on.
func (l *Library) replace(g *Generation, loose []load.File) {
	l.loose = loose
	old := l.current.Swap(g)
	l.status.renewed(g != old, l.now())
	if g == old {
		return
	}
	l.status.encode(g.Vectors())
	l.report("documents were reopened", g)
	if err := old.Close(); err != nil {
		l.log.Warn("the old index cannot be closed", "error", err)
	}
}

// report logs what a generation holds, and what was left out if that has changed.
func (l *Library) report(what string, g *Generation) {
	l.log.Info(what, "documents", len(g.Documents()), "passages", g.Passages(), "generation", g.Index.Generation())
	for _, o := range l.status.leftOut(g.LeftOut) {
		l.log.Warn("files were left out", "files", len(o.Paths), "names", o.Names(), "reason", o.Why)
	}
}
