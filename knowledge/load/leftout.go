package load

import (
	"errors"
	"fmt"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/tree"
)

// LeftOut is a file, or several of a kind, that did not become a document or was only
// used in part.
type LeftOut struct {
	Path  string // of the file or folder, or the part that several share
	Why   string // one sentence for the person: it names the file, and says what to do
	Cause error  // for the log; may be nil
}

// Err returns the same as an error, with Why as its sentence.
func (l LeftOut) Err() error { return &knowledge.Error{Say: l.Why, Cause: l.Cause} }

// leftOut leaves a file out; what continues `The file "name"`.
func leftOut(name, what string, cause error) LeftOut {
	return LeftOut{Path: name, Why: fmt.Sprintf("The file %q %s.", name, what), Cause: cause}
}

// leftOutFor leaves a file out for a fault that its format found in it.
func leftOutFor(name string, err error) LeftOut {
	if f, ok := errors.AsType[*tree.Fault](err); ok {
		return leftOut(name, f.What, f.Cause)
	}
	return leftOut(name, "cannot be read: save it again", err)
}
