package index

import (
	"path/filepath"

	"careeradvisor/index/vectors"
	"careeradvisor/knowledge"
)

// Near is a passage that is near to a vector.
type Near struct {
	Passage knowledge.Passage
	Text    string  // the nearest of the passage and its sentences
	Cosine  float64 // of that text and the vector
}

// Nearest returns the at most k passages nearest to a vector, of those that have
// vectors, the nearest first; equally near ones are in reading order. A passage is as
// near as the nearest of it and its sentences. Every vector is compared.
func (x *Index) Nearest(vector []float32, k int) ([]Near, error) {
	hits, err := x.vectors.Nearest(vector, k)
	if err != nil {
		return nil, err
	}
	var all []Near
	for _, h := range hits {
		p := x.passages[h.Passage]
		all = append(all, Near{Passage: *p, Text: p.Text[h.Start:h.End], Cosine: h.Cosine})
	}
	return all, nil
}

// Vectors are those of the passages. They go with the index.
func (x *Index) Vectors() *vectors.Space { return x.vectors }

// LoadVectors takes the vectors that m made from the generation's file, and those that
// it lacks from the generations before and from other sets, where they have the same
// texts. Its error says why the file is not used, or cannot be written; [Index.Vectors]
// makes what is still missing.
func (x *Index) LoadVectors(m vectors.Made, others ...*vectors.Set) error {
	var files []string
	if x.folder != "" {
		dir := filepath.Dir(x.folder)
		names, err := generations(dir)
		if err != nil {
			return err
		}
		for _, name := range names {
			if name != x.name {
				files = append(files, filepath.Join(dir, name, vectorsFile))
			}
		}
	}
	return x.vectors.Load(m, others, files...)
}
