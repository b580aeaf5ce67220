// Package bot answers career questions in Slack. It listens over Socket Mode,
// turns what people write into a [knowledge.Question], asks an [Answerer] and
// shows the [knowledge.Answer] as Block Kit: a slash command is answered to the
// asker alone, a direct message in its conversation, a mention in a thread
// below it.
//
// It promises that
//   - every envelope is acked at once, also one that nobody here understands,
//     and the work is done afterwards by a bounded number of workers, one
//     conversation in order; only when too much is waiting is an event left for
//     Slack to deliver again, and the asker of a command told so;
//   - an event that Slack delivers twice is answered once;
//   - a person always reads something, be it an apology, and a panic in one
//     answer does not touch the others;
//   - nothing from a person or a document can format a message, ping anybody or
//     unfurl, and a message within Slack's limits holds all of the answer or is
//     followed by the rest;
//   - a message that may have arrived is never sent again;
//   - no token is ever logged or part of an error.
//
// One table, in router.go, says which surface takes what; a surface is a file of
// its own. The package must not know how answers are found, which documents
// there are, or where anything is stored: it imports the floor package and the
// Slack client only.
package bot
