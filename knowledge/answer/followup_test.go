package answer_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
)

// TestFollowUps asks what needs the thread to be understood.
func TestFollowUps(t *testing.T) {
	for _, c := range []struct {
		docs, q string
		earlier []string
		kind    knowledge.AnswerKind
		says    string
		never   string
	}{
		{docs: "guides", earlier: []string{"What is a TPM?"}, q: "and the salary?", kind: knowledge.Answered, says: "₹26.5 lakh"},
		{docs: "guides", earlier: []string{"What is a TPM?"}, q: "what do they earn?", kind: knowledge.Answered, says: "₹26.5 lakh"},
		{docs: "guides", earlier: []string{"What levels are there for a TPM?"}, q: "the highest one?", kind: knowledge.Answered, says: "At the highest level", never: "mid-level"},
		{docs: "guides", earlier: []string{"How do I become a TPM?"}, q: "the second one", kind: knowledge.Answered, says: "product management experience"},
		{docs: "guides", earlier: []string{"How do I become a TPM?"}, q: "what about certifications?", kind: knowledge.Answered, says: "MIT xPRO"},
		{docs: "guides", earlier: []string{"What types of TPM are there?"}, q: "tell me more about IoT", kind: knowledge.Answered, says: "Internet of Things"},
		{docs: "guides", earlier: []string{"What does a cybersecurity product manager do?"}, q: "And networking?", kind: knowledge.Answered, says: "networking technologies"},
		{docs: "guides", earlier: []string{"What types of TPM are there?"}, q: "tell me more", kind: knowledge.Answered, says: "eleven types"},
		{docs: "guides", earlier: []string{"What does a TPM earn in India?"}, q: "What about Canada?", kind: knowledge.Refuse, says: "Canada", never: "26.5"},
		{docs: "guides", earlier: []string{"What does a TPM earn?", "Who suits the role?"}, q: "And in Japan?", kind: knowledge.Refuse, never: "26.5"},
		{docs: "guides", q: "tell me more", kind: knowledge.Clarify},
		{docs: "guides", q: "why?", kind: knowledge.Clarify},
		{docs: "guides", earlier: []string{"hello"}, q: "tell me more", kind: knowledge.Clarify},
		{docs: "harbour", earlier: []string{"What is a lighthouse keeper?", "What do they earn?"}, q: "How do I become one?", kind: knowledge.Answered, says: "eyesight", never: "mariner"},
		{docs: "harbour", earlier: []string{"What is a harbour pilot?"}, q: "and the duties?", kind: knowledge.Answered, says: "Boarding", never: "lamp"},
		{docs: "harbour", earlier: []string{"What does a lighthouse keeper earn?"}, q: "And what does a pilot earn?", kind: knowledge.Answered, says: "72,500", never: "31,400"},
		{docs: "harbour", earlier: []string{"pilot salary"}, q: "What about Norway?", kind: knowledge.Refuse, never: "72,500"},
	} {
		a := open(t, c.docs).ask(t, c.q, c.earlier...)
		text := a.Text()
		if a.Kind != c.kind || !strings.Contains(text, c.says) {
			t.Errorf("%q after %q: %s, want %s that says %q:\n%s", c.q, c.earlier, a.Kind, c.kind, c.says, text)
		}
		if c.never != "" && strings.Contains(text, c.never) {
			t.Errorf("%q after %q says %q:\n%s", c.q, c.earlier, c.never, text)
		}
	}
}

// TestQuestionsThatStandAlone are the same whatever the thread was about.
func TestQuestionsThatStandAlone(t *testing.T) {
	threads := [][]string{
		{"What does a TPM earn in India?"},
		{"TPM vs PM?", "And networking?"},
		{"hello", "thanks"},
		{"what is the capital of France?"},
		{"", strings.Repeat("and ", 5_000)},
	}
	lib := open(t, "guides")
	for _, q := range []string{"What does a TPM do?", "Where do technical product managers work?", "TPM vs PM?", "How do I become a technical product manager?",
		"What does a TPM earn in Canada?", "hello", "what does a nurse earn?"} {
		alone := lib.ask(t, q)
		for _, thread := range threads {
			if diff := cmp.Diff(alone, lib.ask(t, q, thread...)); diff != "" {
				t.Errorf("%q is bent by %.60q: %s", q, thread, diff)
			}
		}
	}
}
