package answer_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
)

// gapsOf are gaps with questions, asked a minute apart.
func gapsOf(questions ...string) []knowledge.Gap {
	var out []knowledge.Gap
	start := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	for i, q := range questions {
		out = append(out, knowledge.Gap{Turn: fmt.Sprintf("t%04d", i), Question: q, Asker: fmt.Sprint("U", i%7), At: start.Add(time.Duration(i) * time.Minute)})
	}
	return out
}

// asClustered shows the questions of clusters, the representative first.
func asClustered(cs []knowledge.Cluster) [][]string {
	var out [][]string
	for _, c := range cs {
		one := []string{c.Question + " ="}
		for _, g := range c.Gaps {
			one = append(one, g.Question)
		}
		out = append(out, one)
	}
	return out
}

func TestCluster(t *testing.T) {
	lib := open(t, "guides")
	got := asClustered(lib.engine.Cluster(gapsOf(
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
	)))
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
		if got := len(lib.engine.Cluster(gapsOf(c.a, c.b))) == 1; got != c.same {
			t.Errorf("%q and %q are the same: %v", c.a, c.b, got)
		}
	}
}

// TestClusterInAnyOrder holds that the order of the gaps does not matter, and that
// a new one leaves the old where they are.
func TestClusterInAnyOrder(t *testing.T) {
	lib := open(t, "guides")
	gaps := manyGaps(200)
	want := asClustered(lib.engine.Cluster(gaps))
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(gaps), func(i, j int) { gaps[i], gaps[j] = gaps[j], gaps[i] })
	if diff := cmp.Diff(want, asClustered(lib.engine.Cluster(gaps))); diff != "" {
		t.Error(diff)
	}
	if lib.engine.Cluster(nil) != nil {
		t.Error("clusters of nothing")
	}
}

// manyGaps are n gaps that ask for forty things in several wordings.
func manyGaps(n int) []knowledge.Gap {
	things := []string{
		"travel", "visas", "parking", "pensions", "uniforms", "parental leave", "sabbaticals", "night shifts", "relocation", "tattoos",
		"astrology", "football", "unions", "insurance", "holidays", "dress codes", "overtime", "commuting", "pets", "lunch",
	}
	forms := []string{"How much %s does a TPM get?", "%s for tpms", "what about %s as a TPM", "Does the TPM role come with %s?", "tpm %s??"}
	var qs []string
	for i := range n {
		qs = append(qs, fmt.Sprintf(forms[i%len(forms)], things[(i/len(forms)+i*i)%len(things)]))
	}
	return gapsOf(qs...)
}

// BenchmarkCluster clusters 1,000 gaps of different wordings.
func BenchmarkCluster(b *testing.B) {
	lib := open(b, "guides")
	gaps := manyGaps(1000)
	for i := range gaps {
		gaps[i].Question += fmt.Sprintf(" (case %c%c%c)", 'a'+i%26, 'a'+i/26%26, 'a'+i/676)
	}
	for b.Loop() {
		if len(lib.engine.Cluster(gaps)) < 20 {
			b.Fatal("too few clusters")
		}
	}
}
