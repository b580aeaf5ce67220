package bot

import "sync/atomic"

// Counts is what a bot has done since it was made.
type Counts struct {
	Connections int64 // sockets opened
	Envelopes   int64 // received, all kinds
	Answered    int64 // questions answered
	Failed      int64 // questions that ended in an apology or in nothing
	Ignored     int64 // envelopes that are nobody's question
	Duplicates  int64 // deliveries of what was already taken
	Malformed   int64 // envelopes that could not be read
	Refused     int64 // questions that found the queue full
	Slowed      int64 // questions of people who ask too many
	LostAcks    int64 // acks that did not reach Slack
}

type counters struct {
	connections, envelopes, answered, failed, ignored,
	duplicates, malformed, refused, slowed, lostAcks atomic.Int64
}

// Counts is a snapshot for metrics.
func (b *Bot) Counts() Counts {
	c := &b.counts
	return Counts{
		Connections: c.connections.Load(),
		Envelopes:   c.envelopes.Load(),
		Answered:    c.answered.Load(),
		Failed:      c.failed.Load(),
		Ignored:     c.ignored.Load(),
		Duplicates:  c.duplicates.Load(),
		Malformed:   c.malformed.Load(),
		Refused:     c.refused.Load(),
		Slowed:      c.slowed.Load(),
		LostAcks:    c.lostAcks.Load(),
	}
}
