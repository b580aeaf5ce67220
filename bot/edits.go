package bot

import (
	"slices"
	"sync"
)

// edits knows the newest edit of each message that this process has taken, so that only
// that one is answered, in whatever order they arrive.
type edits struct {
	mu     sync.Mutex
	newest map[string]edit // by message
}

// edit is the newest edit of a message: when it was made, in whole seconds, and the names
// of those of that second, in the order in which they came.
type edit struct {
	at    string
	names []string
}

// maxEdits is how many messages are remembered. Every edit of a forgotten one is
// answered.
const maxEdits = 1000

// came notes that an edit has arrived.
func (e *edits) came(message, at, name string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	n, known := e.newest[message]
	switch {
	case !known && len(e.newest) >= maxEdits, e.newest == nil:
		e.newest = map[string]edit{message: {at, []string{name}}}
	case at > n.at:
		e.newest[message] = edit{at, []string{name}}
	case at == n.at && !slices.Contains(n.names, name):
		e.newest[message] = edit{at, append(n.names, name)}
	}
}

// superseded reports whether a newer edit of the message has come.
func (e *edits) superseded(message, name string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	n, known := e.newest[message]
	return known && n.names[len(n.names)-1] != name
}
