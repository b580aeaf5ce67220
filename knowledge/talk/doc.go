// Package talk recognises what is not a question about documents: small talk, by its similarity to
// a few utterances, and what people say to one another rather than to the advisor.
//
// It promises that the same message is always read the same way, and nothing more: whether the
// documents answer it matters too, but that is for the caller to judge.
//
// It must not know documents, or what is replied.
package talk
