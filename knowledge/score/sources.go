package score

import (
	"fmt"
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// Sources are the texts of the passages of documents, by document and section.
type Sources map[[2]string][]string

// SourcesOf returns the sources that answers from documents may cite.
func SourcesOf(docs []knowledge.Document) Sources {
	s := Sources{}
	for _, d := range docs {
		for _, sec := range d.Sections {
			at := [2]string{d.ID, sec.Name()}
			for _, p := range sec.Passages {
				s[at] = append(s[at], p.Text)
			}
		}
	}
	return s
}

// Check returns an error if a text of an answer does not appear word for word in a section that it
// cites. Nil sources check nothing.
func (s Sources) Check(a knowledge.Answer) error {
	if s == nil || a.Kind != knowledge.Answered {
		return nil
	}
	if len(a.LeadCites) > 0 {
		if err := s.stands(a, a.Lead, a.LeadCites); err != nil {
			return err
		}
	}
	return s.checkPoints(a, append(slices.Clip(a.Points), a.Also...))
}

func (s Sources) checkPoints(a knowledge.Answer, points []knowledge.Point) error {
	for _, p := range points {
		if err := s.stands(a, p.Text, p.Cites); err != nil {
			return err
		}
		for _, c := range p.Cells {
			if err := s.stands(a, c.Text, c.Cites); err != nil {
				return err
			}
		}
		if err := s.checkPoints(a, p.Inside); err != nil {
			return err
		}
	}
	return nil
}

func (s Sources) stands(a knowledge.Answer, text string, cites []int) error {
	if text == "" {
		return nil
	}
	if len(cites) == 0 {
		return fmt.Errorf("no source for %q", text)
	}
	for _, i := range cites {
		c := a.Citations[i]
		for _, passage := range s[[2]string{c.Doc, c.Section}] {
			if strings.Contains(passage, text) {
				return nil
			}
		}
	}
	return fmt.Errorf("not in its sources: %q", text)
}
