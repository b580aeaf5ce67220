package bot

// What people are told in a sentence or two, mostly in private, when they click, type or submit
// something. %s stands for a name, a count or a command. The storybook shows each of them.
const (
	// Questions that cannot be read as such.
	saysNoWords      = "This message has no text that I can read as a question."
	saysTypeFirst    = "Type your question into the box first, then press Ask."
	saysOtherCommand = "I answer to %s here, not to %s. Try: %[1]s PM vs TPM?"

	saysHello = "Hello! I answer career questions from documents, and tell you where I found each answer. Mention me with a question, or type %s to ask in private. I only speak when I'm asked."

	// Too much, too fast, or not now.
	saysOverloaded = "I have more questions than I can answer right now. Please ask again in a minute."

	// How I behave in a channel.
	saysInAChannel = "Use this command in the channel you mean, and I'll ask you how to behave there."
	saysSet        = "Saved. That's how I'll behave here from now on."
	saysSetInvite  = "Saved. I'm not in that channel yet: invite me, so that I can hear what people ask."
	saysEditors    = "Saved. They can see the gap board on my Home tab and change my channel settings."

	// Asking a person.
	saysPassedOn         = "I've passed your question on. When somebody replies, you'll hear from me."
	saysKept             = "From now on, I'll use this reply in my answers. %s"
	saysPassedOnBefore   = "This question is already in the help channel."
	saysNoHelpChannel    = "There is no help channel any more. Please ask somebody you know."
	saysNotInHelpChannel = "I can't post in the help channel. Please ask the people who look after me to invite me there."

	// Only for admins.
	saysAdminsOnly = "Only the people who look after me can do that."
)
