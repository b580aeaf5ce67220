// Package rank ranks passages for a [knowledge.Query] over the postings of a Bleve index.
//
// Bleve's own BM25 differs from the textbook's and ranks worse; see the README of package index.
// The ranking here is BM25F over the fields of a passage, plus the proximity of the query's words
// in the best candidates; bm25.go and proximity.go give formulas and sources. A query is read by
// the rules of every language in the documents; see language.go. A word that no passage has is
// taken for a typing error of one that occurs.
//
// It promises that rankings are deterministic, take bounded time for any text, and may run
// concurrently.
//
// It must not know vectors, where the index is kept, or how it was built.
package rank
