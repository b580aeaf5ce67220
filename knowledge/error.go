package knowledge

import "errors"

// ErrNotFound says that something does not exist, or no longer does.
var ErrNotFound = errors.New("not found")

// Error is a failure that a person can do something about.
type Error struct {
	Say   string // one sentence for the person: what happened and what to do
	Cause error  // for the log; may be nil
}

func (e *Error) Error() string {
	if e.Cause == nil {
		return e.Say
	}
	return e.Say + ": " + e.Cause.Error()
}

func (e *Error) Unwrap() error { return e.Cause }

// Say returns the sentence for the person: the one of the outermost [Error] in err's chain, or else
// a plain apology that reveals nothing about the cause.
func Say(err error) string {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Say
	}
	return "Something went wrong on my side. Please try again in a moment."
}
