package practice

import (
	"cmp"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
)

// These limits are what a person can practise in an hour and read in one go.
const (
	maxAreas = 12
	maxSays  = 4 // of one area
)

// saying is something that a document says about an interview area.
type saying struct {
	name, key string
	about     []roles.Subject // whose interviews; empty for anybody's
	ask       string          // a question as the document words it, or ""
	label     string          // of the column that the text is from
	text      string
	at        knowledge.Citation
	further   bool // it is elsewhere under the area's name, and does not make an area
}

// Interview returns what, according to the documents, interviewers for a role ask about, in the
// order of the documents: what is about the role, or else questions for anybody. role is what a
// person wrote; "" means the role that the documents are most about. The name returned is that of
// the role, or "" for none. There are no areas if the documents name none or don't know the role.
func (p *Practice) Interview(role string) (name string, areas []knowledge.Area) {
	var of []roles.Subject
	if strings.TrimSpace(role) == "" {
		of = p.mostAbout()
	} else if of = p.roles.In(role).Subjects(); len(of) == 0 {
		return "", nil
	}
	if len(of) > 0 {
		of = of[:1]
		name = p.roles.Name(of[0])
	}
	own := slices.ContainsFunc(p.sayings, func(s saying) bool { return !s.further && len(s.about) > 0 && p.keeps(of, s.about) })
	c := collector{at: map[string]int{}}
	for _, s := range p.sayings {
		anybody := len(s.about) == 0
		if p.keeps(of, s.about) && (s.further || own != anybody && (own || s.ask != "" || len(of) == 0)) {
			c.add(s)
		}
	}
	return name, c.finish()
}

// mostAbout is the role that most documents are about; there is none if no document is about a role.
func (p *Practice) mostAbout() []roles.Subject {
	best, most := -1, 0
	for i, r := range p.roles.Roles() {
		if len(r.Docs) > most {
			best, most = i, len(r.Docs)
		}
	}
	if best < 0 {
		return nil
	}
	return []roles.Subject{{Role: best, Level: -1}}
}

// keeps reports whether text about one role or level is useful in an interview for another.
func (p *Practice) keeps(of, about []roles.Subject) bool {
	return len(about) == 0 || len(of) > 0 && p.roles.Keeps(of, about)
}

// collector gathers everything that is said about the same area.
type collector struct {
	areas []knowledge.Area
	at    map[string]int // key -> its area
}

func (c *collector) add(s saying) {
	i, ok := c.at[s.key]
	if !ok {
		if s.further {
			return
		}
		i = len(c.areas)
		c.at[s.key] = i
		c.areas = append(c.areas, knowledge.Area{Name: s.name})
	}
	a := &c.areas[i]
	a.Ask = cmp.Or(a.Ask, s.ask)
	said := slices.ContainsFunc(a.Says, func(p knowledge.Point) bool { return p.Text == s.text })
	if said || len(a.Says) == maxSays {
		return
	}
	n := slices.IndexFunc(a.Cited, func(o knowledge.Citation) bool { return o.Doc == s.at.Doc && o.Section == s.at.Section })
	if n < 0 {
		n = len(a.Cited)
		a.Cited = append(a.Cited, s.at)
	}
	a.Says = append(a.Says, knowledge.Point{Label: s.label, Text: s.text, Cites: []int{n}})
}

// finish returns the areas, each with a question about it. If there are too many, those
// that a document itself asks about come first.
func (c *collector) finish() []knowledge.Area {
	if len(c.areas) > maxAreas {
		slices.SortStableFunc(c.areas, func(a, b knowledge.Area) int { return cmp.Compare(min(len(b.Ask), 1), min(len(a.Ask), 1)) })
		c.areas = c.areas[:maxAreas]
	}
	for i := range c.areas {
		ours := strings.Replace(asking[i%len(asking)], "%s", c.areas[i].Name, 1)
		c.areas[i].Ask = cmp.Or(c.areas[i].Ask, ours)
	}
	return c.areas
}

// asking has our questions about areas, used in turn; they read well with any name.
var asking = []string{
	"Tell me about a time when this mattered in what you did: “%s”.",
	"Which example from your work shows this best: “%s”?",
	"What would you tell an interviewer about this: “%s”?",
}
