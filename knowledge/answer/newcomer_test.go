package answer_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/guides"
	"careeradvisor/knowledge/load"
)

// TestWhatAnnoysANewcomer asks the built-in guides what first users have tried: off-topic questions
// that share a word with a guide, remarks around a question, several questions at once, roles that
// nobody wrote about, other languages, feelings, and follow-ups that only ask for a shorter answer.
func TestWhatAnnoysANewcomer(t *testing.T) {
	files, left := load.Read(guides.FS, "guides/")
	if len(left) > 0 {
		t.Fatal(left)
	}
	engine := engineOn(t, wholeEncoder(t), files)
	const become = "1. Build technical expertise"
	for _, c := range []struct {
		asked   string
		earlier []string
		kind    knowledge.AnswerKind // Answered where empty
		has     []string
		not     []string
	}{
		{asked: "who won the world cup", kind: knowledge.Refuse},
		{asked: "where can I park my bike", kind: knowledge.Refuse},
		{asked: "do they serve free lunch here?", kind: knowledge.Refuse},
		{asked: "hey, what exactly is a TPM? keep seeing it in job ads", has: []string{"technical product manager"}},
		{asked: "what do tpms earn these days?", has: []string{"26.5 lakh"}, not: []string{"list of sources"}},
		{asked: "How do I get a job as a TPM?", has: []string{become}},
		{asked: "how to land a TPM role", has: []string{become}},
		{asked: "What does a TPM earn and how do I become one?", has: []string{"26.5 lakh", "Build technical expertise"}},
		{asked: "difference between product manager and project manager", kind: knowledge.Refuse, has: []string{"project manager"}},
		{asked: "TPM or scrum master?", kind: knowledge.Refuse, has: []string{"scrum master"}},
		{asked: "TPM vs PM vs engineering manager", has: []string{"Collaboration", "aren't about the role “engineering manager”"}},
		{asked: "hardware PM vs IoT PM", has: []string{"gadgets", "connected devices"}},
		{asked: "IoT or hardware PM, where's the line?", has: []string{"gadgets", "connected devices"}},
		{asked: "what's the pay in Norway?", kind: knowledge.Refuse, has: []string{"never mention “Norway”"}},
		{asked: "can I reapply after a rejection?", kind: knowledge.Refuse},
		{asked: "do I need an MBA", kind: knowledge.Refuse, has: []string{"never mention “MBA”"}},
		{asked: "shorter please", earlier: []string{"what is a TPM?"}, has: []string{"TPM"}, not: []string{"\n"}},
		{asked: "I got laid off today and feel awful", kind: knowledge.Help, has: []string{"I'm sorry"}},
		{asked: "this is useless", kind: knowledge.Help, has: []string{"I'm sorry"}},
		{asked: "Was macht ein TPM?", kind: knowledge.Refuse, has: []string{"only read English"}},
	} {
		t.Run(c.asked, func(t *testing.T) {
			a, err := engine.Answer(t.Context(), knowledge.Question{Text: c.asked, Earlier: c.earlier})
			if err != nil {
				t.Fatal(err)
			}
			want := c.kind
			if want == "" {
				want = knowledge.Answered
			}
			if a.Kind != want {
				t.Fatalf("%s at %.2f instead of %s:\n%s", a.Kind, a.Confidence, want, a.Text())
			}
			for _, s := range c.has {
				if !strings.Contains(a.Text(), s) {
					t.Errorf("lacks %q:\n%s", s, a.Text())
				}
			}
			for _, s := range c.not {
				if strings.Contains(a.Text(), s) {
					t.Errorf("says %q:\n%s", s, a.Text())
				}
			}
			if strings.Contains(a.Lead, "The closest I have") && len(a.Suggestions) == 0 {
				t.Error("offers the nearest and names none")
			}
		})
	}
}
