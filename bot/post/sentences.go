package post

// What people read in a sentence. The storybook shows each of them.
const (
	saysTooLate   = "That took me too long to open. Please click once more."
	saysOneMoment = "One moment, I'm looking it up."
	saysOldButton = "That button is from an earlier version of me and does nothing any more. Please ask again."
	saysGone      = "I no longer keep %s. Please ask again."
)
