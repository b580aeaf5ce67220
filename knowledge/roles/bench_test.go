package roles

import (
	"os"
	"testing"
)

func BenchmarkNew(b *testing.B) {
	dir := os.Getenv("BENCH")
	if dir == "" {
		b.Skip("SKIPPED")
	}
	docs := benchDocs(b, dir)
	n := 0
	for _, d := range docs {
		n += len(d.Sections)
	}
	b.ReportMetric(float64(n), "sections")
	b.ResetTimer()
	for b.Loop() {
		New(docs)
	}
}

func BenchmarkIn(b *testing.B) {
	dir := os.Getenv("BENCH")
	if dir == "" {
		b.Skip("SKIPPED")
	}
	x := New(benchDocs(b, dir))
	for b.Loop() {
		x.In("How does a projct manager become a tech lead, and what does a data engineer earn?")
	}
}
