package answer

import (
	"strings"

	"careeradvisor/knowledge/text"
)

// The words by which a message that asks is told from one that just talks.
var (
	// questionWords open questions, and clauses that tell something.
	questionWords = text.Set("what which who whom where when why how whats hows wtf")

	// modals are the askers that statements without a subject open with too.
	modals = text.Set("can could should would will must might do have")

	// speakers are subjects that a question turns around ("do you") and a statement
	// does not ("what you").
	speakers = text.Set("i you he she it we they")

	// beginSubject are other words with which a subject begins.
	beginSubject = text.Set(`
		the a an my your his her its our their this that these those there anyone anybody someone somebody everyone people one any
		some most all each every both no many
	`)

	// inviting open requests to say something, which are questions but for their form.
	inviting = text.Set("explain describe define list name compare summarize summarise elaborate enumerate clarify outline distinguish")

	// beforeThePoint are words that people begin with: "ok so what now".
	beforeThePoint = text.Set(`
		hi hello hey hiya ok okay so and but also or then well um uh hmm hm please yes yeah no oh btw anyway actually just now right
		alright n thanks thank guys all folks everyone team
	`)

	// stating are words of statements, which a fragment does not have: subjects, verbs
	// that tell, and times at which something happens to somebody.
	stating = text.Set(`
		i you he she it we they me him us them my your his our mine
		is are am was were has have had did does do will would can could should must might got get gets went goes going gone
		said says told thinks thought think love hate like hope need want applied passed failed started finished accepted
		rejected offered signed met saw heard read found left joined sent posted shared booked
		yesterday today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday morning afternoon evening week
		weekend noon
	`)

	// comments are words of praise, wishes and regret.
	comments = text.Set(`
		luck lucky congrats congratulations congratulation nice cool wow lol haha hahaha yay sad sorry pity funny lovely sweet
		awful terrible exciting excited weird crazy hilarious interesting agreed agree exactly indeed fingers welcome great
	`)
)

// wondering are words in a row, soon after the start, by which people ask without a question: "I'd like to know".
var wondering = fieldsOfEach(
	"want to know", "like to know", "love to know", "need to know", "wants to know", "keen to know", "tell me", "tell us",
	"show me", "give me", "explain to me", "help me", "wonder what", "wonder how", "wonder if", "wonder whether", "wonder which",
	"wonder why", "wonder who", "wondering", "curious about", "curious what", "curious how", "curious if", "curious whether",
	"any idea", "any ideas", "any advice", "any tips", "advice on", "tips on", "tips for", "anyone know", "anybody know",
	"not sure what", "not sure how", "not sure which", "not sure whether", "unsure what", "unsure how", "unsure which",
	"unsure whether", "no idea what", "no idea how", "confused about", "question about", "question on", "interested in knowing",
	"can you explain", "do not know what", "do not know how", "do not understand what", "do not understand how",
)

func fieldsOfEach(texts ...string) [][]string {
	var out [][]string
	for _, t := range texts {
		out = append(out, strings.Fields(t))
	}
	return out
}

// goingOn are the continuations that ask by themselves, whatever follows.
var goingOn = stemsOfEach([]string{
	"which one", "which of", "what about", "how about", "what if", "same for", "more", "go on", "what else", "anything else", "any other",
	"any others",
})
