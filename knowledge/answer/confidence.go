package answer

// Every threshold of the engine stands here, each with its reason; what a match
// counts for stands in ranking.go, and limits of length beside what they limit.
const (
	// answerAt is the confidence from which on a question is answered. Refusing
	// what could be answered and answering what cannot weigh the same.
	answerAt = 0.5
	// wholeSure is the confidence of an answer that is what stands under the heading
	// asked for, and tableSure that of a comparison: no sentence had to be found.
	wholeSure, tableSure = 0.9, 0.9
	// choiceSure is the confidence of asking back which of two things is meant, and
	// lostSure that of asking back what is meant at all.
	choiceSure, lostSure = 0.5, 0.3
	// rowShare is the share of the question's weight that a table's row has to hold
	// to be said in answer to something in particular.
	rowShare = 0.5
	// sameThing is the share of common words from which on two sentences say the same.
	sameThing = 0.6
	// fullNames is how many names that no document has make it sure that a question
	// is about something else: one may be a company or a product in passing.
	fullNames = 2.0
)

// How surely a heading speaks of a facet, as a share of its words.
const (
	// headingSure is where a section begins to count as one about the facet.
	headingSure = 0.4
	// leastSure is how sure a heading has to be for its section to answer a question
	// about the facet without looking for words.
	leastSure = 0.6
	// furtherSure is the share of the surest heading's sureness that another needs
	// for its section to be said too.
	furtherSure = 0.7
	// openingSure is that of a document's beginning, which says what its role is where
	// no heading does: enough to answer, less than a heading that says so.
	openingSure = 0.65
)

// What words weigh. A word of the documents weighs its idf times the root of its
// rarity in English.
const (
	// plainly is the weight from which on the words that ask for a facet do so plainly:
	// one of them at least means something.
	plainly = 1.0
	// grammarShare is what a word of grammar counts in a way of asking: of two that
	// fit, the longer wins.
	grammarShare = 0.25
	// facetWeight is what the facet counts for in what a question asks: about as
	// much as a word that stands in one passage out of fifty.
	facetWeight = 4.0
	// chatterWeight is that of words which people put around a question.
	chatterWeight = 0.1
	// telling is the weight above which a word is no commonplace of the documents.
	telling = 1.0
	// leastIDF keeps words that stand in nearly every passage from weighing nothing.
	leastIDF = 0.2
	// unknownShare is what a word weighs that the documents do not have, as a share
	// of the rarest word's idf: it may be what matters, or just talk.
	unknownShare = 0.5
	// asVerb is what an unknown word counts that stands where a verb does: "what do
	// they juggle", "to wrestle with". What is asked about hangs on nouns.
	asVerb = 0.3
	// compoundFactor is what an unknown word counts that turns the question into
	// another: the "dress" of "dress code", the "age" of "the age of a TPM".
	compoundFactor = 2.0
	// nounFactor is what an unknown word counts right before one that the documents have.
	nounFactor = 1.5
	// inheritedShare is what words of the question before count: they help to rank.
	inheritedShare = 0.5
)

// rarities are what a word counts by its rank among English words, the most common
// first: the commoner, the less a question hangs on it. Rarer ones count whole.
var rarities = []struct {
	rank  int
	share float64
}{{300, 0.25}, {1000, 0.45}, {2500, 0.65}, {5000, 0.85}}

// When a word of English is taken for a slip.
const (
	rareRank       = 6000 // from which rank on it may be one: common words are meant
	muchMoreCommon = 8    // how many times more common the word meant has to be
)

// calibrated is what logistic regression found on the question sets, rounded, with two
// changes by hand: the bias leans to answering, since far more of what people ask
// is covered than not; and figures and names weigh more than few samples can show.
var calibrated = calibration{
	bias: -0.4,
	weights: [signalCount]float64{
		sigCover: 0.8, sigBest: 0.4, sigLike: 2, sigPeak: 1.9, sigRole: 0.5,
		sigUnknown: -2.8, sigAbsent: -2, sigName: -2, sigStrict: -6,
	},
}
