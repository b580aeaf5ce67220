package home

// What people read in a sentence. The storybook shows each of them.
const (
	SaysHomeIncomplete  = "I can't reach what I remember right now, so something is missing here. Please look again in a minute."
	saysClosed          = "That question is answered or dismissed already."
	saysClosedMeanwhile = "Somebody answered or dismissed that question while you were writing, so I have not published your answer. Here it is, so that it is not lost:\n\n"
	saysWriteOrChoose   = "Please write an answer, or choose a section that has it."
	saysTaught          = "I know now that this section answers it."
	saysNoDigest        = "You won't get these messages any more. Admins can turn them on again in my Home tab."
	saysPublished       = "Published as %s."
	saysTold            = "I've told %s who had asked."
	saysNotTold         = "%s I could not reach."
	saysNotFound        = "But when I'm asked “%s” I still don't come up with it: use more of the question's words in the answer, or write a document on it."
	saysPlanned         = "These steps are your plan already."
	saysNoPlan          = "That plan is not yours any more. My Home tab shows what you have now."
	saysNoReminders     = "Reminders are off. You can turn them on again in my Home tab."
	saysYourPlan        = "That's your plan now: %s. %s"
	saysAllDone         = "Congratulations! You've done all %s of your plan: %s"
	whereThePlanIs      = "You find them in my Home tab, where you can check them off."
)
