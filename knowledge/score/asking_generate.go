//go:build ignore

// Command asking_generate writes talk/asking.txt: the weights of a message's vector by which
// it asks everybody something, fitted to testdata/messages by a logistic regression.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"careeradvisor/knowledge/encoder"
	"careeradvisor/knowledge/weights"
)

const (
	prior = 0.0001 // of the squares of the weights, beside the mean loss of one message
	steps = 5000   // of Nesterov's accelerated gradient descent
	rate  = 2
)

type message struct {
	Q   string
	Ask bool
}

func main() {
	if err := write(); err != nil {
		log.Fatal(err)
	}
}

func write() error {
	e, err := encoder.Embedded()
	if err != nil {
		return err
	}
	data, err := os.ReadFile("testdata/messages/messages.jsonl")
	if err != nil {
		return err
	}
	var xs [][]float64
	var ys []float64
	for line := range bytes.Lines(data) {
		var m message
		if err := json.Unmarshal(line, &m); err != nil {
			return err
		}
		x := []float64{1}
		for _, v := range e.Query(m.Q) {
			x = append(x, float64(v))
		}
		xs, ys = append(xs, x), append(ys, weights.Indicator(m.Ask))
	}
	w := fit(xs, ys)
	right := 0
	var out bytes.Buffer
	for _, v := range w {
		fmt.Fprintf(&out, "%.4g\n", v)
	}
	for i, x := range xs {
		if weights.Dot(w, x) > 0 == (ys[i] == 1) {
			right++
		}
	}
	log.Printf("%d of %d right", right, len(xs))
	return os.WriteFile("../talk/asking.txt", out.Bytes(), 0o644)
}

func fit(xs [][]float64, ys []float64) []float64 {
	w, ahead := make([]float64, len(xs[0])), make([]float64, len(xs[0]))
	for step := range steps {
		g := make([]float64, len(w))
		for i, x := range xs {
			d := (weights.Logistic(weights.Dot(ahead, x)) - ys[i]) / float64(len(xs))
			for k, v := range x {
				g[k] += d * v
			}
		}
		for k := range w {
			if k > 0 {
				g[k] += prior * ahead[k]
			}
			next := ahead[k] - rate*g[k]
			ahead[k] = next + float64(step)/float64(step+3)*(next-w[k])
			w[k] = next
		}
	}
	return w
}
