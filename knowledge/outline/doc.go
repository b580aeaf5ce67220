// Package outline sees what documents are made of. An [Outline] has their sections
// as a tree; a [Section] has its [Block]s in reading order: single passages, each
// [List] with the line that announces it and each item with what stands inside it
// (a step with its sub-steps), and each table as a [Sheet] of named rows and columns.
// From a passage that was found, [Outline.Find] leads to where it stands.
//
// It promises that every passage of the documents stands in exactly one block, in
// the document's order, and that an outline never changes: it may be read by many
// goroutines at once. It points into the documents it was made of, which must not
// change either.
//
// It must not know formats, roles, questions, or what a heading means: it reads
// [knowledge.Document] and nothing else, whatever file that came from.
package outline
