// Package inbox is the way of an event to a worker. A [Queue] records what arrives before
// it is acked, takes it under a lease, and works it; a [Job] is the work that an event
// asks for.
//
// It promises that
//   - what was acked is worked, also when the process dies in between, and by one of
//     several processes that share a memory;
//   - an event is worked once, however often and under whatever name it arrives; while
//     the memory is down it is worked all the same;
//   - work is done by a bounded number of workers, one lane in order, and a panic in one
//     job does not touch the others.
//
// It must not know Slack, nor what a job does.
package inbox
