// Package knowledge is the floor of the advisor: the words every other package
// speaks. A [Document] is one source file; its [Section]s nest by heading; a
// [Passage] is the unit that is indexed, found and cited. A [Question] comes in
// from a person, a [Query] goes to a search engine and comes back as [Hit]s, and
// an [Answer] goes out again, every point of it with the [Citation] of the
// passage it stands in.
//
// It promises that its values are plain data: safe to copy, compare and encode.
// Not finding something is an Answer of kind [Refuse]; an [Error] is for what
// went wrong, with one sentence for the person and the cause for the log.
//
// It imports the standard library only and must not know files, search engines,
// Slack, databases, or any particular document or role.
package knowledge
