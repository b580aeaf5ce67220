package answer

import (
	"context"
	"slices"

	"careeradvisor/knowledge"
)

// within is the engine on the documents that a scope allows: all it finds, cites,
// suggests or offers comes out of its corpus and its search.
func (e *Engine) within(s knowledge.Scope) *Engine {
	if !e.corpus.meant && len(s.Only)+len(s.Never) == 0 {
		return e
	}
	c := *e.corpus
	c.hidden, c.english, c.foreign = map[string]bool{}, false, map[string]bool{}
	var allowed []string
	for id, d := range c.docs {
		switch {
		case !s.Allows(id, d.Channels):
			c.hidden[id] = true
			continue
		case d.Language == "":
			c.english = true
		default:
			c.foreign[d.Language] = true
		}
		allowed = append(allowed, id)
	}
	if len(c.hidden) == 0 {
		return e
	}
	other := *e
	other.corpus, other.search = &c, scoped{e.search, allowed}
	return &other
}

// has reports whether one of the documents may be quoted.
func (c *corpus) has(docs []string) bool {
	return slices.ContainsFunc(docs, func(id string) bool { return !c.hidden[id] })
}

// scoped searches some documents.
type scoped struct {
	Searcher
	docs []string
}

// Search finds passages of the documents; none where there are none, for a query that
// names none searches all.
func (s scoped) Search(ctx context.Context, q knowledge.Query) ([]knowledge.Hit, error) {
	if len(s.docs) == 0 {
		return nil, nil
	}
	q.Docs = s.docs
	return s.Searcher.Search(ctx, q)
}
