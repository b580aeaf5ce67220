package bot

// What people are told in a sentence or two, mostly to them alone, when they clicked,
// typed or submitted something. %s stands for a name, a count or a command. The
// storybook shows each of them.
const (
	// Buttons and links that lead nowhere any more.
	saysOldButton    = "That button is from an earlier version of me and does nothing any more. Please ask again."
	saysNoWords      = "This message has no text that I could read as a question."
	saysGone         = "I no longer keep %s. Please ask again."
	saysOtherCommand = "I answer to %s here, not to %s. Try: %[1]s PM vs TPM?"

	// Too much, too fast, or not now.
	saysTooFast        = "You're asking faster than I can keep up with. Please give me a minute."
	saysOverloaded     = "I have too many questions at once right now. Please ask again in a minute."
	saysNoMemory       = "I can't reach my memory right now. Please try again in a minute."
	saysHomeIncomplete = "I can't reach what I remember right now, so something is missing here. Please look again in a minute."

	// Below an answer.
	saysGlad     = "Thank you, I'm glad that it helps."
	saysNoted    = "Thank you. I've noted it for the people who write my documents."
	saysNotYours = "Only the person who asked can share this answer."
	saysShared   = "This answer is shared already."
	saysNoWhy    = "I keep no explanation of this answer."

	// How I behave in a channel.
	saysInAChannel = "Use this command in the channel that you mean, and I'll ask you how to behave there."
	saysSet        = "Saved. I behave like that here from now on."
	saysSetInvite  = "Saved. I'm not in that channel yet, so invite me there before I can hear what people ask."
	saysMayNotAsk  = "Only certain people may ask me in this channel. In a direct message you can ask me anything."

	// A person is asked.
	saysPassedOn         = "I've passed your question on. When somebody replies, you'll hear it from me."
	saysKept             = "I answer from this reply from now on. %s"
	saysPassedOnBefore   = "This question stands in the help channel already."
	saysNoHelpChannel    = "There is no help channel any more. Please ask somebody you know."
	saysNotInHelpChannel = "I can't post in the help channel. Please tell whoever runs me to invite me there."

	// The gap board.
	saysAdminsOnly      = "Only the people who look after me can do that."
	saysClosed          = "That question is answered or dismissed already."
	saysClosedMeanwhile = "Somebody answered or dismissed that question while you were writing, so I have not published your answer. Here it is, so that it is not lost:\n\n"
	saysPublished       = "Published as %s."
	saysTold            = "I've told %s who had asked."
	saysNotTold         = "%s I could not reach."
	saysNotFound        = "But when I'm asked “%s” I still don't come up with it: use more of the question's words in the answer, or write a document on it."

	// The plan.
	saysPlanned     = "These steps are your plan already."
	saysNoPlan      = "That plan is not yours any more. My Home tab shows what you have now."
	saysNoReminders = "Reminders are off. You can turn them on again in my Home tab."
	saysYourPlan    = "That's your plan now: %s. %s"
	saysAllDone     = "Congratulations! You've done all %s of your plan: %s"
	whereThePlanIs  = "You find them in my Home tab, where you can check them off."

	// Fit check and interview practice.
	saysChoose        = "Please choose one."
	saysBehind        = "That question is behind us. Please go on with the last one."
	saysNoPractice    = "My documents don't say what interviewers%s ask about, so I have nothing to practise with."
	saysPracticeWaits = "I've sent you a message: the interview%s waits for you there, in a thread."
	saysPracticeGone  = "I no longer keep that interview. Start a new one with %s interview."
	saysPracticeOver  = "This interview is over. Start a new one with %s interview."
)
