package knowledge

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
