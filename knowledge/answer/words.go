package answer

import (
	"strings"
	"sync"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// word is one word of a text as it was written and as it is compared.
type word struct {
	text  string // lower case
	stem  string // Porter 2 stem of text
	named bool   // written like a name: a capital inside a sentence, capitals or digits throughout
}

// maxWords bounds the work on one text; nobody asks in more.
const maxWords = 400

// split cuts text into words. Possessive endings go, contractions and the
// commonest short forms of chat are written out.
func split(text string) []word {
	var out []word
	start := true // the next word begins a sentence, so that its capital means nothing
	if strings.ToUpper(text) == text {
		text = strings.ToLower(text) // somebody shouts: capitals mean nothing
	}
	for _, f := range strings.FieldsFunc(plainQuotes.Replace(text), isBreak) {
		raw := strings.Trim(f, ".'")
		raw = squeeze(raw)
		lower := strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(raw), "'s"), "s'")
		if strings.HasSuffix(strings.ToLower(raw), "s'") {
			lower += "s"
		}
		if raw == "US" {
			raw, lower = "USA", "usa" // not the pronoun
		}
		if full, ok := written[strings.ToLower(raw)]; ok {
			for _, w := range strings.Fields(full) {
				out = append(out, word{text: w, stem: stem(w)})
			}
		} else if lower != "" {
			lower = strings.ReplaceAll(lower, "'", "")
			out = append(out, word{text: lower, stem: stem(lower), named: isName(raw, start)})
		}
		start = strings.HasSuffix(f, ".")
		if len(out) >= maxWords {
			break
		}
	}
	return writeOutTo(out)
}

// squeeze shortens letters that are drawn out: "heyyyy", "soooo".
func squeeze(s string) string {
	if len(s) < 4 || isNumber(s) {
		return s
	}
	n := len(s)
	for n > 3 && s[n-1] == s[n-2] && (n > 3 && s[n-2] == s[n-3] || strings.ContainsRune("yhiu", rune(s[n-1]))) {
		n--
	}
	return s[:n]
}

var plainQuotes = strings.NewReplacer("’", "'", "‘", "'", "?", ". ", "!", ". ", ":", " ", "`", "'")

// isBreak keeps apostrophes and the points of "2.0" inside words.
func isBreak(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '.'
}

