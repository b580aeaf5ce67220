package meaning

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"sync"
	"testing"
)

func mustLoad(t testing.TB) *Table {
	t.Helper()
	table, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func equal(v, w Vector) bool { return slices.Equal(v, w) }

// golden is what the Python side found: distill/distill.py writes it with the table.
type golden struct {
	Pieces []struct {
		Text   string
		Pieces []string
	}
	Cosines []struct {
		A, B string
		Cos  float64
	}
}

func readGolden(t *testing.T) (g golden) {
	t.Helper()
	data, err := os.ReadFile("testdata/golden.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &g); err != nil {
		t.Fatal(err)
	}
	if len(g.Pieces) == 0 || len(g.Cosines) == 0 {
		t.Fatal("testdata/golden.json has no pieces or no cosines")
	}
	return g
}

func TestPiecesAsTheTokenizer(t *testing.T) {
	table := mustLoad(t)
	names := make([]string, len(table.rows))
	for piece, row := range table.rows {
		names[row] = piece
	}
	for _, c := range readGolden(t).Pieces {
		var got []string
		for word := range words(c.Text) {
			table.pieces(word, func(row int) { got = append(got, names[row]) })
		}
		if !slices.Equal(got, c.Pieces) {
			t.Errorf("pieces of %q:\n got %q\nwant %q", c.Text, got, c.Pieces)
		}
	}
}

func TestCosinesAsInPython(t *testing.T) {
	table := mustLoad(t)
	for _, c := range readGolden(t).Cosines {
		if got := table.Sentence(c.A).Dot(table.Sentence(c.B)); math.Abs(float64(got)-c.Cos) > 1e-4 {
			t.Errorf("cosine of %q and %q = %.5f, want %.5f", c.A, c.B, got, c.Cos)
		}
	}
}

// TestOtherWords holds what the package is for: of two texts, the one that says
// the same in other words is nearer.
func TestOtherWords(t *testing.T) {
	table := mustLoad(t)
	for _, c := range []struct{ asked, near, far string }{
		{"how big is the paycheck", "average yearly salary", "tasks of a normal day"},
		{"pecking order", "hierarchy and levels of seniority", "certificates and courses"},
		{"rubbing shoulders with designers", "collaborates with the design team", "average yearly salary"},
		{"can I do it from my sofa", "working remotely from home", "skills and qualifications"},
		{"smart fridges n wearables", "connected devices of the Internet of Things", "cloud infrastructure"},
		{"how do I get my foot in the door", "how to get hired for a first job", "market research"},
		{"shy or outgoing people", "personality that suits the role", "release planning"},
		{"which degree should I study", "education and university background", "meetings and email"},
	} {
		asked := table.Sentence(c.asked)
		near, far := asked.Dot(table.Sentence(c.near)), asked.Dot(table.Sentence(c.far))
		if near <= far {
			t.Errorf("%q: %.3f to %q, not nearer than %.3f to %q", c.asked, near, c.near, far, c.far)
		}
	}
}

func TestSentence(t *testing.T) {
	table := mustLoad(t)
	for _, text := range []string{"", "   ", "\x00", "產品"} {
		if v := table.Sentence(text); v != nil {
			t.Errorf("%q has a vector, want none", text)
		}
	}
	v := table.Sentence("technical product manager")
	if n := v.Dot(v); math.Abs(float64(n)-1) > 1e-5 {
		t.Errorf("squared length = %v, want 1", n)
	}
	if w := table.Sentence("  Technical PRODUCT\tmanager\n"); !equal(v, w) {
		t.Error("case and spaces change the vector")
	}
	if v.Dot(table.Sentence("")) != 0 {
		t.Error("a text has something in common with none")
	}
}

func TestTogether(t *testing.T) {
	want := mustLoad(t).Sentence("Which one is more strategic?")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			table, err := Load()
			if err != nil || !equal(table.Sentence("Which one is more strategic?"), want) {
				t.Error("another goroutine finds another vector, or none:", err)
			}
		})
	}
	all.Wait()
}

func BenchmarkSentence(b *testing.B) {
	table := mustLoad(b)
	b.ReportAllocs()
	for b.Loop() {
		table.Sentence("How do I move from software engineering into technical product management?")
	}
}

func BenchmarkDot(b *testing.B) {
	v := mustLoad(b).Sentence("How do I move from software engineering into technical product management?")
	for b.Loop() {
		v.Dot(v)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parse(embedded, Checksum); err != nil {
			b.Fatal(err)
		}
	}
}
