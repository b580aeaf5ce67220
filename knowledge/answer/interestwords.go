package answer

import (
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// interestOf are the words by which documents name the six interests.
var interestOf = map[string]knowledge.Interest{
	"realistic": knowledge.Realistic, "investigative": knowledge.Investigative, "artistic": knowledge.Artistic,
	"social": knowledge.Social, "enterprising": knowledge.Enterprising, "conventional": knowledge.Conventional,
}

// ordinary are those of them that everyday talk uses of people in another sense:
// they count only where interests or personality are spoken of.
var ordinary = text.Set("realistic social conventional artistic")

var (
	// negations deny what follows them.
	negations = text.Set("not never no nor neither hardly rarely seldom scarcely barely less least few without unlike aren't isn't don't cannot")

	// someOf are words that say something of some, not of all.
	someOf = text.Set("some several certain sometimes occasionally may might can could others many")

	// degrees may stand between a verb and what it says of somebody.
	degrees = text.Set(`
		very quite mostly mainly predominantly primarily chiefly largely highly strongly often usually typically generally also rather
		both more somewhat fairly a an the particularly especially above all as commonly frequently naturally
	`)

	// beingWords say of somebody what follows.
	beingWords = text.Set("are is be being were was become becomes")

	// tending stand before "to be".
	tending = text.Set("tend tends likely inclined said known found apt prone thought considered")

	// demanding stand before "be" where something is asked of somebody.
	demanding = text.Set("must should need needs has have ought")

	// having lead from somebody to what kind of interests they have.
	having = text.Set("have has show shows share possess combine combines display")

	// drawing lead from a job to those whom it suits.
	drawing = text.Set("suits suit attracts attract draws draw fits fit")

	// drawingTo end such ways of saying it in two words.
	drawingTo = text.Set("suited suitable ideal made appeals appeal calls right attractive cut")

	// peopleWords are what an interest may be said of.
	peopleWords = text.Set("people person persons individual individuals personality personalities type types mind minds character characters folk")

	// interestNouns name interests as such.
	interestNouns = text.Set("interest interests theme themes streak side tendency tendencies bent")

	// holders are those who have a role, without its name.
	holders = text.Set("people those persons individuals professionals practitioners workers holders members they")

	// jobWords stand for the role that is spoken of.
	jobWords = text.Set("role job profession position occupation career field work trade")

	// thriving are verbs by which people of an interest are said to suit a role.
	thriving = text.Set("thrive well excel succeed enjoy become good drawn fit suit prosper flourish home happy")

	// beforeRole may stand before a role's name where it is a subject.
	beforeRole = text.Set(`
		the a an most many some all both several certain other good successful typical typically often usually generally effective
		and but while whereas though although so because that like today's
	`)

	// turns begin another clause after a comma.
	turns = text.Set("but though although while whereas and some others not with who which as so rather even many")
)
