package library

import (
	_ "embed" // vectors

	"careeradvisor/index/vectors"
)

// Making the vectors of the built-in guides takes longer than an answer may take, so they are in
// the binary, made with the weights in it.
//
//go:generate go run guides_generate.go
//go:embed guides.vectors
var guideVectors []byte

// ofGuides are the vectors of the built-in guides' texts and asks; those of texts that have changed
// since are of no use, but do no harm.
func ofGuides() *vectors.Set {
	s, err := vectors.Parse(guideVectors)
	if err != nil {
		return nil // the guides are found by words, and a test fails
	}
	return s
}
