package store

import (
	"context"
	"errors"
	"fmt"

	"careeradvisor/knowledge"
)

// fail is the error that leaves the package: with a sentence if an operator can fix it, and without
// secrets. Finding nothing is not a failure.
func (db *database) fail(doing string, err error) error {
	switch {
	case err == nil, errors.Is(err, knowledge.ErrNotFound):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("store: %s: %w", doing, hidden{db.hide(err.Error()), err})
	}
	if e, ok := errors.AsType[*knowledge.Error](err); ok {
		return e
	}
	cause := fmt.Errorf("store: %s: %w", doing, hidden{db.hide(err.Error()), err})
	if say := db.d.say(db.place, err); say != "" {
		return &knowledge.Error{Say: say, Cause: cause}
	}
	return cause
}

// hidden is an error without its secrets. It can be compared with others but not unwrapped, since
// nobody may see what it holds.
type hidden struct {
	text string
	err  error
}

func (h hidden) Error() string        { return h.text }
func (h hidden) Is(target error) bool { return errors.Is(h.err, target) }
