package knowledge

// Explanation says how an answer was found: how the question was understood, which passages were
// considered, and why the engine answered or refused.
type Explanation struct {
	Read       string             // the question as it was looked up
	Roles      []string           // the roles and levels that it names
	Foreign    []string           // jobs that it names and the documents do not have
	Terms      []Term             // the words that carry it
	Signals    map[string]float64 // what the confidence is made of
	Considered []Considered       // the passages weighed, best first
}

// Considered is a passage that was considered for an answer.
type Considered struct {
	Citation Citation
	Text     string
	Score    float64 // of the rank
	Like     float64 // to the question, in standard deviations above the mean of all passages; 0 without vectors
	Tokens   float64 // likeness to the question token by token, a cosine; 0 if they were not compared
	Said     bool
	Why      string // why it was not used
}
