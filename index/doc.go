// Package index finds passages: it keeps the passages of documents in Bleve and
// ranks them for a [knowledge.Query] with a scorer of its own.
//
// Bleve analyses, compresses and stores; this package walks its postings, since
// Bleve's own BM25 is not the textbook's. The ranking is BM25F over the fields of a
// passage, and the nearness of the query's words in the best candidates; see bm25.go
// and proximity.go for formulas and sources. A document is read by the rules of its
// language, and a query by those of every language that the documents have; see
// language.go.
//
// An index lives in memory ([New]), or on disk as generations: [Build] writes a
// complete, immutable one and makes it current in a single rename, [Open] reads
// the current one. A generation holds the documents too, so that nobody needs
// the files they came from.
//
// An index finds by words as soon as it is there. Vectors ([Index.Compare]) take longer
// and come later: they are derived from the documents, in a file of the generation's
// folder that takes its place in one rename and is verified by itself. Words and
// documents of a generation never change, and whoever has it open exchanges its vectors
// between two searches. A generation whose vectors are missing, damaged or made by
// another encoder is complete without them.
//
// It promises that searches are deterministic, bounded in time for any text,
// safe to run at once, and never see half a build; and that vectors make no
// difference to [Index.Search].
//
// It must not know questions, answers, roles, Slack, where documents come from,
// or how they were loaded.
package index
