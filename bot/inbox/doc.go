// Package inbox is the way of an event to a worker. A [Job] is the work that an event
// asks for.
//
// It must not know Slack, nor what a job does.
package inbox
