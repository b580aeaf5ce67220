package store

import (
	"context"

	"careeradvisor/bot/memory"
)

// referrals implements [memory.Referrals].
type referrals struct{ db *database }

// SaveReferral records the message that handed a turn over.
func (s referrals) SaveReferral(ctx context.Context, channel, message, turn string) error {
	_, err := s.db.exec(ctx, "save a referral",
		`INSERT INTO referrals (channel, message, turn) SELECT ?, ?, t.id FROM turns t WHERE t.id = ? ON CONFLICT DO NOTHING`, channel, message, turn)
	return err
}

// Referral is the turn that a message handed over.
func (s referrals) Referral(ctx context.Context, channel, message string) (memory.Turn, error) {
	return first(ctx, s.db, "read a referral", scanTurn,
		`SELECT `+turnColumns+` FROM turns t JOIN referrals r ON r.turn = t.id WHERE r.channel = ? AND r.message = ?`, channel, message)
}
