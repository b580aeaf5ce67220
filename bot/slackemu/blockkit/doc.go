// Package blockkit is Block Kit's law: which blocks, elements and views Slack takes,
// with its limits and in its words when it refuses, what people can choose in them,
// and what they read of them.
//
// It promises to be at least as strict as Slack. Where Slack documents no limit, the
// smallest that was seen holds; what is not modelled is refused, which is the safe
// mistake.
//
// The package must not know who sends the blocks or where they are kept, and no
// client library: it handles blocks as JSON.
package blockkit
