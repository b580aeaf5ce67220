package bot

import (
	"fmt"
	"log/slog"
	"strings"

	"careeradvisor/knowledge"
)

// clientLog is the Slack client's logger.
type clientLog struct{ log *slog.Logger }

// Output implements the client's logger interface.
func (l clientLog) Output(_ int, s string) error {
	l.log.Debug(strings.TrimSpace(s), "from", "slack client")
	return nil
}

// unremembered is the failure of a memory as a person may read it: what its own
// errors say is for operators.
func unremembered(doing string, err error) error {
	return &knowledge.Error{Say: saysNoMemory, Cause: fmt.Errorf("%s: %w", doing, err)}
}
