package encoder

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"testing"

	"careeradvisor/knowledge/encoder/kernel"
)

// tiny opens the model that the exporter makes for tests.
func tiny(t testing.TB, k *kernel.Kernel) *Encoder {
	t.Helper()
	data, err := os.ReadFile("testdata/tiny.bin")
	if err != nil {
		t.Fatal(err)
	}
	return mustOpen(t, string(data), k)
}

// full opens the whole model: the embedded one, or the file that ENCODER_MODEL names. Without
// either, the test is skipped.
func full(t testing.TB, k *kernel.Kernel) *Encoder {
	t.Helper()
	if e := mustOpen(t, embedded, k); len(e.model.layers) == 12 {
		return e
	}
	data, err := os.ReadFile(os.Getenv("ENCODER_MODEL"))
	if err != nil {
		t.Skip("SKIPPED: the whole model is not embedded; ENCODER_MODEL may name its file.")
	}
	return mustOpen(t, string(data), k)
}

func mustOpen(t testing.TB, file string, k *kernel.Kernel) *Encoder {
	t.Helper()
	e, err := Open(file, k)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// golden is what the reference implementation makes of a text; export/golden.py writes it.
type golden struct {
	Text     string
	Question bool
	IDs      []int32
	Vector   []float32
}

func readGolden(t testing.TB, name string) []golden { return readLines[golden](t, name) }

// readLines reads a file with a JSON object a line.
func readLines[T any](t testing.TB, name string) (all []T) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var g T
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	if err := lines.Err(); err != nil || len(all) < 30 {
		t.Fatalf("%s has %d lines, want 30 or more (%v)", name, len(all), err)
	}
	return all
}

func texts(all []golden) []string {
	var texts []string
	for _, g := range all {
		texts = append(texts, g.Text)
	}
	return texts
}

func cosine(v, w []float32) float64 {
	var vw, vv, ww float64
	for i := range v {
		vw += float64(v[i]) * float64(w[i])
		vv += float64(v[i]) * float64(v[i])
		ww += float64(w[i]) * float64(w[i])
	}
	return vw / math.Sqrt(vv*ww)
}
