package memory

import (
	"fmt"

	"careeradvisor/knowledge"
)

// Failed is the failure of a memory as a person may read it: what its own errors say is
// for operators.
func Failed(doing string, err error) error {
	return &knowledge.Error{Say: saysNoMemory, Cause: fmt.Errorf("%s: %w", doing, err)}
}
