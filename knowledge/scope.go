package knowledge

import (
	"slices"
	"strings"
)

// Scope is the set of documents that may be quoted where a question is asked. The zero value means
// anywhere: every document except those meant for certain channels. Documents are named by their
// IDs, and folders of documents by their path with a final slash.
type Scope struct {
	Channel string   // the channel whose people are the only ones to read the answer; "" for anywhere else
	Only    []string // answer from these; from all if empty
	Never   []string // these are meant for other channels
}

// Allows reports whether a document may be quoted; channels are those that the document is meant
// for.
func (s Scope) Allows(doc string, channels []string) bool {
	switch {
	case len(channels) > 0 && !slices.Contains(channels, s.Channel):
		return false
	case namesDocument(s.Never, doc):
		return false
	}
	return len(s.Only) == 0 || namesDocument(s.Only, doc)
}

func namesDocument(names []string, doc string) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		return n == doc || strings.HasSuffix(n, "/") && strings.HasPrefix(doc, n)
	})
}
