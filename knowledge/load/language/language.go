// Package language detects the language of a text.
//
// It promises to say nothing if it is unsure, and never to take a list of names for a text. It must
// not know documents.
package language

import (
	_ "embed" // words
	"strings"
	"sync"
	"unicode"
)

// These limits say when the language of a text can be detected.
const (
	fewLetters  = 20   // of a script that gives it away
	fewWords    = 40   // of an alphabet that many languages share
	fewFunction = 0.1  // the share of its words that must be frequent in the language
	clearly     = 1.25 // how many times more there must be than for English
	barely      = 1.05 // and than for any other: some languages share most of them
)

// words are the most frequent words of languages that share an alphabet; every text in a language
// is full of its words. Each line begins with the language. Cyrillic and Arabic words are listed
// with the others, since no word is in two alphabets.
//
//go:embed words.txt
var words string

// languagesOf are the languages that each word belongs to.
var languagesOf = sync.OnceValue(func() map[string][]string {
	of := map[string][]string{}
	for line := range strings.Lines(words) {
		fields := strings.Fields(line)
		for _, w := range fields[1:] {
			of[w] = append(of[w], fields[0])
		}
	}
	return of
})

// scripts are letters that identify a language, or the language of most texts in them.
var scripts = []struct {
	letters  *unicode.RangeTable
	language string
	shared   bool // by several languages in words.txt
}{
	{unicode.Hangul, "ko", false}, {unicode.Greek, "el", false}, {unicode.Hebrew, "he", false}, {unicode.Thai, "th", false},
	{unicode.Devanagari, "hi", false}, {unicode.Bengali, "bn", false}, {unicode.Tamil, "ta", false}, {unicode.Telugu, "te", false},
	{unicode.Georgian, "ka", false}, {unicode.Armenian, "hy", false}, {unicode.Cyrillic, "ru", true}, {unicode.Arabic, "ar", true},
}

// Of is the ISO 639-1 code of the language of a text, recognised by its script or by its most
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
	switch { // names in Latin letters are among the others
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

// Foreign reports whether a short text, such as a question, has more of some other language's most
// frequent words than of English's.
func Foreign(text string) bool {
	hits, _ := count(text)
	for language, n := range hits {
		if language != "en" && n > hits["en"] {
			return true
		}
	}
	return false
}

// byWords detects a language by how many of a text's words are among its most frequent ones.
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
	of := languagesOf()
	hits = map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		all++
		for _, language := range of[w] {
			hits[language]++
		}
	}
	return hits, all
}
