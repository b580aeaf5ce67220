package index_test

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"careeradvisor/index"
	"careeradvisor/index/vectors"
	"careeradvisor/knowledge"
)

// hasher makes a vector from the hash of a text.
type hasher struct{}

func (hasher) Checksum() string { return strings.Repeat("ab", 32) }
func (hasher) Kernel() string   { return "" }
func (hasher) Width() int       { return 64 }

func (h hasher) Passages(texts []string) (vectors [][]float32) {
	for _, t := range texts {
		vectors = append(vectors, h.Query(t))
	}
	return vectors
}

func (h hasher) Query(text string) []float32 {
	sum := fnv.New64()
	sum.Write([]byte(text))
	r := rand.New(rand.NewPCG(sum.Sum64(), 1))
	v := make([]float32, h.Width())
	for i := range v {
		v[i] = float32(r.NormFloat64())
	}
	return v
}

// askedDocs are two documents with asks.
func askedDocs() []knowledge.Document {
	section := func(doc, id, text string, asks, misses []string) knowledge.Section {
		return knowledge.Section{
			Path: []string{"Pay"}, Asks: asks, Misses: misses,
			Passages: []knowledge.Passage{{ID: id, Doc: doc, Section: []string{"Pay"}, Kind: knowledge.Paragraph, Text: text}},
		}
	}
	return []knowledge.Document{
		{ID: "a.md", Sum: "1", Sections: []knowledge.Section{
			{Path: []string{"Keepers"}, Misses: []string{"who?"}},
			section("a.md", "a.md#1", "It is low. It rises each year.", []string{"how much?", "is it much?"}, []string{"how much in Spain?"}),
		}},
		{ID: "b.md", Sum: "2", Sections: []knowledge.Section{section("b.md", "b.md#1", "Ask Ann.", []string{"whom do I ask?"}, nil)}},
	}
}

// checkCompared compares vectors of texts with an index that has all vectors.
func checkCompared(t *testing.T, x *index.Index) {
	t.Helper()
	c, err := x.Compare(hasher{}.Query("Pay\nIt rises each year."))
	if err != nil || c == nil {
		t.Fatal(c, err)
	}
	near := c.Nearest(2, nil)
	if len(near) != 2 || near[0].Passage.ID != "a.md#1" || near[0].Text != "It rises each year." || near[0].Cosine < 0.99 {
		t.Errorf("nearest are %+v", near)
	}
	a, b := c.Of("a.md#1"), c.Of("b.md#1")
	if a.Best < 0.99 || a.Whole > 0.9 || b.Best != b.Whole || b.End == 0 {
		t.Errorf("they are like it %+v and %+v", a, b)
	}
	mean := float64(a.Best+b.Best) / 2
	if math.Abs(c.Mean-mean) > 1e-6 || math.Abs(c.Deviation-math.Abs(float64(a.Best)-mean)) > 1e-6 {
		t.Errorf("mean %v, deviation %v of %v and %v", c.Mean, c.Deviation, a.Best, b.Best)
	}
	for text, want := range map[string]knowledge.Ask{
		"who?":               {Doc: "a.md", Section: 0, Text: "who?", Miss: true},
		"is it much?":        {Doc: "a.md", Section: 1, Text: "is it much?"},
		"how much in Spain?": {Doc: "a.md", Section: 1, Text: "how much in Spain?", Miss: true},
		"whom do I ask?":     {Doc: "b.md", Section: 0, Text: "whom do I ask?"},
	} {
		c, err := x.Compare(hasher{}.Query(text))
		if err != nil {
			t.Fatal(err)
		}
		if asks := c.NearestAsks(9, nil); len(asks) != 5 || asks[0].Ask != want || asks[0].Cosine < 0.99 {
			t.Errorf("%q is nearest to %+v", text, asks)
		}
	}
}

func TestCompare(t *testing.T) {
	dir, docs := t.TempDir(), askedDocs()
	x, err := index.New(docs)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if c, err := x.Compare(hasher{}.Query("how much?")); c != nil || err != nil {
		t.Errorf("before there are vectors: %v, %v", c, err)
	}
	if err := x.Vectors().Make(t.Context(), hasher{}, nil); err != nil {
		t.Fatal(err)
	}
	checkCompared(t, x)

	built, err := index.Build(t.Context(), dir, docs, "1", index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := built.Vectors().Make(t.Context(), hasher{}, nil); err != nil {
		t.Fatal(err)
	}
	if err := built.Close(); err != nil {
		t.Fatal(err)
	}
	opened, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	if err := opened.LoadVectors(vectors.MadeBy(hasher{})); err != nil {
		t.Fatal(err)
	}
	checkCompared(t, opened)
}

// TestAsksAreNotFoundByWords, since they are not text of the documents.
func TestAsksAreNotFoundByWords(t *testing.T) {
	x, err := index.New(askedDocs())
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if hits, err := x.Search(t.Context(), knowledge.Query{Text: "Spain"}); len(hits) > 0 || err != nil {
		t.Errorf("found %v, %v", hits, err)
	}
}
