package answer

// function are the words of grammar: articles, pronouns, prepositions, conjunctions,
// auxiliaries, question words. They carry no question, in any talk.
var function = set(`
	a an the
	i you he she it we they me him her us them my your his its our their mine yours theirs
	this that these those such own same other another each every all both either neither any some
	what which who whom whose when where why how whatever whoever whichever
	is are was were be been being am do does did doing done have has had having
	can could may might must shall should will would let s t re ve ll d m
	of to in on at by for from with into onto about as than off over under before after since besides around without
	beyond behind beside near alongside via per between among within during until upon across through against up down out
	and or but nor not no so if then because while although though whether unless instead vs
	here there also too very just only more most less least much many few again once etc ever yet still rather quite even well else
`)

// articles stand before a noun and say nothing of it.
var articles = set("a an the some any")

// adverbs are words of degree and habit that people strew into ways of asking.
var adverbs = set(`
	actually really basically exactly roughly even just all please quickly ever
	usually typically normally generally
`)

// isContent tells words that can carry a question.
func isContent(w word) bool {
	return !function[w.text] && (len(w.text) > 1 || w.named)
}
