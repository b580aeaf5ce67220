package weights

// The features that passages are ranked by. All are roughly from 0 to 1, or a number of standard
// deviations divided by three.
const (
	OfWords   = iota // BM25F of the search, as a share of the best hit's
	OfShare          // share of the question's words, by rarity, that it has
	OfNearest        // cosine of the nearest of its sentences, over the mean of all passages
	OfWhole          // cosine of the whole passage
	OfAsk            // cosine of the nearest question that its section is known to answer
	OfSubject        // it is about just whom the question names
	OfShort          // it has few words
	OfItem           // it is an item, a step or a row
	OfNamed          // the question names all of its label or of the heading above it
	OfTokens         // likeness token by token, of the first; 0 for the others
	Features
)

// The signals that make up the confidence in an answer.
const (
	Bias          = iota
	ByTokens      // the best likeness token by token
	ByNearest     // cosine of the best passage over the mean of all, in deviations/3
	ByAsk         // the nearest ask of the first sections, above what meets one; 0 if their document has none
	ByMiss        // how much nearer a near miss is than the nearest ask
	ByForeign     // it names a job that the documents do not have, and none that they do
	ByMargin      // how far the best is ahead of the next section
	ByNamed       // it names whom the documents describe
	ByQuantity    // it asks for a quantity and the answer has none of its kind
	ByCarried     // it was read with the question before it
	ByLength      // words that carry meaning: 1/(1+n)
	BySubject     // the answer is about just whom it names
	ByDescription // it asks nothing but about those whom the answer describes or shows side by side
	ByMissingName // it has a name that the answer lacks, or that no document has
	ByReading     // how far below what is usual the logit is of the network that reads question and passage together
	Signals
)

// The signals that an overheard message asks what the documents answer.
const (
	HearBias = iota
	HearSure // logit of the confidence of the answer
	HearAsks // logit of the probability that it asks everybody something
	Hearings
)
