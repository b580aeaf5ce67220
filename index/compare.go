package index

import (
	"math"
	"path/filepath"

	"careeradvisor/index/vectors"
	"careeradvisor/knowledge"
)

// Compare compares a vector with those of all passages and asks, looking at each once;
// it is nil if there are no vectors yet.
func (x *Index) Compare(vector []float32) (*knowledge.Comparison, error) {
	likeness, cosines, err := x.vectors.Compare(vector)
	if likeness == nil || err != nil {
		return nil, err
	}
	c := &knowledge.Comparison{Passages: x.passages, Likeness: likeness, Numbers: x.byID, Asks: x.asks, Cosines: cosines}
	var n, sum, squares float64
	for _, l := range likeness {
		if l.End > 0 {
			n++
			sum += float64(l.Best)
			squares += float64(l.Best) * float64(l.Best)
		}
	}
	if n > 0 {
		c.Mean = sum / n
		c.Deviation = math.Sqrt(max(0, squares/n-c.Mean*c.Mean))
	}
	return c, nil
}

// asksOf returns the asks of documents in reading order: for each section its asks, and then its
// near misses.
func asksOf(docs []knowledge.Document) (asks []knowledge.Ask) {
	for _, d := range docs {
		for i, s := range d.Sections {
			for _, q := range s.Asks {
				asks = append(asks, knowledge.Ask{Doc: d.ID, Section: i, Text: q})
			}
			for _, q := range s.Misses {
				asks = append(asks, knowledge.Ask{Doc: d.ID, Section: i, Text: q, Miss: true})
			}
		}
	}
	return asks
}

// newVectors is the space of the index's passages and asks, with a file, or in memory if path is
// "".
func (x *Index) newVectors(path string) *vectors.Space {
	var texts []string
	for _, a := range x.asks {
		texts = append(texts, a.Text)
	}
	return vectors.New(x.passages, texts, path)
}

// Vectors are the vectors of the passages and asks. They belong to the index.
func (x *Index) Vectors() *vectors.Space { return x.vectors }

// LoadVectors loads vectors made by m: from the generation's file and, if some are missing, from
// earlier generations and other sets that have the same texts. Its error says why the file is not
// used or cannot be written; [Index.Vectors] makes what is still missing.
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
