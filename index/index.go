package index

import (
	"errors"
	"io"
	"sync/atomic"
	"time"

	"careeradvisor/index/rank"
	"careeradvisor/index/vectors"
	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// errClosed is the error of searching a closed index.
var errClosed = errors.New("index: closed")

// Index is a searchable set of documents. It never changes, except that vectors may
// arrive later, and its methods may be called concurrently. Close it after use.
type Index struct {
	docs     []knowledge.Document
	lengths  []rank.Lengths         // of each document
	passages []*knowledge.Passage   // in docs, in reading order; a passage's place here is its ordinal
	byID     map[string]int         // ordinals of passages
	asks     []knowledge.Ask        // of docs, in reading order
	spans    map[string][]rank.Span // where the passages of a document ID are

	store   bleve.Index
	reader  bleveindex.IndexReader // one snapshot, held for the index's life
	ranker  *rank.Ranker
	vectors *vectors.Space

	folder            string // of the generation; empty in memory
	name, fingerprint string
	created           time.Time
	trouble           error // with the current generation, if this is an older one

	held   io.Closer // keeps the generation from being removed; nil in memory
	closed atomic.Bool
}

// Documents are the indexed documents, in the order given. The caller must not change
// them.
func (x *Index) Documents() []knowledge.Document { return x.docs }

// Fingerprint is the one passed to [Build] for this generation, "" in memory.
func (x *Index) Fingerprint() string { return x.fingerprint }

// Generation is the name of the generation, "" in memory.
func (x *Index) Generation() string { return x.name }

// Created is when the index was built.
func (x *Index) Created() time.Time { return x.created }

// Trouble is why Open could not use the current generation and fell back to this older
// one; nil if this is the current one.
func (x *Index) Trouble() error { return x.trouble }

// Close releases what the index holds. Its owner first waits for running searches;
// later ones get an error. Closing twice is not an error.
func (x *Index) Close() error {
	if x.closed.Swap(true) {
		return nil
	}
	err := errors.Join(x.vectors.Close(), x.reader.Close(), x.store.Close())
	if x.held != nil {
		err = errors.Join(err, x.held.Close())
	}
	return err
}
