package memory

import "context"

// Settings are what admins set in Slack, by name, for all processes alike.
type Settings interface {
	// SaveSetting replaces the value of a name; an empty value deletes it.
	SaveSetting(ctx context.Context, name, value string) error

	// Settings returns all values by name.
	Settings(ctx context.Context) (map[string]string, error)
}

// Referrals are turns that were handed over to people, each by a message from the advisor. They are
// deleted with their turns.
type Referrals interface {
	// SaveReferral records the message that handed a turn over.
	SaveReferral(ctx context.Context, channel, message, turn string) error

	// Referral is the turn that a message handed over; it may return
	// [knowledge.ErrNotFound].
	Referral(ctx context.Context, channel, message string) (Turn, error)
}
