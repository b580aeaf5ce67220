package knowledge

// Question is what a person asked, and what the thread was about before that.
type Question struct {
	Text    string
	Asker   string   // who asks; "" if unknown; never shown
	Earlier []string // the thread's earlier questions, oldest first
	Heard   bool     // it was not addressed to the advisor
	Scope   Scope    // where the answer is read
}

// Query is a request from the answer engine to a search engine.
type Query struct {
	Text  string   // the words to rank by
	Also  []string // further words (synonyms) that count for less than those of Text
	Docs  []string // search these documents only; empty means all
	Limit int      // at most this many hits; 10 if not positive
}

// Hit is a passage that a search engine found.
type Hit struct {
	Passage Passage
	Score   float64 // higher is better; comparable within one search only
	Share   float64 // share of the words of Query.Text, by rarity, that the passage or the headings above it have; 0 to 1
}

// Term is a word of a question that carries meaning.
type Term struct {
	Text   string  // as it was written, in lower case
	Count  int     // passages that have it, in any of its forms
	Weight float64 // how rare it is, more than 0
	Met    bool    // it is in the answer, or in the headings above it
}

// Group is a set of questions that ask for nearly the same thing.
type Group struct {
	Question string // the one that represents them all
	Members  []int  // indexes of the questions, ascending; at least one
}
