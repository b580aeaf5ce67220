package knowledge

import "time"

// Practice is an interview that a person practises in a thread, one area at a
// time.
type Practice struct {
	Channel string
	Thread  string // the message that the thread hangs below
	Owner   string
	Role    string
	Areas   []Area // in the order in which they are asked
	At      int    // index of the area that was asked last
	Told    bool   // what the documents say of it was shown
	Ended   bool
	Updated time.Time
}

// Area is something that the documents say interviewers ask about or look for.
type Area struct {
	Name string  `json:"name"` // "Conflict management"
	Ask  string  `json:"ask"`  // the question put to the person, in our words
	Says []Point `json:"says"` // what the documents say about it; Cites index Cited
	// Cited are the sections that Says stand in.
	Cited []Citation `json:"cited"`
}

// Interest is one of the six of John Holland's theory of vocational choice
// (Holland 1959, 1997), by which people and occupations are described.
type Interest string

// The six interests, in the order of Holland's hexagon.
const (
	Realistic     Interest = "Realistic"
	Investigative Interest = "Investigative"
	Artistic      Interest = "Artistic"
	Social        Interest = "Social"
	Enterprising  Interest = "Enterprising"
	Conventional  Interest = "Conventional"
)

// Interests are all six.
func Interests() []Interest {
	return []Interest{Realistic, Investigative, Artistic, Social, Enterprising, Conventional}
}

// RoleInterest is what a document says of a role's interest.
type RoleInterest struct {
	Role     string
	Interest Interest
	Some     bool     // the document says it of some, not of all
	Text     string   // the sentence, word for word
	Citation Citation // where it stands
}
