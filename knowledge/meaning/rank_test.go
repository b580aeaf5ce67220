package meaning

import "testing"

func TestRank(t *testing.T) {
	table := mustLoad(t)
	for _, word := range []string{"the", "The", "a", "I", "manager", "salary", "product", "café"} {
		if rank, ok := table.Rank(word); !ok || rank < 1 {
			t.Errorf("Rank(%q) = %d, %v, want a rank", word, rank, ok)
		}
	}
	for _, word := range []string{"", " ", "tpm", "kanban", "sallary", "b", "7", "2019", "?", "##ing", "ing ing", "product manager", "[UNK]"} {
		if rank, ok := table.Rank(word); ok || rank != 0 {
			t.Errorf("Rank(%q) = %d, %v, want none", word, rank, ok)
		}
	}
	order := []string{"the", "and", "work", "career", "salary"}
	last := 0
	for _, word := range order {
		rank, _ := table.Rank(word)
		if rank <= last {
			t.Errorf("Rank(%q) = %d, not rarer than the word before it in %v", word, rank, order)
		}
		last = rank
	}
}