func isName(raw string, start bool) bool {
	upper, digits, letters := 0, 0, 0
	for _, r := range raw {
		switch {
		case unicode.IsUpper(r):
			upper++
			letters++
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	switch {
	case digits > 0:
		return true
	case letters < 2:
		return false
	case upper == letters:
		return true
	}
	return upper > 0 && !start
}

// written are contractions and short forms of chat, written out.
var written = map[string]string{
	"what's": "what is", "whats": "what is", "who's": "who is", "whos": "who is", "where's": "where is",
	"how's": "how is", "hows": "how is", "it's": "it is", "that's": "that is", "there's": "there is",
	"im": "i am", "i've": "i have", "ive": "i have", "i'd": "i would", "you'd": "you would", "youd": "you would", "they'd": "they would", "theyd": "they would", "we'd": "we would", "we've": "we have",
	"weve": "we have", "you've": "you have", "youve": "you have", "they've": "they have", "theyve": "they have", "who'd": "who would", "whod": "who would",
	"what'd": "what did", "i'm": "i am", "i'll": "i will",
	"you're": "you are", "they're": "they are", "we're": "we are", "don't": "do not", "dont": "do not",
	"doesn't": "does not", "doesnt": "does not", "isn't": "is not", "isnt": "is not", "can't": "can not",
	"cant": "can not", "aren't": "are not", "won't": "will not", "didn't": "did not", "let's": "let us",
	"u": "you", "ur": "your", "r": "are", "wat": "what", "wut": "what", "wot": "what", "n": "and",
	"plz": "please", "pls": "please", "ppl": "people", "thx": "thanks", "btw": "",
	"gonna": "going to", "wanna": "want to", "gotta": "have to", "tho": "though", "bc": "because",
	"cuz": "because", "coz": "because", "idk": "", "lol": "", "omg": "", "imo": "", "tbh": "", "asap": "",
	"wtf": "what", "wth": "what", "gimme": "give me", "lemme": "let me", "dunno": "do not know", "acc": "according", "y": "why", "q": "question",
	"qs": "questions", "rn": "right now", "k": "ok", "arent": "are not", "wasnt": "was not", "havent": "have not", "hasnt": "has not",
	"shouldnt": "should not", "couldnt": "could not", "wouldnt": "would not", "whatre": "what are", "howre": "how are", "tysm": "thanks", "ya": "you",
	"abt": "about", "prep": "prepare", "prepping": "preparing", "cs": "computer science", "mngr": "manager", "mgrs": "managers", "mngrs": "managers", "prolly": "probably", "sth": "something", "smth": "something", "vs.": "vs", "info": "information",
	"avg": "average", "devs": "developers", "dev": "developer", "certs": "certifications", "cert": "certification", "reqs": "requirements",
	"req": "requirement", "dept": "department", "depts": "departments", "mtg": "meeting", "mtgs": "meetings", "hrs": "hours", "yrs": "years", "yr": "year",
	"annum": "year", "infra": "infrastructure", "theres": "there is", "thats": "that is", "whens": "when is", "wheres": "where is", "youre": "you are",
	"theyre": "they are", "wont": "will not", "b4": "before", "esp": "especially", "approx": "approximately", "min": "minimum",
	"tech": "technical", "exp": "experience", "comms": "communication", "mgmnt": "management", "w": "with", "kpis": "kpi", "intro": "introduction",
	"mgr": "manager", "mgmt": "management", "versus": "vs", "v": "vs",
}

// writeOutTo reads "2" as "to" and "4" as "for" between words, as in "how 2 become
// one"; before a plural they count.
func writeOutTo(ws []word) []word {
	short := map[string]string{"2": "to", "4": "for"}
	for i := 1; i+1 < len(ws); i++ {
		long, ok := short[ws[i].text]
		if ok && !strings.HasSuffix(ws[i+1].text, "s") && !isNumber(ws[i+1].text) && !isNumber(ws[i-1].text) && !countsBefore[ws[i-1].text] {
			ws[i] = word{text: long, stem: long}
		}
	}
	return ws
}

// countsBefore are words after which a number counts.
var countsBefore = set("top the first last next these those all about over under than least most only level step number part page l")

var stems sync.Map // a word's stem never changes; texts repeat their words

func stem(w string) string {
	if s, ok := stems.Load(w); ok {
		return s.(string)
	}
	root := w
	if b, ok := base[w]; ok {
		root = b
	}
	if own := ownStem[root]; own != "" {
		return own
	}
	env := snowballstem.NewEnv(british(oneLetters(root)))
	english.Stem(env)
	s := env.Current()
	if len(w) <= 40 { // what is longer is no word worth remembering
		stems.Store(w, s)
	}
	return s
}

// oneLetters is the singular of a plural of letters (tpms, kpis), which the
// stemmer leaves alone.
func oneLetters(w string) string {
	if one, ok := strings.CutSuffix(w, "s"); ok && len(one) > 1 && len(one) < 5 && !strings.ContainsAny(one, "aeouy") && one[len(one)-1] != 's' {
		return one
	}
	return w
}

// british folds the two spellings of English: organisation, analyse, colour.
func british(w string) string {
	for _, s := range [...][2]string{
		{"isation", "ization"}, {"ise", "ize"}, {"ises", "izes"}, {"ised", "ized"}, {"ising", "izing"},
		{"yse", "yze"}, {"yses", "yzes"}, {"ysed", "yzed"}, {"ysing", "yzing"}, {"our", "or"}, {"ours", "ors"}} {
		if rest, ok := strings.CutSuffix(w, s[0]); ok && len(rest) > 2 {
			return rest + s[1]
		}
	}
	return w
}

func stemsOf(ws []word) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.stem
	}
	return out
}

func stemText(text string) []string { return stemsOf(split(text)) }

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// indexOf finds part in whole as a run of consecutive elements, or -1.
func indexOf(whole, part []string) int {
	if len(part) == 0 {
		return -1
	}
	for i := 0; i+len(part) <= len(whole); i++ {
		j := 0
		for j < len(part) && whole[i+j] == part[j] {
			j++
		}
		if j == len(part) {
			return i
		}
	}
	return -1
}
