package memory

import (
	"fmt"

	"careeradvisor/knowledge"
)

// Failed is a failure of the memory in words for people: its own errors are for
// operators.
func Failed(doing string, err error) error {
	return &knowledge.Error{Say: saysNoMemory, Cause: fmt.Errorf("%s: %w", doing, err)}
}
