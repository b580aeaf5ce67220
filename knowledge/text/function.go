package text

import "strings"

// IsFunction reports whether a word, in lower case, is one of grammar: an article,
// pronoun, preposition, conjunction, auxiliary or question word.
func IsFunction(w string) bool { return function[w] }

var function = Set(`
	a an the
	i you he she it we they me him her us them my your his its our their mine yours theirs
	this that these those such own same other another each every all both either neither any some
	what which who whom whose when where why how whatever whoever whichever
	is are was were be been being am do does did doing done have has had having
	can could may might must shall should will would let s t re ve ll d m
	of to in on at by for from with into onto about as than off over under before after since besides around without outside inside throughout toward towards
	beyond behind beside near alongside via per between among within during until upon across through against up down out
	and or but nor not no so if then because while although though whether unless instead vs
	here there also too very just only more most less least much many few again once etc eg ie ever yet still rather quite even well else
`)

// IsArticle reports whether a word, in lower case, introduces a noun without saying
// anything about it.
func IsArticle(w string) bool { return articles[w] }

// Article is the article before a name: "a TPM", and "an SRE", since initials are spelled out.
func Article(name string) string {
	first, _, _ := strings.Cut(name, " ")
	vowels := "AEIOUaeiou"
	if len(first) > 1 && first == strings.ToUpper(first) {
		vowels = "AEFHILMNORSX"
	}
	if name != "" && strings.ContainsRune(vowels, rune(name[0])) {
		return "an"
	}
	return "a"
}

var articles = Set("a an the some any")
