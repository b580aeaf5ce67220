package answer_test

import (
	"strings"
	"testing"
)

// TestDrawbacks are not answered by benefits, and benefits not by drawbacks.
func TestDrawbacks(t *testing.T) {
	for q, first := range map[string]string{
		"what's the downside of being a TPM?":   "risk",
		"what are the disadvantages of a TPM":   "risk",
		"what are the benefits of hiring a TPM": "benefi",
	} {
		a := open(t, "guides").ask(t, q)
		if text, _, _ := strings.Cut(a.Text(), "\n"); !strings.Contains(text, first) {
			t.Errorf("%q: %s", q, text)
		}
	}
	if a := open(t, "harbour").ask(t, "what are the downsides of being a pilot?"); !strings.Contains(a.Text(), "danger") {
		t.Errorf("%s", a.Text())
	}
}
