package answer

import "careeradvisor/knowledge/text"

// smallTalk is the table of things people say that are no questions to the
// documents. A row fits where one of its phrases is the whole message, or where
// one of its words stands in a message that otherwise has words of courtesy only.
var smallTalk = []struct {
	words   map[string]bool
	phrases []string
	reply   func(e *Engine) string
}{
	{
		// thanks
		words: text.Set(`
			thanks thank thx ty cheers tysm thanx appreciate appreciated obliged grateful awesome perfect brilliant
			wonderful legend lifesaver rock rocks merci gracias danke kudos props helpful fantastic excellent amazing
		`),
		phrases: []string{
			"good bot", "nice bot", "well done", "good job", "great job", "nice one", "you are great", "you are the best",
			"i love you", "love it", "that helps", "that helped", "very helpful", "super helpful", "got it", "makes sense", "cool",
			"nice", "great", "good", "ok", "okay",
		},
		reply: func(e *Engine) string { return "You're welcome! Ask me anything else whenever you like." },
	},
	{
		// bye
		words: text.Set(`
			bye goodbye cya ciao farewell goodnight weekend cu ttyl brb gn nite cheerio adios tata
		`),
		phrases: []string{
			"see you", "see you later", "see you soon", "see you tomorrow", "good night", "have a nice day", "have a good day",
			"have a good one", "take care", "until next time", "that is all", "that is it", "i am off", "catch you later",
			"talk later", "later",
		},
		reply: func(e *Engine) string { return "Goodbye, and good luck with your career!" },
	},
	{
		// greeting
		words: text.Set(`
			hi hello hey heya hiya yo morning afternoon evening greetings howdy sup hullo hola salut namaste bonjour aloha
			oi wassup whatsup
		`),
		phrases: []string{
			"how are you", "how are you today", "how are you doing", "how is it going", "what is up", "how do you do",
			"are you there", "you there", "anyone there", "anybody there", "good day", "nice to meet you", "test", "testing",
			"ping",
		},
		reply: func(e *Engine) string { return "Hello! " + e.offer() },
	},
	{
		// help
		phrases: []string{
			"help", "help me", "what can you do", "what can you help with", "what can you help me with", "what do you know",
			"what do you do", "how do you work", "how does this work", "what can i ask", "what can i ask you", "what should i ask",
			"what questions can i ask", "commands", "usage", "who are you", "what are you", "what is this", "what can i ask here",
			"how do i ask", "what else can i ask", "examples", "show me examples", "give me an example", "menu", "info", "about",
			"start", "can you help", "can you help me", "i need help", "how do i use this", "how do i use you",
			"how do i use this thing", "how do i use this bot", "what is this thing", "what is this bot", "what does this do",
			"what does this bot do", "what can this do", "what can this bot do", "what can the bot do", "how does it work",
			"what topics do you know", "what topics do you cover", "which topics do you cover", "what topics do you know about",
			"what do you know about", "what can you tell me", "what can you tell me about", "what do you cover",
			"what are you good for", "what are you for", "how can you help", "how can you help me", "what else can you do",
			"what else do you know", "which roles do you know", "what roles do you know", "what roles do you cover",
			"tell me about yourself", "introduce yourself",
		},
		reply: func(e *Engine) string { return "I'm the career advisor. " + e.offer() },
	},
}

// courtesy are words that surround small talk, besides grammar.
var courtesy = text.Set(`
	ok okay alright right then now doing bit have it that this was for the a an in all your you up
	lovely good better best nicely well fine happy merry nice great dear loved love super really very so much many awfully kindly
	help helped helpful useful answer answers bot advisor please sorry wish wishing luck welcome catch see going
	guys people everyone fellow folks friend man mate buddy pal one lot lots bunch ton million advance
	haha hah ha lol wow yay
	day evening night week weekend time today tomorrow soon later again back
	monday tuesday wednesday thursday friday saturday sunday christmas new year holidays
`)

// courtesyStart are words that may stand before a request, and courtesyEnd those
// that may follow it.
var (
	courtesyStart = text.Set("hi hello hey so ok please")
	courtesyEnd   = text.Set("please thanks mate pal buddy bot advisor today now here")
)

// anySmallTalk are the commonest words of all rows, which go with those of any
// other: "hi and thanks".
var anySmallTalk = text.Set("hi hello hey morning afternoon evening greetings thanks thank thx cheers bye goodbye")

// self are words of questions about the advisor itself, besides grammar.
var self = text.Set(`
	stuff things
	bot robot human machine program computer ai llm gpt chatgpt advisor name thing
	alive real person old age live smart clever trust reliable free cost
	make maker made build built create created creator trained work
	data docs document documents source sources information language languages english speak
	answer answers question questions topic topics subject subjects role roles job purpose kind kinds sort
	know based get use using come help ask other else any
	who what where when how why do does did are is can you your yourself us me it this the a an of in on from for with to about and
`)
