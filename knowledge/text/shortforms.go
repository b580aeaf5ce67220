package text

// shortForms are contractions and short forms, written out. A form belongs here if it has only one
// meaning in questions about work.
var shortForms = map[string]string{
	// Contractions, with and without their apostrophe.
	"aren't": "are not", "arent": "are not", "can't": "can not", "cant": "can not", "couldnt": "could not", "didn't": "did not",
	"doesn't": "does not", "doesnt": "does not", "don't": "do not", "dont": "do not", "hasnt": "has not", "havent": "have not",
	"how's": "how is", "howre": "how are", "hows": "how is", "i'd": "i would", "i'll": "i will", "i'm": "i am", "i've": "i have",
	"im": "i am", "isn't": "is not", "isnt": "is not", "it's": "it is", "ive": "i have", "let's": "let us",
	"shouldnt": "should not", "that's": "that is", "thats": "that is", "there's": "there is", "theres": "there is",
	"they'd": "they would", "they're": "they are", "they've": "they have", "theyd": "they would", "theyre": "they are",
	"theyve": "they have", "wasnt": "was not", "we'd": "we would", "we're": "we are", "we've": "we have", "weve": "we have",
	"what'd": "what did", "what's": "what is", "whatre": "what are", "whats": "what is", "whens": "when is",
	"where's": "where is", "wheres": "where is", "who'd": "who would", "who's": "who is", "whod": "who would", "whos": "who is",
	"won't": "will not", "wont": "will not", "wouldnt": "would not", "you'd": "you would", "you're": "you are",
	"you've": "you have", "youd": "you would", "youre": "you are", "youve": "you have",
	// Filler words.
	"asap": "", "btw": "", "idk": "", "imo": "", "lol": "", "omg": "", "tbh": "",
	// Chat.
	"abt": "about", "kinda": "", "sorta": "", "lvl": "level", "lvls": "levels", "misc": "miscellaneous", "diff": "difference", "diffs": "differences", "b4": "before", "bc": "because", "btwn": "between", "bw": "between", "thru": "through",
	"coz": "because", "cuz": "because", "dunno": "do not know",
	"gimme": "give me", "gonna": "going to", "gotta": "have to", "k": "ok", "lemme": "let me", "n": "and", "pls": "please",
	"plz": "please", "ppl": "people", "prolly": "probably", "q": "question", "qs": "questions", "r": "are", "rn": "right now",
	"smth": "something", "sth": "something", "tho": "though", "thx": "thanks", "tysm": "thanks", "u": "you", "ur": "your",
	"w": "with", "wanna": "want to", "wat": "what", "wot": "what", "wtf": "what", "wth": "what", "wut": "what", "y": "why",
	"ya": "you",
	// Abbreviations, mostly from work.
	"acc": "according", "annum": "year", "approx": "approximately", "avg": "average", "cert": "certification",
	"certs": "certifications", "comms": "communication", "cs": "computer science", "dept": "department", "depts": "departments",
	"dev": "developer", "devs": "developers", "esp": "especially", "exp": "experience", "hrs": "hours", "info": "information",
	"infra": "infrastructure", "intro": "introduction", "kpis": "kpi", "mgmnt": "management", "mgmt": "management",
	"mgr": "manager", "mgrs": "managers", "min": "minimum", "mngr": "manager", "mngrs": "managers", "mtg": "meeting",
	"mtgs": "meetings", "prep": "prepare", "prepping": "preparing", "qual": "qualification", "quals": "qualifications", "req": "requirement", "reqd": "required",
	"reqs": "requirements", "sal": "salary", "wfh": "work from home",
	"tech": "technical", "v": "vs", "versus": "vs", "yr": "year", "yrs": "years",
}
