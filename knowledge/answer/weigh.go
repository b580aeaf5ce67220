package answer

import "slices"

// weighPassage scores a passage by its best sentence, or is nil where no sentence
// can answer; rank is the search engine's score as a share of its best.
func (e *Engine) weighPassage(r *reading, i int, rank float64) *evidence {
	p := &e.corpus.passages[i]
	ev := &evidence{passage: p, facet: e.facetOf(r.facet(), p)}
	base := ranking.found*rank + e.context(r, p)
	for _, l := range r.labels {
		if l == i {
			base += namedBonus * ranking.facet
		}
	}
	best := float64(cannotAnswer)
	for u := range p.units {
		s := e.weighUnit(r, p, u)
		ev.scores = append(ev.scores, s)
		if s > best {
			best, ev.unit = s, u
		}
	}
	if best == cannotAnswer {
		return nil
	}
	ev.score = base + best
	ev.like = e.alikeness(r, p, ev.unit)
	return ev
}

// facetOf is how surely a passage's section, or one around it, speaks of the
// facet asked for.
func (e *Engine) facetOf(f *facetRow, p *passage) float64 {
	if f == nil {
		return 0
	}
	v, share := 0.0, 1.0
	e.corpus.ancestors(p.section, func(s *section) {
		if x := s.facets[f.name]; x >= headingSure {
			v = max(v, x*share)
		}
		share *= aboveSure
	})
	return v
}

// context scores what stands around a passage's sentences: its headings, its
// label, the facet of its section.
func (e *Engine) context(r *reading, p *passage) float64 {
	score := 0.0
	for k, a := range r.facets {
		if k < maxFacets {
			score += ranking.facet * min(1, a.weight) * e.facetOf(a.row, p) / float64(k+1)
		}
	}
	for _, t := range r.terms {
		share := 0.0
		if slices.Contains(p.label, t.Stem) {
			share = ranking.label
		}
		near := ranking.heading
		e.corpus.ancestors(p.section, func(s *section) {
			if slices.Contains(s.stems, t.Stem) {
				share = max(share, near)
			}
			near *= aboveShare
		})
		score += t.weight * share * e.askShare(r, &t)
	}
	return score
}

// weighUnit scores one sentence of a passage, or one cell of a row.
func (e *Engine) weighUnit(r *reading, p *passage, i int) float64 {
	u := &p.units[i]
	if u.text == "" || i == 0 && len(p.Cells) > 2 {
		return cannotAnswer // an empty cell, or one that names its row
	}
	if !e.keepsAbout(r, u.about) {
		return cannotAnswer // of another role
	}
	if len(r.roles) == 1 && e.isSecondary(r.roles[0]) && !e.isAbout(p, u, r.roles[0]) {
		return cannotAnswer // says something of another role
	}
	score := e.weighWords(r, p, i)
	for k, a := range r.facets {
		if k < maxFacets && a.row.speaks(u) {
			score += ranking.say * ranking.facet * min(1, a.weight) / float64(k+1)
		}
	}
	score += ranking.meaning * e.alikeness(r, p, i)
	if i == 0 {
		score += ranking.first
	}
	if u.announces {
		score -= announcingLoss
	}
	return max(0, score)
}

// isAbout reports whether a sentence says something of a role that no document is
// about: it is the one named first, or one of those that the section compares.
// "A tester reports to a lead" says nothing of whom a lead reports to.
func (e *Engine) isAbout(p *passage, u *unit, role int) bool {
	at := slices.Index(u.roles, role)
	return at == 0 || at > 0 && (p.kind == role || e.facetOf(e.facetTable.row(facetDifference), p) > 0)
}

// weighWords scores a sentence by the words of the question that stand in it, and
// in part by those that stand around it.
func (e *Engine) weighWords(r *reading, p *passage, i int) float64 {
	u := &p.units[i]
	score, total, met := 0.0, 0.0, 0.0
	for k := range r.terms {
		t := &r.terms[k]
		share := max(e.shareIn(t, u.has), ranking.around*e.shareIn(t, u.around))
		if !t.inherited && !t.optional && !t.asks {
			total += t.weight
			met += t.weight * max(share, ranking.around*e.shareIn(t, p.labelHas))
		}
		score += share * t.weight * e.askShare(r, t)
	}
	if total > 0 {
		score += ranking.complete * (met / total) * (met / total)
	}
	return score
}

// askShare makes the words that ask for a facet as a whole count half: the facet
// counts for itself.
func (e *Engine) askShare(r *reading, t *term) float64 {
	if t.asks && len(r.facets) > 0 && !r.facets[0].particular {
		return ranking.asking
	}
	return 1
}
