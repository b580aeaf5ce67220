package answer

import (
	"fmt"
	"strings"

	"careeradvisor/knowledge"
)

// smallTalk is the table of things people say that are no questions to the
// documents. A row fits where every word of the message is among its words, or
// where one of its phrases is the whole message.
var smallTalk = []struct {
	name    string
	words   map[string]bool
	needs   map[string]bool // one of these has to be there
	phrases []string
	reply   func(e *Engine) string
}{
	{
		name:    "greeting",
		words:   set("hi hello hey heya hiya yo good morning afternoon evening day there all everyone team folks greetings howdy how are you doing today is it going bot advisor my friend what up sup again"),
		phrases: []string{"how are you", "how are you today", "how are you doing", "how is it going", "what is up", "how do you do", "are you there", "you there"},
		needs:   set("hi hello hey heya hiya yo morning afternoon evening greetings howdy sup"),
		reply:   func(e *Engine) string { return "Hello! " + e.offer() },
	},
	{
		name:    "thanks",
		phrases: []string{"good bot", "nice bot", "well done", "good job", "you are great", "you are the best", "i love you", "love it", "that helps", "that helped", "very helpful", "got it", "makes sense", "perfect", "cool"},
		words:   set("thanks thank you mate man buddy pal thx ty cheers a lot so much very many great awesome perfect cool nice ok okay got it that was obliged useful clear makes sense is helpful really appreciate appreciated this for the help your all good wonderful brilliant super again advisor bot"),
		needs:   set("thanks thank thx ty cheers obliged appreciate appreciated awesome perfect cool nice great brilliant wonderful ok okay"),
		reply:   func(e *Engine) string { return "You're welcome! Ask me anything else whenever you like." },
	},
	{
		name:  "bye",
		words: set("bye goodbye see you later cya ciao good night have a nice lovely good great weekend evening day take care thanks thank you much obliged that is all for now tomorrow then ok okay soon"),
		needs: set("bye goodbye cya ciao later night care tomorrow soon weekend"),
		reply: func(e *Engine) string { return "Goodbye, and good luck with your career!" },
	},
	{
		name: "help",
		phrases: []string{"help", "help me", "what can you do", "what can you help with", "what can you help me with", "what do you know", "what do you do", "how do you work", "how does this work",
			"what can i ask", "what can i ask you", "what should i ask", "what questions can i ask", "commands", "usage", "who are you", "what are you", "what is this",
			"what are your sources", "what is your name", "are you a bot", "are you human", "are you real", "start", "menu", "info", "about", "what do you know about",
			"what topics do you know", "what topics do you cover", "can you help", "can you help me", "i need help", "how do i use this", "how do i use this thing", "how do i use this bot", "what can i ask here", "what can one ask here", "what do i do here", "how do i ask", "how do i start", "what else can i ask", "show me examples", "give me an example", "what is this thing", "what does this do", "how does it work", "how do i use you", "examples", "tell me about yourself", "introduce yourself", "are you a robot", "are you an ai", "are you chatgpt", "are you alive", "what topics do you know about", "which topics do you cover", "what can you tell me", "what can you tell me about", "what do you cover", "what are you good for", "what are you for", "how can you help", "how can you help me", "what else can you do", "what else do you know", "which roles do you know", "what roles do you know", "what roles do you cover",
			"who made you", "what can this do", "what can the bot do", "what does this bot do", "what is this bot"},
		reply: func(e *Engine) string { return "I'm the career advisor. " + e.offer() },
	},
}

// smallTalk answers what is no question: nothing at all, signs only, a greeting,
// thanks, a request for help.
func (e *Engine) smallTalk(ws []word) (knowledge.Answer, bool) {
	if len(ws) == 0 {
		return e.help("I'm the career advisor. " + e.offer()), true
	}
	var texts []string
	for _, w := range ws {
		texts = append(texts, w.text)
	}
	whole := strings.Join(texts, " ")
	for _, row := range smallTalk {
		for _, p := range row.phrases {
			if whole == p || strings.Join(dropLeading(texts), " ") == p {
				return e.help(row.reply(e)), true
			}
		}
		if row.needs != nil && allIn(texts, row.words) && anyIn(texts, row.needs) {
			return e.help(row.reply(e)), true
		}
	}
	return knowledge.Answer{}, false
}

// dropLeading drops a greeting before a request: "hey, what can you do".
func dropLeading(ws []string) []string {
	for len(ws) > 1 && (ws[0] == "hi" || ws[0] == "hello" || ws[0] == "hey" || ws[0] == "so" || ws[0] == "ok" || ws[0] == "please") {
		ws = ws[1:]
	}
	return ws
}

func allIn(ws []string, in map[string]bool) bool {
	for _, w := range ws {
		if !in[w] {
			return false
		}
	}
	return true
}

func anyIn(ws []string, in map[string]bool) bool {
	for _, w := range ws {
		if in[w] {
			return true
		}
	}
	return false
}

// help is a reply of kind Help with questions that the documents answer.
func (e *Engine) help(lead string) knowledge.Answer {
	return knowledge.Answer{Kind: knowledge.Help, Lead: lead, Shape: knowledge.Prose, Suggestions: e.examples(3), Confidence: 1}
}

// offer says what the documents are about.
func (e *Engine) offer() string {
	var names []string
	for _, r := range e.roles {
		if len(r.Docs) == 0 {
			continue
		}
		name := strings.ToLower(r.Name)
		if a := r.acronym(); a != r.Name {
			name += " (" + a + ")"
		}
		names = append(names, name)
	}
	switch {
	case len(names) == 0:
		return "I answer questions from my documents and say where each answer stands."
	case len(names) > maxOffered:
		return fmt.Sprintf("I answer questions about %d roles, among them %s, from my documents, and say where each answer stands.",
			len(names), joinAnd(names[:maxOffered]))
	}
	return "I answer questions about the " + joinAnd(names) + " role" + plural(len(names)) + " from my documents, and say where each answer stands."
}

// maxOffered is how many roles are named in one breath.
const maxOffered = 5

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func joinAnd(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
