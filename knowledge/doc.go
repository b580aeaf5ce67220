// Package knowledge is the foundation of the advisor: the vocabulary that every other package uses.
// A [Document] is one source file; its [Section]s nest by heading; a [Passage] is the unit that is
// indexed, found and cited. A [Question] comes in from a person, a [Query] goes to a search engine
// and comes back as [Hit]s, and an [Answer] goes out, every point of it with the [Citation] of its
// passage.
//
// It promises that its values are plain data: safe to copy, compare and encode. Finding nothing is
// an Answer of kind [Refuse]; an [Error] is for failures, with one sentence for the person and the
// cause for the log.
//
// It imports only the standard library and must not know files, search engines, Slack, databases,
// or any particular document or role.
package knowledge
