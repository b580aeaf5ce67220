// Package index finds passages: it keeps the passages of documents in Bleve, and lets package rank
// rank them for a [knowledge.Query].
//
// Bleve analyses, compresses and stores. A document is analysed by the rules of its language; see
// analyzers.go.
//
// An index lives in memory ([New]) or on disk, as generations: [Build] writes a complete, immutable
// one and makes it current in a single rename; [Open] reads the current one. A generation includes
// the documents, so the files they came from are no longer needed.
//
// An index can be searched by words at once. Vectors ([Index.Compare]) take longer and come later:
// they are derived from the documents and kept in a file in the generation's folder, which is
// replaced in one rename and verified separately. The words and documents of a generation never
// change; its holder replaces its vectors between two searches. A generation whose vectors are
// missing, damaged or made by another encoder is complete without them.
//
// It promises that searches are deterministic, take bounded time for any text, may run
// concurrently, and never see half a build; and that vectors make no difference to [Index.Search].
//
// It must not know questions, answers, roles, Slack, where documents come from, or how they were
// loaded.
package index
