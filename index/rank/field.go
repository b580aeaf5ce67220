package rank

// Field is one searched part of a passage.
type Field int

// The fields. Role is the role that a document is about, with all its names.
const (
	Text Field = iota
	Heading
	Title
	Role
	Fields // how many there are
)

var fieldNames = [Fields]string{"text", "heading", "title", "role"}

// Name is what Bleve calls the field of passages that are read with an analyzer. Each analyzer has
// fields of its own, so that English pain does not find French bread, and a word is as rare as it
// is in its own language.
func (f Field) Name(analyzer string) string { return fieldNames[f] + "_" + analyzer }

// Lengths counts, by field, the tokens of passages.
type Lengths [Fields]int
