// Package meaning gives a sentence a vector, so that sentences which say the
// same in other words lie close: "rubbing shoulders with designers" near
// "collaborates with the design team". It is a second opinion beside matching
// words, not a replacement: it knows what words are like, not what a sentence
// asserts, takes no notice of their order, and misses phrases whose words mean
// something else together ("take home").
//
// The vectors come from a table with one row for each of some 28,000 pieces of
// English words, distilled once from the sentence encoder all-MiniLM-L6-v2 and
// embedded in the binary; distill/README.md tells how. A sentence is the sum of
// its rows, brought to length one, which takes microseconds. The table's
// order also tells a common English word from a rare one.
//
// It promises no network and no files at run time, work bounded by MaxText
// whatever the text is, the same vector whenever the text is the same, and that a
// [Table] may be used from many goroutines.
//
// It imports the standard library and golang.org/x/text only and must not know
// documents, passages, search engines, or any particular role.
package meaning

import (
	_ "embed" // the table
	"sync"
)

// MaxText is how many bytes of a text count; what follows is ignored.
const MaxText = 16 << 10

// Checksum is the SHA-256 of the embedded table.
const Checksum = "e05fcced23f658fec3c6db2f8af12d85720aafdaf5037328848cf3c53f24f659"

//go:embed table.bin
var embedded string

var load = sync.OnceValues(func() (*Table, error) { return parse(embedded, Checksum) })

// Load returns the embedded table, after checking it against Checksum. The first
// call does the work, some milliseconds; every call returns the same table.
func Load() (*Table, error) { return load() }

// Sentence returns the vector of text, of length one, or the zero Vector when
// text has no piece that the table knows.
func (t *Table) Sentence(text string) Vector {
	sum := make([]float32, t.dims)
	for word := range words(clip(text, MaxText)) {
		t.pieces(word, func(row int) { t.add(sum, row) })
	}
	return unit(sum)
}
