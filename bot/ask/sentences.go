package ask

// Sentences that people read. The storybook shows each of them.
const (
	saysTooFast   = "You're asking faster than I can keep up with. Please give me a minute."
	saysGlad      = "Thank you! I'm glad it helped."
	saysNoted     = "Thank you. I've noted it for the people who write my documents."
	saysNotYours  = "Only the person who asked can share this answer."
	saysShared    = "This answer has already been shared."
	saysNoWhy     = "I have no explanation for this answer."
	saysMayNotAsk = "Only certain people can ask me questions in this channel. In a direct message, you can ask me anything."
)
