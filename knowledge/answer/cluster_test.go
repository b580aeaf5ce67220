package answer_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
)

// asClustered shows the questions of groups, the latest first, behind the one that
// stands for them.
func asClustered(questions []string, groups []knowledge.Group) [][]string {
	var out [][]string
	for _, g := range groups {
		one := []string{g.Question + " ="}
		for _, i := range slices.Backward(g.Members) {
			one = append(one, questions[i])
		}
		out = append(out, one)
	}
	return out
}

func TestCluster(t *testing.T) {
	lib := open(t, "guides")
	questions := []string{
		"how much do TPMs travel?",
		"Does a TPM need a visa?",
		"do tpms travel a lot",
		"tell me more",
		"what does a TPM earn in Peru?",
		"Travel for TPM??",
		"salary of a TPM in Chile",
		"TPM pay in Peru",
		"日本語で答えて",
		"???",
		"how much travle is there?",
		"which visa do I need as a TPM",
		"does a PM travel?",
	}
	got := asClustered(questions, lib.engine.Cluster(questions))
	want := [][]string{
		{"how much do TPMs travel? =", "how much travle is there?", "Travel for TPM??", "do tpms travel a lot", "how much do TPMs travel?"},
		{"Does a TPM need a visa? =", "which visa do I need as a TPM", "Does a TPM need a visa?"},
		{"what does a TPM earn in Peru? =", "TPM pay in Peru", "what does a TPM earn in Peru?"},
		{"does a PM travel? =", "does a PM travel?"},
		{"??? =", "???"},
		{"日本語で答えて =", "日本語で答えて"},
		{"salary of a TPM in Chile =", "salary of a TPM in Chile"},
		{"tell me more =", "tell me more"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestClusterNear holds pairs of questions that lie near to each other.
func TestClusterNear(t *testing.T) {
	lib := open(t, "guides")
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Is there parental leave for a TPM?", "parental leave for TPMs in your company?", true},
		{"how many vacation days does a TPM get?", "how many days of holiday do TPMs get", true},
		{"What does a TPM earn?", "What does a TPM earn for travel?", false},
		{"Which visa does a TPM need for Peru?", "Which visa does a TPM need for Chile?", false},
		{"TPM vs scrum master?", "what does a scrum master do?", false},
		{"travel, football, pets and lunch of a TPM", "travel, pensions, tattoos and unions of a TPM", false},
		{"what does a nurse earn?", "what does a plumber earn?", false},
	} {
		if got := len(lib.engine.Cluster([]string{c.a, c.b})) == 1; got != c.same {
			t.Errorf("%q and %q are the same: %v", c.a, c.b, got)
		}
	}
}

// TestClusterStays holds that a new question leaves the older ones where they are.
func TestClusterStays(t *testing.T) {
	lib := open(t, "guides")
	questions := manyQuestions(200)
	together := func(n int) map[int]int { // question -> the first of its group
		first := map[int]int{}
		for _, g := range lib.engine.Cluster(questions[:n]) {
			for _, i := range g.Members {
				first[i] = g.Members[0]
			}
		}
		return first
	}
	before, after := together(150), together(200)
	for i := range before {
		if before[i] != after[i] {
			t.Errorf("%q was with %q and is with %q", questions[i], questions[before[i]], questions[after[i]])
		}
	}
	if len(before) != 150 || len(after) != 200 {
		t.Errorf("%d and %d questions are in groups", len(before), len(after))
	}
	if lib.engine.Cluster(nil) != nil {
		t.Error("groups of nothing")
	}
}

// manyQuestions are n that ask for twenty things in several wordings.
func manyQuestions(n int) []string {
	things := []string{
		"travel", "visas", "parking", "pensions", "uniforms", "parental leave", "sabbaticals", "night shifts", "relocation", "tattoos",
		"astrology", "football", "unions", "insurance", "holidays", "dress codes", "overtime", "commuting", "pets", "lunch",
	}
	forms := []string{"How much %s does a TPM get?", "%s for tpms", "what about %s as a TPM", "Does the TPM role come with %s?", "tpm %s??"}
	var qs []string
	for i := range n {
		qs = append(qs, fmt.Sprintf(forms[i%len(forms)], things[(i/len(forms)+i*i)%len(things)]))
	}
	return qs
}

// BenchmarkCluster clusters 1,000 questions of different wordings.
func BenchmarkCluster(b *testing.B) {
	lib := open(b, "guides")
	questions := manyQuestions(1000)
	for i := range questions {
		questions[i] += fmt.Sprintf(" (case %c%c%c)", 'a'+i%26, 'a'+i/26%26, 'a'+i/676)
	}
	for b.Loop() {
		if len(lib.engine.Cluster(questions)) < 20 {
			b.Fatal("too few groups")
		}
	}
}
