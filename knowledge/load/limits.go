package load

// Documents come from people who may mean harm, or from a program that went wrong. These limits
// keep the cost of one document or folder, in memory and time, to that of a few honest ones; each
// is far beyond what people write.
const (
	// MaxFile is the largest file that is read, in bytes: about four books. A larger file is a
	// dump, not a document.
	MaxFile = 4 << 20

	// MaxLines and MaxPassages limit one document. A book has some ten thousand lines.
	MaxLines    = 100_000
	MaxPassages = 50_000

	// MaxFiles, MaxFolder (in bytes) and MaxDepth (folders in folders) limit the documents of one
	// folder; MaxEntries limits everything that is looked at there.
	MaxFiles   = 10_000
	MaxFolder  = 256 << 20
	MaxDepth   = 32
	MaxEntries = 100_000

	// maxField is the longest field of a document's front matter, in characters.
	maxField   = 300
	maxAliases = 100

	// longestHeading is the longest text, in characters, that can name a section. longestPath is
	// the longest path of such names, in bytes, which every passage inside carries.
	longestHeading = 300
	longestPath    = 2000

	// maxColumns is the widest table. A wider one is kept as text.
	maxColumns = 100
)
