package memory_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// TestClusters: the order in which gaps are given does not matter; questions go out oldest first,
// and gaps come back latest first.
func TestClusters(t *testing.T) {
	noon := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	park := memory.Gap{Turn: "a", Question: "Where can I park?", Asker: "U1", At: noon}
	parking := memory.Gap{Turn: "b", Question: "parking??", Asker: "U2", At: noon} // if two have the same time, the turn decides
	again := memory.Gap{Turn: "c", Question: "and parking?", Asker: "U1", At: noon.Add(time.Hour)}
	lunch := memory.Gap{Turn: "d", Question: "Is there lunch?", Asker: "U3", At: noon.Add(time.Minute)}
	group := func(questions []string) []knowledge.Group {
		want := []string{"Where can I park?", "parking??", "Is there lunch?", "and parking?"}
		if diff := cmp.Diff(want, questions); diff != "" {
			t.Error(diff)
		}
		return []knowledge.Group{{Question: "Where can I park?", Members: []int{0, 1, 3}}, {Question: "Is there lunch?", Members: []int{2}}}
	}
	want := []memory.Cluster{
		{Question: "Where can I park?", Gaps: []memory.Gap{again, parking, park}},
		{Question: "Is there lunch?", Gaps: []memory.Gap{lunch}},
	}
	for _, gaps := range [][]memory.Gap{{park, parking, lunch, again}, {again, lunch, parking, park}} {
		got := memory.Clusters(gaps, group)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{"U1", "U2"}, got[0].Askers()); diff != "" {
			t.Error(diff)
		}
	}
}
