package knowledge

// Explanation says how an answer came about: what was understood of the question,
// which passages were weighed, and why the engine answered or refused.
type Explanation struct {
	Read       string             // the question as it was read, spelling repaired
	Asks       bool               // the message asks something; false where people just talk
	Roles      []string           // the roles it is about
	Assumed    bool               // it names no role, and there is but one
	Facet      string             // what is asked of them, "" for something in particular
	Intent     string             // how it is asked
	Repaired   [][2]string        // spellings, as written and as read
	Terms      []Term             // the words that carry it
	Signals    map[string]float64 // what the confidence is made of
	Considered []Considered       // the passages weighed, best first
}

// Term is a word that carries a question.
type Term struct {
	Text   string
	Weight float64  // idf times rarity; a word of everyday English weighs little
	Alike  []string // stems taken for the same
	Met    bool     // it stands in what is said, or in the headings over it
}

// Considered is a passage that was weighed.
type Considered struct {
	Citation Citation
	Text     string  // its best sentence
	Score    float64 // of words, facet, meaning and the search engine's rank
	Like     float64 // cosine of the sentence and the question, 0 without vectors
	Said     bool
	Why      string // why it was not said
}
