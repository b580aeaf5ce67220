package bot

import "time"

// Health is what a bot can tell of its connections to Slack.
type Health struct {
	Wanted  int      // sockets that it is to keep open
	Sockets []Socket // those that are open
	Closing bool     // Run is ending: no more questions are taken
}

// Socket is an open connection. Slack sends a ping on each every few seconds, so
// that a connection on which nothing comes in is dead, whatever it looks like.
type Socket struct {
	LastInbound time.Time // when bytes last came in, by this process's clock
}

// Fresh counts the sockets on which something came in since a time.
func (h Health) Fresh(since time.Time) int {
	n := 0
	for _, s := range h.Sockets {
		if s.LastInbound.After(since) {
			n++
		}
	}
	return n
}

// Health is a snapshot.
func (b *Bot) Health() Health {
	return Health{Wanted: b.cfg.Connections, Sockets: b.line.sockets(), Closing: b.closing.Load()}
}
