package rank

import "math"

// scoring holds the constants of the ranking.
type scoring struct {
	k1     float64
	weight [Fields]float64 // of an occurrence in a field
	b      float64         // how much a field's length matters, 0 to 1
	also   float64         // weight of a word of Query.Also; one of Query.Text has 1
	near   float64         // weight of nearness
}

// standard is one setting for every collection. k1 and b are the textbook's;
// a word in a title or heading counts three times, since that is what the passages
// under it are about. See README.md for what each part is worth.
var standard = scoring{
	k1:     1.2,
	weight: [Fields]float64{Text: 1, Heading: 3, Title: 3, Role: 1},
	b:      0.75,
	also:   0.4,
	near:   0.5,
}

// The ranking is BM25F as in Robertson and Zaragoza, "The Probabilistic
// Relevance Framework: BM25 and Beyond" (2009), section 3.6:
//
//	tf'(t,d)   = Σ over fields f of  w_f · tf(t,d,f) / (1 − b + b · len_f(d) / avg_f)
//	score(q,d) = Σ over words t of   weight(t) · idf(t) · tf' · (k1 + 1) / (k1 + tf')
//	idf(t)     = ln(1 + (N − n + ½) / (n + ½))
//
// where n of the N passages have t in any field. The 1 in the logarithm, taken from Lucene, keeps
// the idf of very common words above zero. Lengths are in words, without stop words.

// fieldFrequency is one field's share of tf'.
func (s *scoring) fieldFrequency(f Field, frequency, length, average float64) float64 {
	return s.weight[f] * frequency / (1 - s.b + s.b*length/average)
}

// saturate maps tf' to 0 … k1+1: the tenth occurrence says less than the first.
func (s *scoring) saturate(frequency float64) float64 {
	return frequency * (s.k1 + 1) / (s.k1 + frequency)
}

// idf weighs a word that is in n of total passages.
func idf(n, total int) float64 {
	return math.Log1p((float64(total-n) + 0.5) / (float64(n) + 0.5))
}
