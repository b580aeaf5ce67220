package knowledge

import "slices"

// Ask is a question that a section of a document is known to answer, or a near miss,
// which it is known not to answer.
type Ask struct {
	Doc     string // ID
	Section int    // its place in the document's Sections
	Text    string
	Miss    bool
}

// Likeness is how similar a passage is to a vector. It is zero if the passage has no vector.
type Likeness struct {
	Best       float32 // cosine of the nearest of the passage and its sentences
	Whole      float32 // cosine of the passage as a whole
	Start, End int32   // where the nearest text is in the passage, in bytes
}

// Near is a passage that is near to a vector.
type Near struct {
	Passage Passage
	Text    string  // the nearest of the passage and its sentences
	Cosine  float64 // of that text and the vector
}

// NearAsk is an ask that is near to a vector.
type NearAsk struct {
	Ask
	Cosine float64
}

// Comparison is how similar all passages and asks of some documents are to one vector: every vector
// is looked at once, and the result can be used any number of times. Its slices and its map are
// shared and must not be changed.
type Comparison struct {
	Passages []*Passage     // all, in reading order
	Likeness []Likeness     // of each of them
	Numbers  map[string]int // of passages, by their IDs: their places in Passages
	Asks     []Ask          // all, in reading order
	Cosines  []float32      // of each of them; 0 if it has no vector

	// Mean and Deviation are those of Likeness.Best over the passages with a vector: a vector that
	// is near to every passage is near to none in particular.
	Mean, Deviation float64
}

// Of returns how similar the passage with an ID is.
func (c *Comparison) Of(id string) Likeness {
	if n, ok := c.Numbers[id]; ok {
		return c.Likeness[n]
	}
	return Likeness{}
}

// Nearest returns up to k passages, nearest first, from those that keep allows and that have a
// vector; equally near ones are in reading order. A nil keep allows all.
func (c *Comparison) Nearest(k int, keep func(*Passage) bool) (all []Near) {
	for _, n := range nearest(len(c.Passages), k, func(n int) float32 { return c.Likeness[n].Best }, func(n int) bool {
		return c.Likeness[n].End > 0 && (keep == nil || keep(c.Passages[n]))
	}) {
		p, l := c.Passages[n], c.Likeness[n]
		all = append(all, Near{Passage: *p, Text: p.Text[l.Start:l.End], Cosine: float64(l.Best)})
	}
	return all
}

// NearestAsks returns the k nearest asks and near misses among those that keep allows,
// in the same way.
func (c *Comparison) NearestAsks(k int, keep func(*Ask) bool) (all []NearAsk) {
	for _, n := range nearest(len(c.Asks), k, func(n int) float32 { return c.Cosines[n] }, func(n int) bool {
		return c.Cosines[n] != 0 && (keep == nil || keep(&c.Asks[n]))
	}) {
		all = append(all, NearAsk{c.Asks[n], float64(c.Cosines[n])})
	}
	return all
}

// nearest returns up to k of the numbers from 0 to n-1 for which keep is true: those with the
// highest cosines, highest first.
func nearest(n, k int, cosine func(int) float32, keep func(int) bool) (best []int) {
	for i := range n {
		full := len(best) >= k
		if k < 1 || full && cosine(i) <= cosine(best[k-1]) || !keep(i) {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, cosine(i), func(b int, c float32) int {
			if cosine(b) >= c { // equal ones stay in order
				return -1
			}
			return 1
		})
		if full {
			best = best[:k-1]
		}
		best = slices.Insert(best, at, i)
	}
	return best
}
