package main

import (
	"runtime/debug"
	"testing"
)

// TestAFolderThatDoesNotFitIsToldAtOnce by every command, along with what to do.
func TestAFolderThatDoesNotFitIsToldAtOnce(t *testing.T) {
	before := debug.SetMemoryLimit(1 << 20)
	defer debug.SetMemoryLimit(before)
	for _, command := range [][]string{{"ask", "TPM?"}, {"check"}, {"index"}, {"documents"}} {
		advise(t, "", nil, command...).want(t, 1, "too many for the memory", "GOMEMLIMIT")
	}
}
