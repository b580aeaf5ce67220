// Package blockkit holds the rules of Block Kit: which blocks, elements and views
// Slack accepts and within which limits, how it words a refusal, what people can
// choose, and what they read.
//
// It promises to be at least as strict as Slack. Where Slack documents no limit, the smallest one
// observed applies; what is not modelled is refused, which errs on the safe side.
//
// The package must not know who sends blocks or where they are stored, nor use a
// client library: it handles blocks as JSON.
package blockkit
