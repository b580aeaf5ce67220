package post

// Sentences that people read. The storybook shows each of them.
const (
	saysTooLate   = "That took too long to open. Please click again."
	saysOneMoment = "One moment, I'm looking it up."
	saysOldButton = "That button is from an earlier version of me and no longer works. Please ask again."
	saysGone      = "I no longer have %s. Please ask again."
)
