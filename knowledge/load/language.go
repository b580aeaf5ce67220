package load

import (
	"slices"
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/clean"
)

// These say when a document's language can be told from its text, in letters.
const (
	enoughLetters = 200 // of an alphabet that many languages share
	fewLetters    = 20  // of a script that tells it

	mostBytes = 8000 // are looked at
)

// setLanguage takes a tag such as "en-GB" for the document's language. The first one
// stands.
func (b *builder) setLanguage(tag string) {
	code, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(clean.Line(tag)), "_", "-"), "-")
	if b.language == "" && len(code) == 2 && strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") == "" {
		b.language = code
	}
}

// settleLanguage names the document's language, told from its text where the document
// does not say it. English, and what cannot be told, has no name.
func (b *builder) settleLanguage() {
	if b.language == "" {
		one, other := samples(b.doc)
		b.language = languageOf(one + other)
		if slices.Contains(latinLanguages, b.language) && languageOf(one) != b.language && languageOf(other) != b.language {
			b.language = "" // a list of names can look like anything
		}
	}
	if b.language != "en" {
		b.doc.Language = b.language
	}
}

// samples are passages from the beginning of a document, without code, in two halves.
func samples(d knowledge.Document) (one, other string) {
	var halves [2]strings.Builder
	n := 0
	for _, p := range d.Passages() {
		if p.Kind == knowledge.Code {
			continue
		}
		if halves[0].Len()+halves[1].Len() > mostBytes {
			break
		}
		halves[n%2].WriteString(p.Text + "\n")
		n++
	}
	return halves[0].String(), halves[1].String()
}

// languageOf tells the language of a text by its script and, where many languages
// share that, by which letters follow one another how often; "" where it is not sure.
func languageOf(text string) string {
	letters, latin, kana, han := 0, 0, 0, 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana++
		}
	}
	switch {
	case letters < fewLetters, latin*2 > letters && latin < enoughLetters:
		return ""
	case kana*10 > letters: // Japanese is written in Chinese characters too
		return "ja"
	case han*4 > letters: // and each of those counts for a word
		return "zh"
	}
	if latin*2 <= letters { // names in another alphabet say nothing
		text = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Latin, r) {
				return ' '
			}
			return r
		}, text)
	}
	info := whatlanggo.Detect(text)
	code := info.Lang.Iso6391()
	if code == "nb" || code == "nn" {
		code = "no"
	}
	if latin*2 > letters && (!info.IsReliable() || !slices.Contains(latinLanguages, code)) {
		return ""
	}
	return code
}

// latinLanguages are those in the alphabet of most languages that are told by their
// text: the ones that people write handbooks in. Of all that the detector knows some
// look like a list of English names.
var latinLanguages = []string{"ca", "cs", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nl", "no",
	"pl", "pt", "ro", "sk", "sl", "sv", "tr", "vi"}
