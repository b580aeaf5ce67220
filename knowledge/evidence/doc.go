// Package evidence finds the passages that may answer a question, and orders them. A [Finder]
// gathers them by words, by vectors, by asks and by the subjects that the question names, and ranks
// them by a linear mix of a few features; the first few are compared with the question token by
// token, and ordered again.
//
// It promises that the search runs once for each question, and that the role lock holds: if a
// question names somebody whom the documents describe, no passage about somebody else is evidence.
// [Subjects] knows whom passages are about.
//
// It must not know search engines, or whether and how the evidence is used in an answer.
package evidence
