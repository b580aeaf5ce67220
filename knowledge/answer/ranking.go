package answer

// shares holds what each kind of match counts for when a sentence is weighed. A
// word's own weight is its idf times its rarity; the shares below are of that, the
// weights stand beside it on the same scale, where a word that stands in one
// passage out of fifty has about 4.
type shares struct {
	facet     float64 // the section's heading speaks of the facet asked for
	say       float64 // the sentence speaks of the facet, as a share of Facet
	meaning   float64 // the sentence means what the question does: times their cosine
	complete  float64 // the sentence meets every word of the question; half of them, a quarter
	found     float64 // the search engine ranks the passage first
	first     float64 // it opens its passage: what matters is said first
	alike     float64 // share: a synonym of the word stands there
	label     float64 // share: the word stands in the item's label
	around    float64 // share: it stands in the name of the cell's row or column
	heading   float64 // share: it stands in the heading
	asking    float64 // share of the words that ask for the facet as a whole: the facet counts for itself
	further   float64 // share of the best score that a second or third point needs
	neighbour float64 // share of the best sentence's score from which on its neighbour is said with it
}

// ranking was found by searching the question sets at random around
// values set by hand, and is rounded: the figures depend little on any one of them.
var ranking = shares{
	facet: 4.5, say: 0.55, meaning: 7, complete: 2.5, found: 1.9, first: 0.15,
	alike: 0.6, label: 0.6, around: 1.1, heading: 2, asking: 0.6, further: 0.45, neighbour: 0.6,
}

// What stands fixed beside it.
const (
	// cannotAnswer is the score of a sentence that must not be said at all; every
	// other scores 0 or more.
	cannotAnswer = -1
	// announcingLoss is subtracted from a sentence that asks or announces: what it
	// announces stands in the next.
	announcingLoss = 2
	// maxFacets is how many of the facets that a question asks for count, the second half.
	maxFacets = 2
	// namedBonus is what a passage gets that the question names by its label, in
	// facets: it is about just that.
	namedBonus = 2
	// aboveShare is what a heading's words count of those of the one right below it,
	// and aboveSure what its facets do: the nearer says more of what stands under it.
	aboveShare, aboveSure = 0.6, 0.8
	// openingBonus is added to a heading's sureness where its section begins by
	// speaking of the facet.
	openingBonus = 0.2
)

// What makes a clause of a message look like its question.
const (
	clauseNames = 2.0 // for each role or thing of the documents that it names
	clauseAsks  = 2.0 // it opens like a question
	clauseMark  = 1.0 // it ends with a question mark
	clauseGiven = 0.5 // share left to what is taken for granted: that is not asked
)
