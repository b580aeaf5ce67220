package bot

import "time"

// What this package allows itself.
const (
	maxTurn  = 2000 // of a question that is remembered for the follow-ups
	maxTurns = 5    // questions that a follow-up may refer to

	recorders     = 4                // that record what arrives; a lane keeps to one
	maxDeliveries = 8                // of one event, acked together
	recordWithin  = 2 * time.Second  // one call to the memory on the way of an event
	leaseFor      = 15 * time.Second // an event that nobody prolongs is taken by another after that
	takeEvery     = 2 * time.Second  // how often the memory is looked into without a reason
	maxTake       = 32               // events at once
	putOffFor     = 5 * time.Second  // until an answer is tried again that Slack does not take
	giveUpAfter   = 2 * time.Hour    // an answer that Slack does not take for so long

	ackFlush      = 200 * time.Millisecond // for the last acks to get out before the sockets are closed
	answerWithin  = 30 * time.Second       // the Answerer
	apologyWithin = 10 * time.Second       // one apology

	// Slack delivers again after about a minute and then five (vercel/chat#667);
	// an edit may bring an answered mention back hours later. The memory knows them all:
	// these are for when it is down.
	seenFor = 12 * time.Hour
	seenMax = 4_000

	directFor = 30 * time.Minute    // a direct message refers to the questions of the last half hour
	threadFor = 30 * 24 * time.Hour // a thread keeps its subject as long as people come back to it
)
