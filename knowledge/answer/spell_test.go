package answer_test

import (
	"strings"
	"testing"
	"time"

	"careeradvisor/knowledge"
)

// TestSpellingIsRepaired shows what a question was read as.
func TestSpellingIsRepaired(t *testing.T) {
	for q, read := range map[string]string{
		"tecnical prodct manger sallary?": "technical product manager salary",
		"what is a tpm's sallary?":        "what is a tpm salary",
		"which skils does a TPM need":     "skills",
		"tpm certifcations":               "certifications",
		"resposibilities of a TPM":        "responsibilities",
	} {
		a := open(t, "guides").ask(t, q)
		if a.Why == nil || !strings.Contains(a.Why.Read, read) {
			t.Errorf("%q: read as %+v, want %q", q, a.Why, read)
			continue
		}
		if len(a.Why.Repaired) == 0 || a.Kind != knowledge.Answered {
			t.Errorf("%q: %s, with the repairs %q", q, a.Kind, a.Why.Repaired)
		}
		for _, pair := range a.Why.Repaired {
			if !strings.Contains(strings.ToLower(q), pair[0]) || !strings.Contains(a.Why.Read, pair[1]) {
				t.Errorf("%q: repaired %q", q, pair)
			}
		}
	}
}

// TestWordsAreLeftAlone keeps what is no misspelling: English, names, figures,
// short words.
func TestWordsAreLeftAlone(t *testing.T) {
	for _, q := range []string{
		"what does a TPM earn", "do TPMs like bananas", "do TPMs play tennis", "is a TPM in charge of the profession", "does a TPM marry",
		"does a TPM use Jira", "does Karen know a TPM", "TPM1 or TPM2", "the sal4ry of a TPM", "a TPM has a cat", "TPM in the desert", "the age of a TPM",
		"does a TPM use Kubernetes", "TPM at Amazon", "does a TPM need Python",
	} {
		a := open(t, "guides").ask(t, q)
		if a.Why == nil {
			t.Errorf("%q: unexplained %s: %s", q, a.Kind, a.Text())
		} else if len(a.Why.Repaired) > 0 {
			t.Errorf("%q: repaired %q", q, a.Why.Repaired)
		}
	}
}

// TestLongQuestionsAreBounded asks in many thousands of characters.
func TestLongQuestionsAreBounded(t *testing.T) {
	lib := open(t, "guides")
	for name, q := range map[string]string{
		"one word":          strings.Repeat("tecnical", 5_000),
		"misspelt words":    strings.Repeat("tecnicl prodct mangr ", 2_000),
		"different words":   strings.Repeat("salry skil certfication requirment ", 1_200),
		"sentences":         strings.Repeat("What is a TPM? ", 2_700),
		"open brackets":     strings.Repeat("<", 40_000),
		"entities":          strings.Repeat("&lt;", 10_000),
		"spaces":            strings.Repeat(" ", 40_000),
		"combining accents": "e" + strings.Repeat("\u0301", 20_000),
	} {
		start := time.Now()
		lib.ask(t, q, q, q)
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s: took %s", name, took)
		}
	}
}
