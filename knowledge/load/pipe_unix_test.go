//go:build unix

package load_test

import (
	"syscall"
	"testing"
)

// pipe makes a named pipe, which keeps whoever opens it waiting for a writer.
func pipe(t *testing.T, name string) bool {
	t.Helper()
	if err := syscall.Mkfifo(name, 0o644); err != nil {
		t.Logf("SKIPPED the named pipe: %v", err)
		return false
	}
	return true
}
