package answer_test

import (
	"maps"
	"os"
	"slices"
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/encoder"
	"careeradvisor/knowledge/encoder/kernel"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/roles"
)

// wholeEncoder is the encoder in the binary, or the one that ENCODER_MODEL names.
func wholeEncoder(t *testing.T) *encoder.Encoder {
	t.Helper()
	if data, err := os.ReadFile(os.Getenv("ENCODER_MODEL")); err == nil {
		e, err := encoder.Open(string(data), kernel.Best())
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	e, err := encoder.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if e.Width() < 384 {
		t.Skip("SKIPPED: the whole model is not embedded; ENCODER_MODEL may name its file.")
	}
	return e
}

// engineOf makes an engine that answers from files, given by name.
func engineOf(t *testing.T, e *encoder.Encoder, files map[string]string) *answer.Engine {
	t.Helper()
	var all []load.File
	for _, name := range slices.Sorted(maps.Keys(files)) {
		all = append(all, load.File{ID: name, Data: []byte(files[name])})
	}
	return engineOn(t, e, all)
}

// engineOn makes an engine that answers from files that were read before.
func engineOn(t *testing.T, e *encoder.Encoder, all []load.File) *answer.Engine {
	t.Helper()
	p := load.Parser{}
	docs, left := p.ParseAll(t.Context(), all, func(string) (knowledge.Document, bool) { return knowledge.Document{}, false })
	if len(left) > 0 {
		t.Fatal(left)
	}
	x, err := index.New(docs)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = x.Close() })
	if err := x.Vectors().Make(t.Context(), e, nil); err != nil {
		t.Fatal(err)
	}
	return answer.New(docs, roles.New(docs), x, answer.Options{Encoder: e})
}
