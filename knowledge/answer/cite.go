package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// citations are the sections that an answer cites, in the order of their first use.
type citations struct {
	all []knowledge.Citation
	at  map[string]int
}

// cite returns the indexes of the citations of passages.
func (c *citations) cite(ps ...*passage) (out []int) {
	for _, p := range ps {
		if p == nil {
			continue
		}
		of := p.cite()
		key := of.Doc + "\x00" + of.Section
		i, ok := c.at[key]
		if !ok {
			i = len(c.all)
			c.at[key] = i
			c.all = append(c.all, of)
		}
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// answer makes the answer of what is composed: each text with what it stands in. Where
// the same text is in several places, all of them are cited.
func (b *composed) answer() knowledge.Answer {
	c := &citations{at: map[string]int{}}
	a := knowledge.Answer{Kind: knowledge.Answered, Shape: b.shape, Columns: b.columns}
	if b.leadText != "" {
		a.Lead, a.LeadCites = b.leadText, c.cite(b.lead)
	}
	b.points = merged(b.points)
	a.Points = c.points(b.points)
	for _, p := range merged(b.also) {
		a.Also = append(a.Also, flat(c.points([]point{p})[0], nil, nil)...)
	}
	a.Citations = c.all
	return a
}

func (c *citations) points(ps []point) (out []knowledge.Point) {
	for _, p := range ps {
		pt := knowledge.Point{Label: p.label, Text: p.text, Cites: c.cite(p.from...)}
		for _, cl := range p.cells {
			pt.Cells = append(pt.Cells, knowledge.Cell{Text: cl.text, Cites: c.cite(cl.from)})
		}
		pt.Inside = c.points(p.inside)
		out = append(out, pt)
	}
	return out
}

// merged says a text once that several passages have, but for case and spaces.
func merged(ps []point) (out []point) {
	at := map[string]int{}
	for _, p := range ps {
		key := strings.ToLower(strings.Join(strings.Fields(p.text), " "))
		if i, ok := at[key]; ok && key != "" && len(p.cells) == 0 && len(p.inside) == 0 {
			out[i].from = append(slices.Clone(out[i].from), p.from...)
			continue
		}
		at[key] = len(out)
		out = append(out, p)
	}
	return out
}
