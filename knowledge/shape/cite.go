package shape

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
)

// citations are the sections that an answer cites, in the order of their first use.
type citations []knowledge.Citation

// cite returns the indexes of the citations of places.
func (c *citations) cite(places []*outline.Place) (out []int) {
	for _, p := range places {
		of := p.Citation()
		i := slices.IndexFunc(*c, func(o knowledge.Citation) bool { return o.Doc == of.Doc && o.Section == of.Section })
		if i < 0 {
			i = len(*c)
			*c = append(*c, of)
		}
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// Answer makes an answer from the drafts for a message's questions, in order. For each text it
// cites the section that has it, or all of them if several do.
func Answer(drafts ...*Draft) knowledge.Answer {
	var c citations
	a := knowledge.Answer{Kind: knowledge.Answered, Shape: drafts[0].Shape, Columns: drafts[0].columns}
	for i, d := range drafts {
		lead, points, also := c.points([]point{d.lead}), c.points(merged(d.points)), c.points(merged(d.also))
		if i == 0 {
			a.Lead, a.LeadCites, a.Points = lead[0].Text, lead[0].Cites, points
		} else {
			also = slices.Concat(lead, points)
		}
		for _, p := range also {
			a.Also = append(a.Also, flat(p, d.columns)...)
		}
	}
	a.Citations = c
	return a
}

func (c *citations) points(ps []point) (out []knowledge.Point) {
	for _, p := range ps {
		pt := knowledge.Point{Label: p.label, Text: p.text, Code: p.code, Cites: c.cite(p.from)}
		for _, cell := range p.cells {
			pt.Cells = append(pt.Cells, knowledge.Cell{Text: cell.text, Cites: c.cite(cell.from)})
		}
		pt.Inside = c.points(p.inside)
		out = append(out, pt)
	}
	return out
}

// merged keeps a text only once if several passages have it, ignoring case and spaces.
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

// flat is a point as prose: a row becomes its cells, and nested points follow it.
func flat(p knowledge.Point, columns []string) (out []knowledge.Point) {
	if p.Text != "" {
		out = append(out, knowledge.Point{Label: p.Label, Text: p.Text, Code: p.Code, Cites: p.Cites})
	}
	for i, c := range p.Cells {
		if c.Text != "" {
			out = append(out, knowledge.Point{Label: strings.Trim(p.Label+" › "+columns[i], " ›"), Text: c.Text, Cites: c.Cites})
		}
	}
	for _, in := range p.Inside {
		out = append(out, flat(in, columns)...)
	}
	return out
}
