package library

import (
	"context"
	"sync"
	"sync/atomic"

	"careeradvisor/index"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/practice"
	"careeradvisor/knowledge/roles"
)

// Generation is a set of opened documents: searchable, and with an engine that answers
// from them. It never changes, except that its vectors arrive once they are made.
type Generation struct {
	Index    *index.Index
	Roles    *roles.Index // of the documents
	Engine   *answer.Engine
	Practice *practice.Practice
	LeftOut  []load.LeftOut

	encoder  Encoder
	print    string // of everything it was made from, including what was left out
	partial  bool   // it holds the first documents only
	passages int
	seen     atomic.Pointer[view] // the last that was looked at

	readers sync.RWMutex // held for reading by whoever reads in it
	closed  bool
}

// Close waits for readers and releases everything.
func (g *Generation) Close() error {
	g.readers.Lock()
	defer g.readers.Unlock()
	if g.closed {
		return nil
	}
	g.closed = true
	return g.Index.Close()
}

// Documents are the documents that the generation answers from.
func (g *Generation) Documents() []knowledge.Document { return g.Index.Documents() }

// Passages is the number of passages in its documents.
func (g *Generation) Passages() int { return g.passages }

// Answer answers from the documents. The answer and everything it cites come from this
// generation, which it names.
func (g *Generation) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	a, err := g.Engine.Answer(ctx, q)
	a.Generation = g.Index.Generation()
	return a, err
}

// About names the roles and levels that a section of a document is about; section -1 is
// the document as a whole.
func (g *Generation) About(doc string, section int) (names []string) {
	for _, s := range g.Roles.About(doc, section) {
		names = append(names, g.Roles.Name(s))
	}
	return names
}
