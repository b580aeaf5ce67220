// Package evidence finds the passages that may answer a question, and orders them. A
// [Finder] gathers them by words, by vectors, by asks and by whom the question names, and
// ranks them by a linear mix of a few features; the first few are compared with the
// question token by token, and ordered again.
//
// It promises that the search runs once for each question, and that the role lock holds:
// where a question names somebody whom the documents describe, no passage about another is
// evidence. [Subjects] knows whom passages are about.
//
// It must not know search engines, or what is said of the evidence and whether it is said.
package evidence
