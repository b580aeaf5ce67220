package play

// Sentences that people read. The storybook shows each of them.
const (
	saysChoose        = "Please choose one."
	saysBehind        = "We've moved on from that question. Please answer the latest one."
	saysNoPractice    = "My documents don't say what interviewers%s ask about, so I have nothing to practise with."
	saysPracticeWaits = "I've sent you a message. The interview%s is waiting for you in Messages, in its thread."
	saysPracticeGone  = "I no longer have that interview. Start a new one with %s interview."
	saysPracticeOver  = "This interview is over. Start a new one with %s interview."
)
