package kernel

import (
	"fmt"
	"testing"
	"time"
)

// BenchmarkProduct measures how many products of two numbers a kernel makes per second, at best;
// the layers are those of the model.
func BenchmarkProduct(b *testing.B) {
	for _, k := range All() {
		for _, size := range [][3]int{{16, 384, 1536}, {80, 384, 1152}, {80, 384, 1536}, {80, 1536, 384}} {
			rows, in, out := size[0], size[1], size[2]
			b.Run(fmt.Sprintf("%s/%d×%d×%d", k.Name, rows, in, out), func(b *testing.B) {
				c, a, w := make([]int32, rows*out), make([]uint8, rows*in), make([]int8, in*out)
				least := time.Hour
				for b.Loop() {
					start := time.Now()
					k.Product(c, a, w, rows, in, out)
					least = min(least, time.Since(start))
				}
				b.ReportMetric(float64(rows*in*out)/float64(least.Nanoseconds()), "G/s-at-best")
			})
		}
	}
}
