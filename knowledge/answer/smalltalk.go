package answer

import (
	"fmt"
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// smallTalk is the table of things people say that are no questions to the
// documents. A row fits where one of its phrases is the whole message, or where
// one of its words stands in a message that otherwise has words of courtesy only.
var smallTalk = []struct {
	name    string
	words   map[string]bool
	phrases []string
	reply   func(e *Engine) string
}{
	{
		name:    "thanks",
		words:   set("thanks thank thx ty cheers tysm thanx appreciate appreciated obliged grateful awesome perfect brilliant wonderful legend lifesaver rock rocks merci gracias danke kudos props helpful fantastic excellent amazing"),
		phrases: []string{"good bot", "nice bot", "well done", "good job", "great job", "nice one", "you are great", "you are the best", "i love you", "love it", "that helps", "that helped", "very helpful", "super helpful", "got it", "makes sense", "cool", "nice", "great", "good", "ok", "okay"},
		reply:   func(e *Engine) string { return "You're welcome! Ask me anything else whenever you like." },
	},
	{
		name:    "bye",
		words:   set("bye goodbye cya ciao farewell goodnight weekend cu ttyl brb gn nite cheerio adios tata"),
		phrases: []string{"see you", "see you later", "see you soon", "see you tomorrow", "good night", "have a nice day", "have a good day", "have a good one", "take care", "until next time", "that is all", "that is it", "i am off", "catch you later", "talk later", "later"},
		reply:   func(e *Engine) string { return "Goodbye, and good luck with your career!" },
	},
	{
		name:    "greeting",
		words:   set("hi hello hey heya hiya yo morning afternoon evening greetings howdy sup hullo hola salut namaste bonjour aloha oi wassup whatsup"),
		phrases: []string{"how are you", "how are you today", "how are you doing", "how is it going", "what is up", "how do you do", "are you there", "you there", "anyone there", "anybody there", "good day", "nice to meet you", "test", "testing", "ping"},
		reply:   func(e *Engine) string { return "Hello! " + e.offer() },
	},
	{
		name: "help",
		phrases: []string{"help", "help me", "what can you do", "what can you help with", "what can you help me with", "what do you know", "what do you do", "how do you work", "how does this work",
			"what can i ask", "what can i ask you", "what should i ask", "what questions can i ask", "commands", "usage", "who are you", "what are you", "what is this",
			"what can i ask here", "how do i ask", "what else can i ask", "examples", "show me examples", "give me an example", "menu", "info", "about", "start", "can you help", "can you help me", "i need help",
			"how do i use this", "how do i use you", "how do i use this thing", "how do i use this bot", "what is this thing", "what is this bot", "what does this do", "what does this bot do", "what can this do",
			"what can this bot do", "what can the bot do", "how does it work", "what topics do you know", "what topics do you cover", "which topics do you cover", "what topics do you know about", "what do you know about",
			"what can you tell me", "what can you tell me about", "what do you cover", "what are you good for", "what are you for", "how can you help", "how can you help me", "what else can you do", "what else do you know",
			"which roles do you know", "what roles do you know", "what roles do you cover", "tell me about yourself", "introduce yourself"},
		reply: func(e *Engine) string { return "I'm the career advisor. " + e.offer() },
	},
}

// courtesy are words that surround small talk, besides grammar and chatter.
var courtesy = set(`ok okay alright right then now doing bit have lovely good best friday monday tuesday wednesday thursday saturday sunday happy merry christmas new year holidays better nicely awfully kindly guys people fellow dear great nice day week evening night weekend time much many very so really super mate man buddy pal friend
everyone folks welcome back sorry haha hah ha lol wow yay please again later soon tomorrow today monday friday luck wish wishing
see happy love loved it that was this help helpful helped useful answer answers bot advisor doing going well fine up catch you your all for the a an in advance million lot lots bunch ton one`)

// self are words of questions about the advisor itself.
var self = set(`bot robot human ai machine real person computer program chatgpt gpt llm alive name old age live made make built build create created
creator maker trained work sources source documents document docs data smart clever trust reliable language languages speak english free cost who what
where when how why do does did are is can you your yourself the a an of come from use using in for me us help know based on get information answers answer
purpose job advisor topics topic roles role subject subjects questions question kind kinds sort any other else ask it this thing with and to about`)

// smallTalk answers what is no question: nothing at all, signs only, a greeting,
// thanks, a request for help.
func (e *Engine) smallTalk(q knowledge.Question) (knowledge.Answer, bool) {
	ws := split(plainText(q.Text))
	if len(ws) == 0 {
		return e.help("I'm the career advisor. " + e.offer()), true
	}
	var texts []string
	for _, w := range ws {
		texts = append(texts, w.text)
	}
	bare := dropLeading(texts)
	for len(bare) > 1 && courtesyEnd[bare[len(bare)-1]] {
		bare = bare[:len(bare)-1]
	}
	whole, rest := strings.Join(texts, " "), strings.Join(bare, " ")
	for _, row := range smallTalk {
		if slices.Contains(row.phrases, whole) || slices.Contains(row.phrases, rest) || anyIn(texts, row.words) && courteous(texts, row.words) {
			return e.help(row.reply(e)), true
		}
	}
	if (slices.Contains(bare, "you") || slices.Contains(bare, "your") || slices.Contains(bare, "yourself")) && askers[bare[0]] && allKnown(bare, self) {
		return e.help("I'm the career advisor, a program without a mind of its own. " + e.offer()), true
	}
	if len(q.Earlier) == 0 && !strings.Contains(q.Text, "?") && e.isMurmur(ws) {
		return e.help("I'm the career advisor. " + e.offer()), true
	}
	return knowledge.Answer{}, false
}

// maxMurmur is how many words a message has at most that says nothing.
const maxMurmur = 5

// isMurmur tells a short message of courtesy, grammar and what is no word: "gn all",
// "hmm". A word of English that is neither makes it a question.
func (e *Engine) isMurmur(ws []word) bool {
	if len(ws) > maxMurmur {
		return false
	}
	social := false
	ws, _ = e.repair(ws)
	for _, w := range ws {
		english := e.c.knows(w.stem) || e.isEnglish(w.text)
		if askers[w.text] || e.roleWords[w.stem] || e.aliasOf[singular(w.text)] != nil || isNumber(w.text) || w.named && len(ws) > 1 ||
			english && !courtesy[w.text] && !function[w.text] {
			return false
		}
		social = social || courtesy[w.text] || !english
	}
	return social
}

// courtesyEnd are words that may follow a request.
var courtesyEnd = set("please thanks mate pal buddy bot advisor today now here")

// allKnown tells whether every word is grammar or in a set.
func allKnown(ws []string, in map[string]bool) bool {
	for _, w := range ws {
		if !in[w] && !function[w] {
			return false
		}
	}
	return true
}

// courteous tells a message of nothing but grammar, courtesy and the words of a row.
func courteous(ws []string, row map[string]bool) bool {
	for _, w := range ws {
		if !row[w] && !courtesy[w] && !function[w] && !anySmallTalk[w] {
			return false
		}
	}
	return true
}

// anySmallTalk are the words of all rows: "hi and thanks".
var anySmallTalk = set(`thanks thank thx cheers bye goodbye hi hello hey morning afternoon evening greetings`)

// dropLeading drops a greeting before a request: "hey, what can you do".
func dropLeading(ws []string) []string {
	for len(ws) > 1 && (ws[0] == "hi" || ws[0] == "hello" || ws[0] == "hey" || ws[0] == "so" || ws[0] == "ok" || ws[0] == "please") {
		ws = ws[1:]
	}
	return ws
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
		name := strings.ToLower(r.one())
		if a := r.acronym(e.c); a != r.one() {
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
