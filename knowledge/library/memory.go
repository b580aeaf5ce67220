package library

import (
	"fmt"

	"careeradvisor/knowledge"
)

// Memory is how much of it the process may use.
type Memory struct {
	Bytes int64  // no bound where it is 0
	From  string // what sets it, as people read it: "GOMEMLIMIT"
}

// What documents take, measured (docs/operations.md says how). Everything is there
// twice while newer ones take their place.
const (
	besides    = 64 << 20 // bytes that the process takes without documents
	perPassage = 4 << 10
	perByte    = 4 // of text
)

// need estimates the most memory that the process takes with these documents, in bytes.
func need(docs []knowledge.Document) (bytes int64, passages int) {
	bytes = besides
	for _, d := range docs {
		for _, s := range d.Sections {
			passages += len(s.Passages)
			for _, p := range s.Passages {
				bytes += perPassage + perByte*int64(len(p.Text))
			}
		}
	}
	return bytes, passages
}

// holds is an error where documents would not fit, before they do harm.
func (m Memory) holds(docs []knowledge.Document) error {
	bytes, passages := need(docs)
	if m.Bytes == 0 || bytes <= m.Bytes {
		return nil
	}
	return &knowledge.Error{Say: fmt.Sprintf(
		"The documents are too many for the memory: %d documents with %d passages would take about %d MB, and there are %d MB (%s). Leave some out, or give it more memory.",
		len(docs), passages, bytes>>20, m.Bytes>>20, m.From)}
}
