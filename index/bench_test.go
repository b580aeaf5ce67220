package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"careeradvisor/knowledge"
)

// synthetic makes documents of 20 passages, with words as unevenly distributed as in a real
// language (Zipf); the same size gives the same documents.
func synthetic(passages int) []knowledge.Document {
	random := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(random, 1.1, 4, 50_000)
	words := func(n int) string {
		var b strings.Builder
		for range n {
			fmt.Fprintf(&b, "%s ", spell(int(zipf.Uint64())))
		}
		return b.String()
	}
	var docs []knowledge.Document
	for range passages / 20 {
		id := fmt.Sprint("doc", len(docs))
		d := knowledge.Document{ID: id, Title: words(4)}
		for sections := range 4 {
			s := knowledge.Section{Path: []string{words(5)}}
			for i := range 5 {
				s.Passages = append(s.Passages, knowledge.Passage{
					ID: fmt.Sprintf("%s#%d", id, 5*sections+i+1), Doc: id, Section: s.Path, Text: words(20 + random.IntN(60)),
				})
			}
			d.Sections = append(d.Sections, s)
		}
		docs = append(docs, d)
	}
	return docs
}

// spell turns a number into a word made of syllables.
func spell(n int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aiou"
	var b strings.Builder
	for n++; n > 0; n /= len(consonants) * len(vowels) {
		k := n % (len(consonants) * len(vowels))
		b.WriteByte(consonants[k/len(vowels)])
		b.WriteByte(vowels[k%len(vowels)])
	}
	return b.String() + "k"
}

// syntheticQueries have five words, from frequent to rare.
func syntheticQueries() (queries []string) {
	random := rand.New(rand.NewPCG(3, 4))
	zipf := rand.NewZipf(random, 1.1, 40, 50_000)
	for range 200 {
		var q []string
		for range 5 {
			q = append(q, spell(int(zipf.Uint64())))
		}
		queries = append(queries, strings.Join(q, " "))
	}
	return queries
}

func BenchmarkSearch(b *testing.B) {
	for _, passages := range []int{240, 100_000} {
		b.Run(fmt.Sprint(passages), func(b *testing.B) {
			x, err := New(synthetic(passages))
			if err != nil {
				b.Fatal(err)
			}
			defer x.Close()
			queries := syntheticQueries()
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				q := knowledge.Query{Text: queries[n%len(queries)]}
				n++
				if _, err := x.Search(context.Background(), q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	docs := synthetic(240)
	for b.Loop() {
		x, err := New(docs)
		if err != nil {
			b.Fatal(err)
		}
		x.Close()
	}
}
