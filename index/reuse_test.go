package index

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"careeradvisor/knowledge"

	"github.com/google/go-cmp/cmp"
)

// summed gives documents their sums, as the loader does.
func summed(docs []knowledge.Document) []knowledge.Document {
	for i := range docs {
		docs[i].Sum = fmt.Sprint(docs[i].ID, docs[i].Title, len(docs[i].Passages()))
	}
	return docs
}

// buildOn builds on an older generation, or on none.
func buildOn(t *testing.T, dir string, docs []knowledge.Document, old *Index) *Index {
	t.Helper()
	x, err := Build(t.Context(), dir, docs, fmt.Sprint(len(docs)), Options{Old: old})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = x.Close() })
	return x
}

// TestBuildsOnOlderOnesFindTheSame: whatever was edited, added, deleted or moved, hits and scores
// are those of an index built from scratch.
func TestBuildsOnOlderOnesFindTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	dir := t.TempDir()
	docs := summed(synthetic(300))
	spare := summed(synthetic(600))[15:]
	for i := range spare {
		spare[i].Sum += " spare"
	}
	spare[0].Language = "de" // once it is in, there is a field that the older ones do not have
	x := buildOn(t, dir, docs, nil)
	for round := range 5 {
		docs = append([]knowledge.Document{}, docs...)
		for range 1 + random.IntN(3) {
			at := random.IntN(len(docs))
			switch random.IntN(3) {
			case 0: // gone
				docs = append(docs[:at:at], docs[at+1:]...)
			case 1: // edited
				d := spare[random.IntN(len(spare))]
				d.ID, d.Sum = docs[at].ID, fmt.Sprint("edited in round ", round, at)
				docs[at] = d
			case 2: // moved
				other := random.IntN(len(docs))
				docs[at], docs[other] = docs[other], docs[at]
			}
		}
		if len(spare) > 0 && round%2 == 0 { // added
			docs, spare = append(docs, spare[0]), spare[1:]
		}
		fresh := buildOn(t, t.TempDir(), docs, nil)
		x = buildOn(t, dir, docs, x)
		if diff := cmp.Diff(fresh.lengths, x.lengths); diff != "" {
			t.Fatalf("round %d: lengths (-scratch +older):\n%s", round, diff)
		}
		reopened, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range syntheticQueries()[:15] {
			q := knowledge.Query{Text: text, Limit: 40}
			want, err1 := fresh.Search(t.Context(), q)
			got, err2 := x.Search(t.Context(), q)
			again, err3 := reopened.Search(t.Context(), q)
			if diff := cmp.Diff(want, got); err1 != nil || err2 != nil || diff != "" {
				t.Fatalf("round %d, %q: %v, %v (-scratch +older):\n%s", round, text, err1, err2, diff)
			}
			if diff := cmp.Diff(want, again); err3 != nil || diff != "" {
				t.Fatalf("round %d, %q: %v (-scratch +opened):\n%s", round, text, err3, diff)
			}
		}
		if err := reopened.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestOnlyWhatChangedIsIndexed, unless that is most of it, or the older generation has been damaged
// in the meantime.
func TestOnlyWhatChangedIsIndexed(t *testing.T) {
	dir := t.TempDir()
	docs := summed(synthetic(400)) // 20 documents of 20 passages
	x := buildOn(t, dir, docs, nil)
	edit := func(n int) []knowledge.Document {
		changed := append([]knowledge.Document{}, docs...)
		for i := range n {
			changed[i].Sum = fmt.Sprint("changed ", i)
		}
		return changed
	}
	count := func(docs []knowledge.Document, old *Index) (n int) {
		b := builder{dir: dir, docs: docs, old: old}
		kept, _ := b.compare()
		for i := range docs {
			if _, ok := kept[i]; !ok {
				n += countPassages(docs[i : i+1])
			}
		}
		return n
	}
	for changed, want := range map[int]int{0: 0, 1: 20, 10: 200, 11: 400, 20: 400} {
		if n := count(edit(changed), x); n != want {
			t.Errorf("of %d documents that changed %d passages are indexed, want %d", changed, n, want)
		}
	}
	if n := count(docs, nil); n != 400 {
		t.Errorf("%d are indexed without an older generation", n)
	}
	segments, _ := filepath.Glob(filepath.Join(dir, x.name, storeFolder, "store", "*.zap"))
	if len(segments) != 1 {
		t.Fatalf("segments %v", segments)
	}
	info, err := os.Stat(segments[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(segments[0]+".new", make([]byte, info.Size()), 0o600); err != nil { // the open one keeps its file
		t.Fatal(err)
	}
	if err := os.Rename(segments[0]+".new", segments[0]); err != nil {
		t.Fatal(err)
	}
	y := buildOn(t, dir, edit(1), x)
	if hits, err := y.Search(t.Context(), knowledge.Query{Text: syntheticQueries()[0]}); err != nil || len(hits) == 0 {
		t.Errorf("built on a damaged one it finds %d, %v", len(hits), err)
	}
}
