// Package memory is what the bot remembers, as plain types: an [Event] that
// arrived, a [Turn] with its [Vote]s, a [Plan], a [Practice].
//
// It promises that its values are plain data. It must not know Slack, databases,
// or how an answer comes about.
package memory
