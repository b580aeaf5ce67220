// Package memory defines what must survive the bot's process: an [Event] that arrived, a
// [Turn] with its [Vote]s, a [Gap], a [Plan], a [Practice], each with the small interface
// that keeps it; what admins set; and [Store], which combines them all.
//
// It promises that its values are plain data. It must not know Slack, databases, or how an answer
// is found.
package memory
