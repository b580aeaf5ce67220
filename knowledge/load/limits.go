package load

// Documents come from people who may mean harm, or from a program that went wrong.
// These limits keep what one document or one folder can cost, in memory and in
// time, to what a few honest ones cost; each is far beyond what people write.
const (
	// MaxFile is the largest file that is read, in bytes: about four books. What is
	// larger is a dump, not a document.
	MaxFile = 4 << 20

	// MaxLines and MaxPassages are those of one document. A book has some ten
	// thousand lines.
	MaxLines    = 100_000
	MaxPassages = 50_000

	// MaxFiles, MaxFolder (in bytes) and MaxDepth (folders in folders) are those of
	// the documents of one folder; MaxEntries is of all that is looked at there.
	MaxFiles   = 10_000
	MaxFolder  = 256 << 20
	MaxDepth   = 32
	MaxEntries = 100_000

	// maxField is the longest field of a document's front matter, in characters.
	maxField   = 300
	maxAliases = 100

	// longestHeading is the longest text, in characters, that can name a section, and
	// longestPath the longest name of a section with those that it is in, in
	// bytes; every passage inside carries it.
	longestHeading = 300
	longestPath    = 2000

	// maxColumns is the widest table. What is wider is kept as text.
	maxColumns = 100
)
