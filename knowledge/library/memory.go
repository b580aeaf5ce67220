package library

import (
	"fmt"

	"careeradvisor/knowledge"
)

// Memory is how much memory the process may use.
type Memory struct {
	Bytes int64  // no limit if 0
	From  string // what sets it, as people read it: "GOMEMLIMIT"
}

// What documents take, in bytes: the heap in use after a collection, as measured with lines,
// paragraphs, pages and tables. While newer documents replace older ones, it is needed three times:
// once for the old ones and twice for the new ones, since what an engine is made from takes up as
// much again until the engine is made. docs/operations.md has the command that holds a process to
// this.
const (
	besides    = 96 << 20 // the process without documents
	perPassage = 1200     // its words, its place in the index
	perCell    = 400      // of a row
	perByte    = 15       // of text and headings: their words, as the engine compares them
	perAsk     = 300      // a question of an asks file, whose words are not kept

	atOnce      = 3 // how many times all of it is there
	perFileByte = 4 // while files are read and parsed, all at the same time
)

// reads returns an error if files of this size must not even be read.
func (m Memory) reads(files int, bytes int64) error {
	if need := besides + perFileByte*bytes; m.Bytes > 0 && need > m.Bytes {
		return m.tooMuch(fmt.Sprintf("reading %d files of %d MB", files, bytes>>20), need)
	}
	return nil
}

// holds returns an error if documents would not fit, before they do any harm.
func (m Memory) holds(docs []knowledge.Document) error {
	passages, once := 0, int64(0)
	for _, d := range docs {
		for _, s := range d.Sections {
			once += perByte*int64(len(s.Heading())) + perAsk*int64(len(s.Asks)+len(s.Misses))
			for _, p := range s.Passages {
				passages++
				once += perPassage + perCell*int64(len(p.Cells)) + perByte*int64(len(p.Text))
			}
		}
	}
	if need := besides + atOnce*once; m.Bytes > 0 && need > m.Bytes {
		return m.tooMuch(fmt.Sprintf("%d documents with %d passages", len(docs), passages), need)
	}
	return nil
}

func (m Memory) tooMuch(what string, need int64) error {
	return &knowledge.Error{Say: fmt.Sprintf(
		"The documents are too many for the memory: %s would take about %d MB, and there are %d MB (%s). Leave some out, or give the process more and set GOMEMLIMIT to it.",
		what, need>>20, m.Bytes>>20, m.From)}
}
