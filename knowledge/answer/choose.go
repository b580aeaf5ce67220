package answer

// choose takes the best evidence, and the next where it says something else nearly
// as well; what says the same is kept as a further source.
func (e *Engine) choose(found []*evidence) []*evidence {
	var out []*evidence
	for _, ev := range found {
		if len(out) > 0 && ev.score < ranking.further*out[0].score {
			break
		}
		if twin := sayingSame(out, ev); twin != nil {
			if twin.passage.section != ev.passage.section && len(twin.same) < maxSame {
				twin.same = append(twin.same, ev)
			}
			continue
		}
		if len(out) < maxPoints {
			out = append(out, ev)
		}
	}
	return out
}

const (
	// maxPoints is how many sentences in prose a person reads gladly.
	maxPoints = 3
	// maxSame is how many further sources of the same thing are worth naming.
	maxSame = 2
)

// sayingSame is the chosen evidence that ev repeats, or nil.
func sayingSame(chosen []*evidence, ev *evidence) *evidence {
	u := &ev.passage.units[ev.unit]
	for _, c := range chosen {
		if c.passage == ev.passage || overlap(&c.passage.units[c.unit], u) >= sameThing {
			return c
		}
	}
	return nil
}

// overlap is the share of words that two sentences have in common (Jaccard).
func overlap(a, b *unit) float64 {
	common := 0
	for s := range a.has {
		if b.has[s] {
			common++
		}
	}
	all := len(a.has) + len(b.has) - common
	if all == 0 {
		return 0
	}
	return float64(common) / float64(all)
}
