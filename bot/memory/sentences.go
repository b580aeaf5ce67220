package memory

// Sentences that people read. The storybook shows each of them.
const (
	saysNoMemory = "I can't reach my memory right now. Please try again in a minute."
)
