// Package inbox takes an event to a worker. A [Queue] records what arrives before it is
// acked, leases it and works on it; a [Job] is the work that an event asks for.
//
// It promises that
//   - what was acked is worked on, even if the process dies in between, and by one of
//     several processes that share a memory;
//   - an event is worked on once, however often and under whatever name it arrives, even
//     while the memory is down;
//   - a bounded number of workers do the work, each lane in order, and a panic in one
//     job does not affect the others.
//
// It must not know Slack, nor what a job does.
package inbox
