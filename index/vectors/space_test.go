package vectors

import (
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"careeradvisor/knowledge"

	"github.com/google/go-cmp/cmp"
)

func TestWhatHasAVector(t *testing.T) {
	for name, c := range map[string]struct {
		passage knowledge.Passage
		want    []string
	}{
		"one sentence":  {knowledge.Passage{Text: "It is 31,000 crowns."}, []string{"It is 31,000 crowns."}},
		"two sentences": {knowledge.Passage{Text: "It is low. Ask Ann."}, []string{"It is low. Ask Ann.", "It is low.", "Ask Ann."}},
		"below a heading": {
			knowledge.Passage{Section: []string{"Keeper", "Pay"}, Text: "It is low."}, []string{"Pay\nIt is low."},
		},
		"each below it": {
			knowledge.Passage{Section: []string{"Pay"}, Text: "Low. Ask."}, []string{"Pay\nLow. Ask.", "Pay\nLow.", "Pay\nAsk."},
		},
		"a row":   {knowledge.Passage{Kind: knowledge.Row, Text: "Junior | 1"}, []string{"Junior | 1"}},
		"code":    {knowledge.Passage{Kind: knowledge.Code, Text: "go build ./..."}, nil},
		"nothing": {knowledge.Passage{Text: " \t"}, nil},
		"characters of several bytes": {
			knowledge.Passage{Text: "Größe zählt. “Ärger” auch… Ja! "}, []string{"Größe zählt. “Ärger” auch… Ja! ", "Größe zählt.", "“Ärger” auch… Ja! "},
		},
	} {
		texts := textsOf([]*knowledge.Passage{{Text: "Another."}, &c.passage}, nil)
		var got []string
		for n := range texts.keys[1:] {
			got = append(got, texts.read(n+1))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestMakeAndFind(t *testing.T) {
	for _, path := range []string{"", filepath.Join(t.TempDir(), "vectors")} {
		m, s := newStub(), New(numbered(0, 100), nil, path)
		if hits, err := nearestOf(s, vectorOf("x"), 3); hits != nil || err != nil {
			t.Errorf("before vectors are there: %v, %v", hits, err)
		}
		var done []int
		err := s.Make(t.Context(), m, func(n, total int) {
			done = append(done, n)
			if total != 300 {
				t.Errorf("%d texts in all, want 300", total)
			}
		})
		if err != nil || m.calls() != 300 || done[len(done)-1] != 300 || !slices.IsSorted(done) {
			t.Errorf("%v; %d encoded; progress %v", err, m.calls(), done)
		}
		wantAll(t, s)
		fill(t, s, m)
		if m.calls() != 300 {
			t.Error("what is complete was made again")
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if hits, err := nearestOf(s, vectorOf("x"), 3); hits != nil || err != nil {
			t.Errorf("after it was closed: %v, %v", hits, err)
		}
	}
}

// A passage is as near as the nearest of itself and its sentences, and is returned once, even if a
// single passage has the nearest hundred.
func TestAPassageComesOnce(t *testing.T) {
	s := New(passagesOf(strings.Repeat("It is so. ", 200)+"End.", "Not at all.", "It is so."), nil, "")
	fill(t, s, newStub())
	hits, err := nearestOf(s, vectorOf("Pay\nIt is so."), 3)
	if err != nil || len(hits) != 3 {
		t.Fatal(hits, err)
	}
	for i, n := range []int{0, 2, 1} {
		if hits[i].Passage.Text != s.passages[n].Text {
			t.Errorf("hit %d is %+v, want passage %d", i, hits[i], n)
		}
	}
	if hits[0].Text != "It is so." {
		t.Errorf("%q is nearest", hits[0].Text)
	}
	for _, h := range hits[:2] {
		if math.Abs(h.Cosine-1) > 0.01 {
			t.Errorf("%+v has to be the text itself", h)
		}
	}
	if all, _ := nearestOf(s, vectorOf("Pay\nIt is so."), 50); len(all) != 3 {
		t.Errorf("of three passages %d are found", len(all))
	}
}

// TestPassagesAndAsks: asks are compared as asks, and passages both as a whole and by the nearest
// of themselves and their sentences.
func TestPassagesAndAsks(t *testing.T) {
	m := newStub()
	passages := append(passagesOf("It is so. And so on."), &knowledge.Passage{Text: "Not at all."}, &knowledge.Passage{Kind: knowledge.Code, Text: "go build"})
	s := New(passages, []string{"Is it so?", "Not at all."}, filepath.Join(t.TempDir(), "vectors"))
	fill(t, s, m)
	wantAll(t, s)
	if m.calls() != 6 || m.made["query: Is it so?"] != 1 || m.made["query: Not at all."] != 1 {
		t.Errorf("encoded %v", m.made)
	}
	likeness, asks, err := s.Compare(vectorOf("Pay\nAnd so on."))
	if err != nil || len(likeness) != 3 || len(asks) != 2 {
		t.Fatal(likeness, asks, err)
	}
	if l := likeness[0]; l.Best < 0.99 || l.Whole > 0.9 || l.Start != 10 || l.End != 20 {
		t.Errorf("its second sentence is nearest, not the whole: %+v", l)
	}
	if l := likeness[1]; l.Best != l.Whole || l.End != 11 {
		t.Errorf("it is one sentence: %+v", l)
	}
	if l := likeness[2]; l != (knowledge.Likeness{}) {
		t.Errorf("code has no vector: %+v", l)
	}

	m = newStub()
	more := New(passages, []string{"Not at all.", "Why?", "Is it so?"}, "") // one is new, and they are in another order
	set := s.Hold()
	defer set.Close()
	if err := more.Load(MadeBy(m), []*Set{set}); err != nil {
		t.Fatal(err)
	}
	fill(t, more, m)
	wantAll(t, more)
	if m.calls() != 1 {
		t.Errorf("encoded %v, want the new ask alone", m.made)
	}
}

// A text that has a vector already, there or in another set, is not encoded again.
func TestVectorsAreUsedAgain(t *testing.T) {
	dir := t.TempDir()
	before := New(numbered(0, 50), nil, filepath.Join(dir, "before"))
	fill(t, before, newStub())

	m := newStub()
	after := New(numbered(10, 50), nil, filepath.Join(dir, "after"))
	if err := after.Load(MadeBy(m), nil, filepath.Join(dir, "missing"), filepath.Join(dir, "before")); err != nil {
		t.Fatal(err)
	}
	if have, wanted := after.Count(); have != 120 || wanted != 150 {
		t.Errorf("%d of %d texts have a vector, want 120 of 150", have, wanted)
	}
	reopened := New(numbered(10, 50), nil, filepath.Join(dir, "after")) // it is kept
	if err := reopened.Load(MadeBy(m), nil); err != nil {
		t.Fatal(err)
	}
	fill(t, reopened, m)
	if m.calls() != 30 {
		t.Errorf("%d texts were encoded, want the 30 that are new", m.calls())
	}
	wantAll(t, reopened)

	m = newStub()
	set := reopened.Hold()
	defer set.Close()
	memory := New(append(numbered(20, 20), numbered(25, 5)...), nil, "") // in another order, and twice
	if err := memory.Load(MadeBy(m), []*Set{nil, set}); err != nil {
		t.Fatal(err)
	}
	fill(t, memory, m)
	if m.calls() != 0 {
		t.Errorf("%d texts were encoded again", m.calls())
	}
	if have, wanted := memory.Count(); have != 75 || wanted != 75 {
		t.Errorf("%d of %d", have, wanted)
	}
}

func TestVectorsOfOthersAreMadeAnew(t *testing.T) {
	for name, c := range map[string]struct {
		other *stub
		again bool
	}{
		"the same":       {&stub{kernel: "stub", weights: "ab"}, false},
		"another kernel": {&stub{kernel: "fast", weights: "ab"}, true},
		"other weights":  {&stub{kernel: "stub", weights: "cd"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "vectors")
			fill(t, New(numbered(0, 5), nil, path), newStub())
			s := New(numbered(0, 5), nil, path)
			err := s.Load(MadeBy(c.other), nil)
			if (err != nil) != c.again {
				t.Errorf("it says %v", err)
			}
			if have, _ := s.Count(); (have == 0) != c.again {
				t.Errorf("%d vectors are used", have)
			}
			if err := s.Make(t.Context(), c.other, nil); (err != nil) != c.again {
				t.Errorf("it says %v", err)
			}
			if n := c.other.calls(); (n == 15) != c.again {
				t.Errorf("%d texts were encoded", n)
			}
			wantAll(t, s)
			fill(t, New(numbered(0, 5), nil, path), c.other) // without an error: it is kept
		})
	}
}

// Vectors that belong to no kernel in particular go with those of any kernel.
func TestVectorsOfAnyKernel(t *testing.T) {
	any := New(numbered(0, 5), nil, "")
	fill(t, any, &stub{kernel: "", weights: "ab"})
	set, m := any.Hold(), newStub()
	defer set.Close()
	s := New(numbered(0, 6), nil, "")
	if err := s.Load(MadeBy(m), []*Set{set}); err != nil {
		t.Fatal(err)
	}
	fill(t, s, m)
	if m.calls() != 3 {
		t.Errorf("%d texts were encoded, want 3", m.calls())
	}
}

// Whatever was made before it was stopped is kept, and it carries on from there.
func TestStopped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vectors")
	ctx, stop := context.WithCancel(t.Context())
	m, s := newStub(), New(numbered(0, 100), nil, path)
	err := s.Make(ctx, m, func(done, _ int) {
		if done >= 64 {
			stop()
		}
	})
	made := m.calls()
	if !errors.Is(err, context.Canceled) || made < 64 || made >= 300 {
		t.Fatalf("%v after %d texts", err, made)
	}
	if have, wanted := s.Count(); have != made || wanted != 300 {
		t.Errorf("%d of %d have a vector after %d were encoded", have, wanted, made)
	}
	again := New(numbered(0, 100), nil, path)
	fill(t, again, m)
	if m.calls() != 300 {
		t.Errorf("%d texts were encoded for 300", m.calls())
	}
	wantAll(t, again)
	if err := again.Make(ctx, m, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("with a context that has ended: %v", err)
	}
}

// A maker that fails ends only its own work, and leaves what is there.
func TestAPanicIsAnError(t *testing.T) {
	s := New(numbered(0, 10), nil, "")
	fill(t, s, newStub())
	more := New(numbered(0, 20), nil, "")
	set := s.Hold()
	defer set.Close()
	if err := more.Load(MadeBy(newStub()), []*Set{set}); err != nil {
		t.Fatal(err)
	}
	m := newStub()
	m.before = func([]string) { panic("out of luck") }
	if err := more.Make(t.Context(), m, nil); err == nil || !strings.Contains(err.Error(), "out of luck") {
		t.Errorf("it says %v", err)
	}
	if have, _ := more.Count(); have != 30 {
		t.Errorf("%d vectors are left of 30", have)
	}
}

// Several spaces that want the same file, as processes do, share the work.
func TestSpacesTakeTurns(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vectors")
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), ".new-123"), []byte("left by one that was killed"), 0o600); err != nil {
		t.Fatal(err)
	}
	m := newStub()
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			s := New(numbered(0, 100), nil, path)
			if err := s.Make(t.Context(), m, nil); err != nil {
				t.Error(err)
			}
			if have, wanted := s.Count(); have != 300 || wanted != 300 {
				t.Errorf("%d of %d", have, wanted)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if m.calls() != 300 {
		t.Errorf("%d texts were encoded for 300", m.calls())
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".new-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// Searches continue while vectors arrive, and while the space is being closed.
func TestSearchesWhileVectorsCome(t *testing.T) {
	s := New(numbered(0, 300), nil, filepath.Join(t.TempDir(), "vectors"))
	ctx, stop := context.WithCancel(t.Context())
	var searching sync.WaitGroup
	for range 2 {
		searching.Go(func() {
			for ctx.Err() == nil {
				if _, _, err := s.Compare(vectorOf("x")); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for n := range 5 { // stopped after each batch or so, so that sets are exchanged often
		making, enough := context.WithCancel(t.Context())
		err := s.Make(making, newStub(), func(done, _ int) {
			if done >= 100*(n+1) {
				enough()
			}
		})
		enough()
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	}
	fill(t, s, newStub())
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	stop()
	searching.Wait()
}

// If nothing can be kept, vectors are in memory, and the error says so.
func TestNowhereToKeepThem(t *testing.T) {
	m, s := newStub(), New(numbered(0, 10), nil, filepath.Join(t.TempDir(), "gone", "vectors"))
	if err := s.Make(t.Context(), m, nil); err == nil || !strings.Contains(err.Error(), "held in memory") {
		t.Errorf("it says %v", err)
	}
	wantAll(t, s)
}
