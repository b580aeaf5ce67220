package bot

import "careeradvisor/bot/wire"

// Health is what a bot can tell of its connections to Slack.
type Health struct {
	wire.Health
	Closing bool // Run is ending: no more questions are taken
}

// Health is a snapshot.
func (b *Bot) Health() Health { return Health{b.conn.Health(), b.closing.Load()} }
