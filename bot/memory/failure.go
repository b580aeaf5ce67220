package memory

import (
	"fmt"

	"careeradvisor/knowledge"
)

// Failed is a failure of the memory in words for people, whose own errors are for operators; nil if
// there is none.
func Failed(doing string, err error) error {
	if err == nil {
		return nil
	}
	return &knowledge.Error{Say: saysNoMemory, Cause: fmt.Errorf("%s: %w", doing, err)}
}
