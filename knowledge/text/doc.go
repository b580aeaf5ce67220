// Package text reads English: it splits a text into [Words] and [Sentences], reduces
// words to the [Stem] by which they are compared, and removes markup from what people
// type ([Plain]).
//
// It promises that the same text always gives the same words, that two texts have the
// same [Key] if their words are forms of the same words, and that the sentences of a
// text, joined by spaces, are the text again. Its tables never change, so many
// goroutines may use everything here at once.
//
// It must not know documents, roles, questions or Slack: its tables are about language, never about
// a subject.
package text
