package answer_test

import (
	"strings"
	"testing"
)

// TestWhoIsAbove: who directs whom, the order of the words tells.
func TestWhoIsAbove(t *testing.T) {
	lib := open(t, "guides")
	for q, above := range map[string]bool{
		"who tells the TPM what to do?":           true,
		"Who leads a technical product manager?":  true,
		"who should oversee TPMs":                 true,
		"who are TPMs led by":                     true,
		"who is managed by a TPM?":                false,
		"who manages the backlog?":                false,
		"who manages a TPM's roadmap?":            false,
		"what does a technical PM lead?":          false,
		"who told you that the TPM is important?": false,
	} {
		a := lib.ask(t, q)
		if first, _, _ := strings.Cut(a.Text(), "\n"); strings.Contains(first, "reports to") != above {
			t.Errorf("%q: %s", q, first)
		}
	}
}
