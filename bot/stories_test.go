package bot_test

import (
	"fmt"
	"slices"

	"careeradvisor/bot"
	"careeradvisor/bot/channels"
	"careeradvisor/bot/home"
	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// story is something that people see in Slack, made from canned data.
type story struct {
	name  string // of its file
	scene string // where it is seen, and by whom
	shown any    // []bot.Rendered, slack.ModalViewRequest or slack.HomeTabViewRequest
}

// stories are everything that the bot shows. A new message, modal or Home tab is entered here, and
// only here.
func stories() []story {
	return slices.Concat(answerStories(), buttonStories(), fitStories(), interviewStories(), homeStories(), sentenceStories())
}

// told is a turn with an answer, asked in a channel.
func told(question string, a knowledge.Answer) memory.Turn {
	if a.Kind != knowledge.Help {
		a.Why = explained(question)
	}
	return memory.Turn{ID: "t1", Asker: "U1", Channel: "C1", Thread: "1.000001", Question: question, Answer: a, Generation: "g1"}
}

func desk() bot.Stage { return bot.NewStage(&library{areas: areasOf(), contents: shelf()}) }

func answerStories() []story {
	d := desk()
	mentioned := func(question string, a knowledge.Answer) []bot.Rendered {
		return d.Answer(told(question, a), "", false)
	}
	interview := told("What do interviewers ask?", onInterviews())
	private := told("PM vs TPM?", versus())
	return []story{
		{"answer-prose", "A mention in a channel is answered in a thread below it, and a direct message in its conversation.", mentioned("What is a TPM?", definition())},
		{"answer-table", "A slash command is answered to the asker alone, who can share it.", d.Answer(private, bot.YouAsked(private.Question), true)},
		{"answer-shared", "The same, shared in the channel.", d.Answer(private, bot.Asked("ann", private.Question), false)},
		{"answer-linked", "If documents have an address on the web, Slack's own citations lead there; several sources are folded away.", mentioned("What do both own?", linked())},
		{"answer-faq", "An answer from a document that spells out its questions.", mentioned("Where can I park?", faq())},
		{"answer-steps", "The steps of an answer can become a plan.", mentioned("How do I become a TPM?", path())},
		{"answer-sub-steps", "Steps with sub-steps.", mentioned("How do I become a pilot?", subSteps())},
		{"answer-code", "Steps with the commands that a document gives for them.", mentioned("How do I set up the log?", commands())},
		{"answer-list", "A list.", mentioned("What does a TPM do?", duties())},
		{"answer-interview", "The questions that interviewers ask can be practised.", d.Answer(interview, "", false)},
		{"answer-refused", "The documents are silent.", mentioned("Where can I park?", unknown())},
		{"answer-nearest", "Nothing answers the question well enough; the nearest headings can be chosen.", mentioned("How much is the bonus?", nearest())},
		{"answer-unclear", "The advisor asks back; each button is a choice.", mentioned("How much?", unclear())},
		{"answer-hostile", "A document that tries to format, ping and link.", mentioned("hostile", hostile())},
		{"answer-long", "An answer that does not fit into one message continues in the next.", mentioned("long steps", longSteps())},
		{"help", "`/career help`, or a direct message that asks for help.", d.Answer(told("help", welcome()), bot.YouAsked("help"), true)},
		{"small-talk", "Small talk stays short.", d.Answer(told("hi", welcome()), "", false)},
		{"introduction", "Posted once, in a channel that the advisor has been invited to.", d.Introduction()},
		{"moment", "A slash command whose answer takes more than a second; elsewhere there is a reaction or a status.", bot.Note("One moment, I'm looking it up.", "")},
		{"apology", "Something failed.", bot.Note(knowledge.Say(nil), bot.YouAsked("What is a TPM?"))},
	}
}

func buttonStories() []story {
	t := told("What is a TPM?", definition())
	return []story{
		{"why", "*Why this answer.*", bot.WhyModal(t)},
		{"person", "*Ask a person* asks for confirmation first.", bot.PersonModal(t)},
		{"reason", "👎: the vote counts, and a reason is welcome.", bot.ReasonModal(t)},
		{"reason-editor", "The same for an editor, who can choose the section that answers the question.", desk().ReasonModal(t)},
		{"plea", "*Ask a person*, as the help channel sees it.", bot.Plea(t, "People team", "https://emulator.example/archives/C1/p1")},
		{"plea-private", "The same for a question that was asked in private.", bot.Plea(told("Where can I park?", unknown()), "", "")},
		{"reply", "Somebody's reply, in the asker's direct messages.", bot.Reply(told("Where can I park?", unknown()), "Behind the house.", false)},
		{"reply-thread", "The same, in the thread where the question was asked.", bot.Reply(told("Where can I park?", unknown()), "Behind the house.", true)},
		{"editors", "Admins name editors.", bot.EditorsModal()},
		{"here", "How the advisor behaves in a channel.", bot.Here(channels.Document{ID: "hr/pay.md", Title: "Pay"}, channels.Document{ID: "guides/tpm", Title: "The guide"})},
		{"forget", "`/career forget me`.", bot.ForgetModal()},
		{"forgotten", "The confirmation, in the person's direct messages, that everything is deleted.", bot.Forgotten(memory.Forgotten{Turns: 12, Votes: 3, Plans: 1, Practices: 2})},
	}
}

func fitStories() []story {
	points := map[knowledge.Interest]int{
		knowledge.Enterprising: 6, knowledge.Investigative: 4, knowledge.Social: 2, knowledge.Conventional: 2, knowledge.Realistic: 0, knowledge.Artistic: 0,
	}
	return []story{
		{"fit", "`/career fit`, or *Fit check* in the Home tab.", bot.FitModal("")},
		{"fit-second", "Its second page.", bot.FitModal("012301")},
		{"fit-result", "Its result, which nobody else sees and nobody keeps.", bot.FitResult(points, interestsOf(), rolesKnown())},
		{"fit-silent", "The same if nothing stands out and the documents say nothing about interests.", bot.FitResult(nil, nil, rolesKnown())},
	}
}

func interviewStories() []story {
	p := memory.Practice{Owner: "U1", Role: "Technical Product Manager", Areas: areasOf()}
	last, stopped := p, p
	last.At, stopped.Ended = 2, true
	return []story{
		{"interview", "`/career interview`, or *Practise an interview*, in the person's direct messages.", bot.PracticeRoot(p)},
		{"interview-question", "A question in its thread.", bot.PracticeQuestion(p)},
		{"interview-told", "Once the person has answered.", bot.PracticeTold(p)},
		{"interview-more", "If the person adds something.", bot.PracticeMore(p)},
		{"interview-last", "The last question.", bot.PracticeQuestion(last)},
		{"interview-end", "After the last question.", bot.PracticeEnd(last)},
		{"interview-stopped", "Stopped before the end.", bot.PracticeEnd(stopped)},
	}
}

func homeStories() []story {
	return []story{
		{"home", "The Home tab of somebody who has no plan.", bot.HomeTab{Contents: shelf()}.View()},
		{"home-no-shelf", "The same when there are no documents.", bot.HomeTab{}.View()},
		{"home-trouble", "The Home tab while the memory is down.", bot.HomeTab{Contents: shelf(), Trouble: true}.View()},
		{"home-reading", "An admin's Home tab while the documents are being read again and something is wrong with them.", bot.HomeTab{Contents: reading(), Admin: true}.View()},
		{"home-long-plan", "The second page of a plan with many steps.", bot.HomeTab{Contents: shelf(), MyPlan: aLongPlan(), Open: true, Plan: 1}.View()},
		{"home-admin", "The Home tab of an admin who has a plan.", bot.HomeTab{Contents: shelf(), MyPlan: aPlan(), Admin: true, Figures: someFigures(), Clusters: someClusters()}.View()},
		{"home-editor", "The Home tab of an editor, who looks after documents, people's answers and channels.", bot.HomeTab{Contents: kept(), Care: cared()}.View()},
		{"home-owner", "The Home tab of somebody whose document is due for a review.", bot.HomeTab{Contents: shelf(), Care: home.Care{Stale: cared().Stale[:1]}}.View()},
		{"home-no-gaps", "An admin's Home tab when no question is open.", bot.HomeTab{Contents: shelf(), Admin: true}.View()},
		{"home-many-gaps", "The last page of a gap board that cannot hold every question.", manyGaps().View()},
		{"answer-modal", "*Answer this* on the board.", bot.AnswerModal(someClusters()[0])},
		{"answer-modal-section", "The same if sections were looked at and one of them may answer the question.", desk().AnswerModal(someClusters()[0], told("Can I work from home?", unknown()))},
		{"edit-modal", "*Edit*, below an answer that somebody gave.", bot.EditModal(home.Entry{Question: "Where can I park?", Answer: "Behind the house.\n\nNot in the street.", Source: "Facilities page"})},
		{"digest", "On Monday morning, in an admin's direct messages.", bot.Digest(someFigures(), someClusters(), cared().Stale)},
		{"answered-now", "What those who had asked get, in their direct messages.",
			desk().Answer(told("Can I work from home?", definition()), bot.AnsweredNow(someClusters()[0].Gaps[1], "ben"), false)},
		{"note-modal", "A note on a step of the plan.", bot.NoteModal(*aPlan(), 0)},
		{"replace-modal", "*Make this my plan*, if there is a plan already.", bot.ReplaceModal(*aPlan(), memory.Plan{Title: "How do I grow?", Steps: make([]memory.PlanStep, 2)})},
		{"nudge", "Once a month, in the person's direct messages.", bot.NudgeMessages(*aPlan())},
	}
}

// kept is a shelf with links, and sections that no question leads to.
func kept() home.Contents {
	c := shelf()
	c.Documents[2].URL, c.Documents[1].Unasked = "https://handbook.example/new", 3
	return c
}

func cared() home.Care {
	return home.Care{
		Editor:  true,
		Stale:   []home.DocumentInfo{{ID: "old.md", Title: "The old one", Date: "2024-02-01", Owner: "People team"}, {ID: "plain.txt", ReviewBy: "2026-04-30"}},
		Answers: []home.DocumentInfo{{ID: "answers/parking.md", Title: "Where can I park?", Source: "Facilities page, ben", Date: "2026-05-03"}},
		Set:     map[string]string{"C1": "only the person who asks sees the answer"},
	}
}

func aLongPlan() *memory.Plan {
	p := aPlan()
	for i := range 20 {
		p.Steps = append(p.Steps, memory.PlanStep{Text: fmt.Sprintf("Do what comes as number %d.", i+4), Citation: basics})
	}
	return p
}

// sentenceStories are the constants of sentences.go, with one message for each.
func sentenceStories() []story {
	var all []bot.Rendered
	for _, says := range bot.Sentences() {
		all = append(all, bot.Note(says, "")...)
	}
	return []story{{"sentences", "What the advisor says in a sentence, mostly to one person alone; %s is a name, a count or a command.", all}}
}
