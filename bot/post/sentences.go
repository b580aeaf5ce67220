package post

// What people read in a sentence. The storybook shows each of them.
const (
	saysTooLate   = "That took me too long to open. Please click once more."
	saysOneMoment = "One moment, I'm looking it up."
)
