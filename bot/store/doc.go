// Package store keeps what must survive the process: events that arrived and are not dealt with
// yet, turns with their votes and gaps, plans, practices, and entries, which people wrote. It runs
// on SQLite, in a file or in memory, or on PostgreSQL if several processes share the work. Every
// statement is written once; dialect.go holds the differences between the two.
//
// It promises that
//   - an event that was recorded survives the end of the process, however it ends;
//   - of events that share a key only one is kept, even if several processes record them at once;
//   - of several workers and processes, only one deals with an event at a time, and
//     events of one lane are handed out in the order in which they were recorded;
//   - what is deleted is gone from SQLite's file too, once its log has been copied;
//   - times come back as they were given, to the microsecond and in UTC;
//   - what an operator can fix is a [knowledge.Error] that names the file or
//     host, and no password is ever part of an error or a log.
//
// It must not know Slack, the bot, or what an event, an answer or a lane means.
package store
