// Package outline shows the structure of documents. An [Outline] holds their sections as a tree. A
// [Section] holds its [Block]s in reading order: single passages; each [List] with the line that
// introduces it, and each item with what is inside it, such as the sub-steps of a step; each table
// as a [Sheet] of named rows and columns. [Outline.Find] leads from a passage that a search has
// found to its place.
//
// It promises that every passage of the documents is in exactly one block, in document order, and
// that an outline never changes, so many goroutines may read it at once. It points into the
// documents it was made from; they must not change either.
//
// It must not know formats, roles, questions, or what a heading means: it reads only a
// [knowledge.Document], whatever file that came from.
package outline
