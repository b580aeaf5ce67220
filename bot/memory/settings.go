package memory

import "context"

// Settings are what admins set in Slack, by name, for all processes.
type Settings interface {
	// SaveSetting keeps a value in the place of the name's earlier one; an empty value
	// deletes it.
	SaveSetting(ctx context.Context, name, value string) error

	// Settings are all values by their names.
	Settings(ctx context.Context) (map[string]string, error)
}

// Referrals are turns that were handed over to people, each by a message of the
// advisor's. They go with their turns.
type Referrals interface {
	// SaveReferral keeps by which message a turn was handed over.
	SaveReferral(ctx context.Context, channel, message, turn string) error

	// Referral is the turn that a message handed over; it may return
	// [knowledge.ErrNotFound].
	Referral(ctx context.Context, channel, message string) (Turn, error)
}
