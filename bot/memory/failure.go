package memory

import (
	"fmt"

	"careeradvisor/knowledge"
)

// Failed puts a failure of the memory into words for people, since its own errors are for
// operators; it is nil if there was none.
func Failed(doing string, err error) error {
	if err == nil {
		return nil
	}
	return &knowledge.Error{Say: saysNoMemory, Cause: fmt.Errorf("%s: %w", doing, err)}
}
