package encoder

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"careeradvisor/knowledge/encoder/kernel"
)

// words is a text of n words that are one token each.
func words(n int) string {
	all := strings.Fields("how many days of paid leave does a new member of the team have in the first year of work here and who has to say yes to it when we plan a longer time away from the office or home")
	return strings.Join(all[:n], " ")
}

// The tokens of a query or passage are its words, the two of its prefix, and the
// marks of its beginning and end.
const around = 4

// fastest runs work again and again and returns the shortest time: on a machine with other work to
// do, the median says more about that work.
func fastest(b *testing.B, work func()) time.Duration {
	least := time.Hour
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		work()
		least = min(least, time.Since(start))
	}
	return least
}

func BenchmarkQuery(b *testing.B) {
	for _, k := range kernel.All() {
		for _, tokens := range []int{8, 16, 32} {
			b.Run(fmt.Sprintf("%s/%d tokens", k.Name, tokens), func(b *testing.B) {
				e := full(b, k)
				text := words(tokens - around)
				least := fastest(b, func() { e.Query(text) })
				b.ReportMetric(least.Seconds()*1e3, "ms-at-best")
			})
		}
	}
}

func BenchmarkPassages(b *testing.B) {
	for _, k := range kernel.All() {
		b.Run(k.Name, func(b *testing.B) {
			e := full(b, k)
			texts := make([]string, 4)
			for i := range texts {
				texts[i] = words(40 - around)
			}
			least := fastest(b, func() { e.Passages(texts) })
			b.ReportMetric(float64(len(texts))/least.Seconds(), "passages/s-at-best")
		})
	}
}

// BenchmarkPassagesTogether runs a worker on each core.
func BenchmarkPassagesTogether(b *testing.B) {
	for _, k := range kernel.All() {
		b.Run(k.Name, func(b *testing.B) {
			e, workers := full(b, k), runtime.GOMAXPROCS(0)
			texts := make([]string, 4)
			for i := range texts {
				texts[i] = words(40 - around)
			}
			least := fastest(b, func() {
				var all sync.WaitGroup
				for range workers {
					all.Go(func() { e.Passages(texts) })
				}
				all.Wait()
			})
			b.ReportMetric(float64(workers*len(texts))/least.Seconds(), "passages/s-at-best")
		})
	}
}

// BenchmarkMaxSim compares a question of 16 tokens with six passages of 40.
func BenchmarkMaxSim(b *testing.B) {
	for _, k := range kernel.All() {
		b.Run(k.Name, func(b *testing.B) {
			e, texts := full(b, k), make([]string, 6)
			for i := range texts {
				texts[i] = words(40 - around)
			}
			question := words(16 - around)
			least := fastest(b, func() { e.MaxSim(question, texts) })
			b.ReportMetric(least.Seconds()*1e3, "ms-at-best")
		})
	}
}

// BenchmarkJudge reads a question with a passage.
func BenchmarkJudge(b *testing.B) {
	e, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	passage := "Pay\n" + strings.Repeat("A harbour pilot earns ninety coins a day and a free boat. ", 5)
	for b.Loop() {
		e.Judge("What does a harbour pilot earn in the north?", passage)
	}
}
