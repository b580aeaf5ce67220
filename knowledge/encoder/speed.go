package encoder

import (
	"strings"
	"time"
)

// Speed is how fast an encoder is on this machine, on one core.
type Speed struct {
	Question time.Duration // what a question of 16 tokens takes
	Passages float64       // passages of 40 tokens per second
}

// Speed measures for about a tenth of a second, or a whole second with the portable kernel.
func (e *Encoder) Speed() Speed {
	const passages = 4
	question, texts := tokens(16), make([]string, passages)
	for i := range texts {
		texts[i] = tokens(40)
	}
	return Speed{
		Question: shortest(func() { e.Query(question) }),
		Passages: passages / shortest(func() { e.Passages(texts) }).Seconds(),
	}
}

// tokens is a text with n tokens, counting the prefix and the marks of beginning and end.
func tokens(n int) string { return strings.Repeat("a ", n-prefixTokens-2) }

// shortest is the least time that work takes over several tries, since other work on the machine
// makes some of them longer.
func shortest(work func()) time.Duration {
	const tries, enough = 20, 50 * time.Millisecond
	work() // memory is set up, and the weights are read
	least, begin := time.Hour, time.Now()
	for range tries {
		start := time.Now()
		work()
		least = min(least, time.Since(start))
		if time.Since(begin) > enough {
			break
		}
	}
	return least
}
