package answer_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
)

// TestReasons: who asks why to become something asks for no steps, and who asks whether
// to asks whom it suits.
func TestReasons(t *testing.T) {
	for q, want := range map[string]string{
		"why should I become a TPM?":     "lucrative",
		"reasons to become a TPM":        "lucrative",
		"is it worth becoming a TPM?":    "lucrative",
		"should I become a TPM?":         "enterprising",
		"How do I become a TPM?":         "three steps",
		"should I be a TPM or a PM":      "Focus",
		"is the job of a TPM stressful?": "",
	} {
		a := open(t, "guides").ask(t, q)
		if answered := a.Kind == knowledge.Answered; answered != (want != "") || !strings.Contains(a.Text(), want) {
			t.Errorf("%q: %s\n%s", q, a.Kind, a.Text())
		}
	}
	for _, q := range []string{"why should I become a TPM?", "should I become a TPM?"} {
		if a := open(t, "guides").ask(t, q); strings.Contains(a.Text(), "three steps") {
			t.Errorf("%q gets the steps:\n%s", q, a.Text())
		}
	}
}
