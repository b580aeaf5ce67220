package home

// Sentences that people read. The storybook shows each of them.
const (
	SaysHomeIncomplete  = "I can't reach my memory right now, so some of this is missing. Please look again in a minute."
	saysClosed          = "That question has already been answered or dismissed."
	saysClosedMeanwhile = "Somebody answered or dismissed that question while you were writing, so I haven't published your answer. Here it is, so you don't lose it:\n\n"
	saysWriteOrChoose   = "Please write an answer, or choose a section that has it."
	saysTaught          = "Now I know that this section answers it."
	saysNoDigest        = "You won't get these messages any more. Admins can turn them back on in my Home tab."
	saysPublished       = "Published as %s."
	saysTold            = "I've told %s who had asked."
	saysNotTold         = "I couldn't reach %s."
	saysNotFound        = "But I still don't find it when I'm asked “%s”. Use more of the question's words in the answer, or write a document about it."
	saysPlanned         = "These steps are already your plan."
	saysNoPlan          = "That's no longer your plan. My Home tab shows what you have now."
	saysNoReminders     = "Reminders are off. You can turn them back on in my Home tab."
	saysYourPlan        = "This is your plan now: %s. %s"
	saysAllDone         = "Congratulations! You've done all %s of your plan: %s"
	whereThePlanIs      = "You'll find them in my Home tab, where you can check them off."
)
