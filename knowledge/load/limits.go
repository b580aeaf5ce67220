package load

// Documents come from people who may mean harm, or from a program that went wrong. These limits
// keep the cost of one document or folder, in memory and time, to that of a few honest ones; each
// is far beyond anything people write.
const (
	// MaxFile is the size of the largest file that is read, in bytes: about four books. A larger
	// file is a dump, not a document.
	MaxFile = 4 << 20

	// MaxLines and MaxPassages limit one document. A book has about ten thousand lines.
	MaxLines    = 100_000
	MaxPassages = 50_000

	// MaxFiles, MaxFolder (in bytes) and MaxDepth (folders in folders) limit the documents of one
	// folder; MaxEntries limits everything in it that is looked at.
	MaxFiles   = 10_000
	MaxFolder  = 256 << 20
	MaxDepth   = 32
	MaxEntries = 100_000

	// maxField is the longest field of a document's front matter, in characters.
	maxField   = 300
	maxAliases = 100

	// longestHeading is the length, in characters, of the longest text that can name a section.
	// longestPath is that of the longest path of such names, in bytes; every passage inside carries
	// one.
	longestHeading = 300
	longestPath    = 2000

	// maxColumns is how many columns a table may have. A wider one is kept as text.
	maxColumns = 100
)
