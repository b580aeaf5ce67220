// Package text reads English: it cuts a text into [Words] and [Sentences],
// brings words to the [Stem] by which they are compared, and takes markup out of
// what people type ([Plain]).
//
// It promises that the same text always gives the same words, that two texts have
// the same [Key] when their words are forms of the same words, and that the
// sentences of a text, joined by spaces, are the text again. Its tables never
// change, so everything here may be used by many goroutines at once.
//
// It must not know documents, roles, questions or Slack: a table here holds the
// language, never a subject.
package text
