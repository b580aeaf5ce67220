package bot

import "time"

// What this package allows itself.
const (
	maxTurn  = 2000 // of a question that is remembered for the follow-ups
	maxTurns = 5    // questions that a follow-up may refer to

	ackFlush      = 200 * time.Millisecond // for the last acks to get out before the sockets are closed
	answerWithin  = 30 * time.Second       // the Answerer
	apologyWithin = 10 * time.Second       // one apology

	directFor = 30 * time.Minute    // a direct message refers to the questions of the last half hour
	threadFor = 30 * 24 * time.Hour // a thread keeps its subject as long as people come back to it
)
