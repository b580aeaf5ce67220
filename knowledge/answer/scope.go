package answer

import (
	"context"
	"maps"
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/evidence"
)

// within is the engine on the documents that a scope allows: all that it finds, cites,
// suggests or offers comes out of its outline and its search.
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

// scoped searches some documents.
type scoped struct {
	evidence.Searcher
	docs []string
}

// Search finds passages of the documents; none if there are none, since a query that names
// none searches all.
func (s scoped) Search(ctx context.Context, q knowledge.Query) ([]knowledge.Hit, error) {
	if len(s.docs) == 0 {
		return nil, nil
	}
	q.Docs = s.docs
	return s.Searcher.Search(ctx, q)
}

// hasForeign reports whether some document is in another language than English.
func (e *Engine) hasForeign() bool {
	return slices.ContainsFunc(e.finder.Docs.Documents, func(d *knowledge.Document) bool { return d.Language != "" })
}

// languages names those that the documents are in: English first, the others by their
// codes.
func (e *Engine) languages() (names []string) {
	codes := map[string]bool{}
	for _, d := range e.finder.Docs.Documents {
		codes[d.Language] = true
	}
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		name := code
		if code == "" {
			name = "English"
		} else if tag, err := language.Parse(code); err == nil {
			name = display.English.Languages().Name(tag)
		}
		names = append(names, name)
	}
	return names
}
