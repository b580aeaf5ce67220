package answer

import (
	"context"
	"fmt"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/meaning"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// Searcher finds passages. An engine of its own kind stands behind it; what it
// returns is ranked, the best first.
type Searcher interface {
	Search(ctx context.Context, q knowledge.Query) ([]knowledge.Hit, error)
}

// Engine answers questions from one set of documents. What it answers does not
// change once it is made, and it may be used by many goroutines at once.
type Engine struct {
	corpus  *corpus
	search  Searcher
	meaning *meaning.Table // nil where answers go by words alone

	// What questions are read by.
	facetTable    *facetTable
	synonyms      synonyms
	speller       *speller
	unknownWeight float64 // what a word weighs that the documents do not have

	// What the documents name.
	index      *roles.Index
	roles      []role                 // roles, then their levels
	levelsFrom int                    // where the levels begin
	roleOf     map[roles.Subject]int  // the index into roles
	firstOf    map[string]int         // document -> its first section
	roleWords  map[string]bool        // stems of the names of roles
	aliasOf    map[string][]text.Word // a one-word alias, in singular -> the words of the role's name
	labelled   map[string][]int       // stems of a label, joined -> its passages

	// Where the documents speak of what.
	onFacets    map[string][]int // facet -> sections whose headings speak of it, the surest first
	sheets      []sheet
	vectors     [][]unitVectors // of each passage's units; nil without meaning, and for large sets
	suggestions []suggestion
	frequent    []frequent

	abroad map[string]knowledge.Document // documents that are not in English, by ID
}

// Options are what an engine may have beside its documents. Its zero value answers
// by words and the built-in synonyms.
type Options struct {
	Meaning  *meaning.Table // sentence vectors, a second signal beside words; nil for none
	Synonyms Synonyms       // of the operator's, beside the built-in ones
	Roles    []roles.List   // what folders list of roles that their documents do not show
}

// New makes an engine that answers from docs; search has to search the same.
func New(docs []knowledge.Document, search Searcher, opts Options) *Engine {
	e := &Engine{
		corpus:     newCorpus(docs),
		search:     search,
		meaning:    opts.Meaning,
		facetTable: newFacetTable(opts.Synonyms.facets()),
		synonyms:   newSynonyms(opts.Synonyms.all()),
	}
	e.index = roles.New(docs, opts.Roles...)
	e.findRoles()
	e.markRoles()
	e.unname()
	e.lookUp()
	e.sheets = e.findSheets()
	e.unknownWeight = unknownShare * e.corpus.idf("")
	e.speller = newSpeller(e.knownWords())
	e.suggestions = e.findSuggestions()
	e.frequent = e.findFrequent()
	e.vectors = e.allVectors()
	e.abroad = notEnglish(docs)
	return e
}

// About names the roles and levels that a section of a document is about; section -1
// is the document as a whole.
func (e *Engine) About(doc string, section int) (names []string) {
	for _, s := range e.index.About(doc, section) {
		names = append(names, e.index.Name(s))
	}
	return names
}

// Missing returns the documents and sections that lists of roles name and that there are
// not.
func (e *Engine) Missing() []string { return e.index.Missing() }

// Roles are the roles that the documents speak of; those that a document is
// about come first.
func (e *Engine) Roles() []knowledge.Role {
	var out []knowledge.Role
	for _, r := range e.roles[:e.levelsFrom] {
		out = append(out, r.Role)
	}
	return out
}

// Answer answers q. Its error is that of the search engine; not finding is an
// answer of kind Refuse.
func (e *Engine) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	a, err := e.answer(ctx, q)
	for range e.suggestions { // each that leads nowhere is found out once, and the answer made without it
		if err != nil || e.keepPromises(ctx, a.Suggestions) {
			break
		}
		a, err = e.answer(ctx, q)
	}
	if a.Why != nil {
		a.Why.Asks = e.asks(q.Text)
	}
	return a, err
}

func (e *Engine) answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	if a, ok, err := e.inItsLanguage(ctx, q); ok || err != nil {
		return a, err
	}
	if a, ok := e.smallTalk(q); ok {
		return a, nil
	}
	r := e.within(e.readMessage(q.Text), q.Earlier)
	if a, ok := e.answerToSame(q.Text, r); ok {
		return e.finish(a, r), nil
	}
	if a, ok := e.turnDown(r); ok {
		return e.finish(a, r), nil
	}
	e.assumeRole(r)
	if a, ok := e.whichRole(r); ok {
		return e.finish(a, r), nil
	}
	a, err := e.compose(ctx, r)
	if err != nil {
		return knowledge.Answer{}, fmt.Errorf("answering: %w", err)
	}
	return e.finish(a, r), nil
}
