package rank

import "context"

const (
	nearCandidates = 50 // how many of the best candidates are checked for proximity
	window         = 8  // words further apart than this are not near
)

// Nearness rewards passages in which words that are together in the query
// are together too: "product manager" is more than "product" and "manager".
// It follows Rasolofo and Savoy, "Term Proximity Scoring for Keyword-Based
// Retrieval Systems" (2003), in that a pair at distance d counts 1/d², for d up
// to the window:
//
//	tpi(a,b,d)  = Σ over fields f of  w_f · Σ over places of a of  1 / (distance to the nearest b)²
//	near(q,d)   = Σ over pairs of     weight · (idf(a) + idf(b)) · tpi · (k1 + 1) / (k1 + tpi)
//
// It differs in three ways, each of which ranked better: only words that follow one another in the
// query are pairs; a pair's idf is the sum, as if its words were independent, and not the lesser;
// and a passage's length does not count, since two words are seldom neighbours by chance, however
// long the passage.

// addNearness adds to the candidates' scores; it orders them by Bleve's number.
func (x *Ranker) addNearness(ctx context.Context, s *scratch, t terms, candidates []candidate) error {
	if len(candidates) == 0 {
		return nil
	}
	x.byNumber(candidates)
	s.positions.reset(len(t.words), len(candidates))
	for _, p := range t.pairs {
		if !t.occurs(p) {
			continue
		}
		for _, w := range []int{p.first, p.second} {
			if err := x.locate(ctx, s, t, w, candidates); err != nil {
				return err
			}
		}
		for i := range candidates {
			candidates[i].score += x.nearScore(t, p, x.nearness(&s.positions, p, i))
		}
	}
	return nil
}

func (t terms) occurs(p pair) bool {
	return p.first != p.second && t.words[p.first].count > 0 && t.words[p.second].count > 0
}

// nearness is a pair's tpi in a candidate.
func (x *Ranker) nearness(at *positions, p pair, candidate int) (tpi float64) {
	for f := range Fields {
		a, b := at.at(p.first, f, candidate), at.at(p.second, f, candidate)
		tpi += x.scoring.weight[f] * together(a, b)
	}
	return tpi
}

func (x *Ranker) nearScore(t terms, p pair, tpi float64) float64 {
	if tpi == 0 {
		return 0
	}
	idf := t.words[p.first].idf + t.words[p.second].idf
	return x.scoring.near * p.weight * idf * x.scoring.saturate(tpi)
}

// together sums 1/d² over the places of a, where d is the distance to the
// nearest place of b. Both are ascending.
func together(a, b []int32) (sum float64) {
	if len(b) == 0 {
		return 0
	}
	next := 0 // the first place of b after the one of a
	for _, at := range a {
		for next < len(b) && b[next] < at {
			next++
		}
		d := int32(window + 1)
		if next < len(b) {
			d = min(d, b[next]-at)
		}
		if next > 0 {
			d = min(d, at-b[next-1])
		}
		if 0 < d && d <= window {
			sum += 1 / float64(d*d)
		}
	}
	return sum
}
