package answer

import (
	"context"
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/evidence"
)

// within is the engine on the documents that a scope allows: everything it finds, cites, suggests
// or offers comes from its own outline and search.
func (e *Engine) within(s knowledge.Scope) *Engine {
	f := e.finder
	docs := f.Docs.Only(func(d *knowledge.Document) bool { return s.Allows(d.ID, d.Channels) })
	if docs == f.Docs {
		return e
	}
	var allowed []string
	for _, d := range docs.Documents {
		allowed = append(allowed, d.ID)
	}
	f.Docs, f.Search = docs, scoped{f.Search, allowed}
	return &Engine{e.reader, e.talk, f, shaper(f)}
}

// scoped searches only some of the documents.
type scoped struct {
	evidence.Searcher
	docs []string
}

// Search finds passages of the documents. Without documents it finds nothing, since a query that
// names no document would search them all.
func (s scoped) Search(ctx context.Context, q knowledge.Query) ([]knowledge.Hit, error) {
	if len(s.docs) == 0 {
		return nil, nil
	}
	q.Docs = s.docs
	return s.Searcher.Search(ctx, q)
}

// languages names the languages of the documents.
func (e *Engine) languages() (names []string) {
	for _, d := range e.finder.Docs.Documents {
		name := english
		if d.Language != "" {
			name = display.English.Languages().Name(language.Make(d.Language))
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

const english = "English" // of documents that name no language
