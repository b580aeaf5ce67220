// Package language detects the language of a text.
//
// It promises to stay silent if it is unsure, and never to take a list of names for a
// text. It must not know documents.
package language

import (
	"strings"
	"unicode"
)

// These say when the language of a text can be detected.
const (
	fewLetters  = 20   // of a script that gives it away
	fewWords    = 40   // of an alphabet that many languages share
	fewFunction = 0.1  // the share of its words that must be those of the language
	clearly     = 1.25 // how many times more they must be than those of English
	barely      = 1.05 // and than those of any other: some languages share most of them
)

// functionWords are the most frequent words of languages that share an alphabet: every
// text in one of them is full of them. Those in Cyrillic and Arabic letters stand with
// the others, since no word is in two alphabets.
var functionWords = map[string]string{
	"en": "the of and to a in is that for it with as are you be this on by or not from at we your have will can an if",
	"es": "de la que el en y los las a por con una para es del se no un su al como más o lo si sus son",
	"fr": "de la le les et à des en un une du est que pour dans qui sur pas au vous nous avec il ce par ou aux plus ne",
	"de": "der die das und ist in den von zu mit für auf des ein eine nicht werden dem wird sie im es sich wir oder als",
	"it": "di e il la che per un in una del della è non si con dei le da i sono gli al o nel delle come",
	"pt": "de a o que e do da em um para é com não uma os no se na por mais as dos ou à das como ao",
	"nl": "de het een van en in is dat op te voor met zijn niet aan die worden je of er bij als om wordt door",
	"sv": "och att det i som en på är av för med den till inte har ett om de kan eller från ska vi du",
	"da": "og at det i er en til af på for med den som ikke der de har et kan om eller fra skal vi du",
	"no": "og å det i er en til av på for med som ikke den de har et kan om eller fra skal vi du",
	"fi": "ja on ei että se tai ovat mutta kun ole niin sekä myös joka voi kuin jos sen hän ne jotka voit",
	"pl": "w i na z do się nie jest to że o jak po oraz dla są co od przez lub za ich tym może",
	"cs": "a v na se je že s z do o to pro jako by jsou nebo ve za od po které si být může",
	"sk": "a v na sa je že s z do o to pre ako by sú alebo vo za od po ktoré si byť môže",
	"hu": "a az és egy hogy nem is van meg azt vagy ha kell csak ez de el már mint lehet minden",
	"ro": "și de în la cu a pe care nu o din este un pentru sau să se mai sunt că ca prin fi",
	"tr": "ve bir bu için ile da de olarak daha çok olan gibi her veya kadar sonra en olur ne değil",
	"id": "yang dan di untuk dengan ini dari pada adalah dalam tidak ke akan atau anda itu oleh juga bisa dapat",
	"vi": "và của là có được cho trong không các một những người để với này khi từ bạn",
	"ca": "de la i el que a en els per les un una és amb no del al o es més com dels són",
	"hr": "i je u na se da za su od s ili koji kao a o biti može po što iz",
	"sl": "in je v na se da za so ki ali z s pri kot po ne lahko iz pa tudi",
	"lt": "ir yra kad į su ne iš kaip arba tai bei nuo per jei gali apie",
	"lv": "un ir no ar par uz ka vai kas pie tas lai kā jūs arī var",
	"et": "ja on ei et see kui ka oma või mis kes saab ning aga selle seda",
	"ru": "и в не на что с по для это как к из от а или вы при за о у он мы если то",
	"uk": "і в не на що з та для це як до у або є від за про ви ми він якщо його а",
	"bg": "и на за се да от в е не са с по или като при до това ще може което",
	"sr": "и у је на се да за су од не или са као који а о што из може",
	"ar": "في من على و أن إلى هذا التي عن مع ما هو أو لا هذه كل كان",
	"fa": "و در به از که این را است با برای آن یک شما می تا یا هر",
	"ur": "کے کی میں ہے اور سے کا کو پر ہیں یہ نے کہ اس یا",
}

// scripts are letters that identify a language, or the one that most texts in them are in.
var scripts = []struct {
	letters  *unicode.RangeTable
	language string
	shared   bool // by several languages of which functionWords has the words
}{
	{unicode.Hangul, "ko", false}, {unicode.Greek, "el", false}, {unicode.Hebrew, "he", false}, {unicode.Thai, "th", false},
	{unicode.Devanagari, "hi", false}, {unicode.Bengali, "bn", false}, {unicode.Tamil, "ta", false}, {unicode.Telugu, "te", false},
	{unicode.Georgian, "ka", false}, {unicode.Armenian, "hy", false}, {unicode.Cyrillic, "ru", true}, {unicode.Arabic, "ar", true},
}

// Of is the language of a text as ISO 639-1, recognised by its script or by its most
// frequent words; "" if it is not sure.
func Of(text string) string {
	letters, han, kana := 0, 0, 0
	counts := make([]int, len(scripts))
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
			continue
		case unicode.Is(unicode.Latin, r):
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana++
		default:
			for i, s := range scripts {
				if unicode.Is(s.letters, r) {
					counts[i]++
				}
			}
		}
		letters++
	}
	if letters < fewLetters {
		return ""
	}
	switch { // names in Latin letters stand among the others
	case kana*10 > letters: // Japanese is written in Chinese characters too
		return "ja"
	case han*4 > letters:
		return "zh"
	}
	told := byWords(text)
	for i, n := range counts {
		if n*2 > letters && (told == "" || !scripts[i].shared) {
			return scripts[i].language
		}
	}
	return told
}

// Foreign reports whether a short text, such as a question, has more of the most frequent
// words of some other language than of English.
func Foreign(text string) bool {
	hits, _ := count(text)
	for language, n := range hits {
		if language != "en" && n > hits["en"] {
			return true
		}
	}
	return false
}

// byWords detects a language by how many of a text's words are its most frequent ones.
func byWords(text string) string {
	hits, all := count(text)
	best := ""
	for language, n := range hits {
		if n > hits[best] {
			best = language
		}
	}
	most := float64(hits[best])
	if all < fewWords || most < fewFunction*float64(all) {
		return ""
	}
	for language, n := range hits {
		if language != best && (most < barely*float64(n) || language == "en" && most < clearly*float64(n)) {
			return ""
		}
	}
	return best
}

// count counts the frequent words of each language in a text, and all of its words.
func count(text string) (hits map[string]int, all int) {
	of := map[string][]string{}
	for language, words := range functionWords {
		for _, w := range strings.Fields(words) {
			of[w] = append(of[w], language)
		}
	}
	hits = map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		all++
		for _, language := range of[w] {
			hits[language]++
		}
	}
	return hits, all
}
