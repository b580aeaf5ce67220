package knowledge

// Question is what a person asked, with what the thread was about before.
type Question struct {
	Text    string
	Asker   string   // who asks, "" where that is not known; never shown
	Earlier []string // the thread's earlier questions, oldest first
}

// Query is what the answer engine asks of a search engine.
type Query struct {
	Text  string   // the words to rank by
	Also  []string // further words (synonyms) that count for less than those of Text
	Docs  []string // search these documents only; empty means all
	Limit int      // at most so many hits; 10 where it is not positive
}

// Hit is a passage that a search engine found.
type Hit struct {
	Passage Passage
	Score   float64 // higher is better; comparable within one search only
}

// Group is questions that ask for much the same thing.
type Group struct {
	Question string // the one that stands for all
	Members  []int  // indexes of the questions, ascending; at least one
}
