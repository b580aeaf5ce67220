package answer_test

import "testing"

// TestAsks tells what asks something from what people just say in a thread.
func TestAsks(t *testing.T) {
	lib := open(t, "guides")
	for _, c := range []struct {
		text string
		asks bool
	}{
		{"How do I become a TPM?", true},
		{"how do i become a tpm", true},
		{"ok so what does a senior one earn", true},
		{"salary in India", true},
		{"and for a mid-level TPM", true},
		{"what about Canada", true},
		{"what else", true},
		{"why", true},
		{"does it need an mba", true},
		{"are certificates needed", true},
		{"can engineers switch to it", true},
		{"do they code much", true},
		{"explain the difference to a PM", true},
		{"tell me about the interview", true},
		{"I'd like to know what they earn", true},
		{"I was wondering about the salary", true},
		{"any tips for the interview", true},
		{"soft skills", true},
		{"I applied yesterday. What should I prepare for the interview?", true},
		{"from which level do they lead others", true},
		{"TPM or PM, who earns more", true},
		{"ok and hardware", true},
		{"my boss says I should move on, so what skills do I need", true},
		{"Is Jira any good for baking (really?)", true},
		{"What's the capital of Australia?", true}, // refused, and asked all the same
		{"which is better, PM or TPM", true},

		{"ok see you tomorrow", false},
		{"I applied yesterday, wish me luck", false},
		{"thanks all", false},
		{"good luck with the interview", false},
		{"the interview went well", false},
		{"my interview is on Monday", false},
		{"I got the offer, the salary is great", false},
		{"when I was a TPM we did that by hand", false},
		{"how I did it was to ask around", false},
		{"what a great answer", false},
		{"will do", false},
		{"have a nice day everyone", false},
		{"do not worry about it", false},
		{"was great meeting you in Lisbon", false},
		{"that matches what my manager said about skills", false},
		{"I talked to her, which is what you said", false},
		{"and lunch", false},
		{"the TPM told the engineers, who have to decide", false},
		{"let me know how it goes", false},
		{"nice salary!", false},
		{"interview tomorrow", false},
		{"see https://example.org/list?page=2 for the slides", false},
		{"I think the TPM role is mostly about communication", false},
		{"we could have lunch on Friday", false},
	} {
		a := lib.ask(t, c.text, "How do I become a TPM?")
		if got := a.Why != nil && a.Why.Asks; got != c.asks {
			t.Errorf("%q asks: %v (answered by %s)", c.text, got, a.Kind)
		}
	}
}
