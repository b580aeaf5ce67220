package index_test

import (
	"fmt"

	"careeradvisor/knowledge"
)

// bakery is a handful of documents that use every field and have one passage of every kind.
func bakery() []knowledge.Document {
	d := knowledge.Document{
		ID: "guides/baker.md", Title: "The bakery handbook", Role: "Master Baker", Aliases: []string{"MB"},
	}
	add(&d, []string{"Wages"}, knowledge.Passage{Text: "A beginner's salary grows with the years."})
	add(&d, []string{"Work", "Before dawn"}, knowledge.Passage{Text: "The oven is lit at two."})
	add(&d, []string{"Work", "Duties"},
		knowledge.Passage{Kind: knowledge.Item, Group: 1, Label: "Kneading", Text: "Kneading: the dough rests for an hour."},
		knowledge.Passage{Kind: knowledge.Step, Group: 2, Text: "Weigh the flour."},
		knowledge.Passage{
			Kind: knowledge.Row, Group: 3, Text: "Rye | 30 minutes",
			Columns: []string{"Grain", "Soaking"}, Cells: []string{"Rye", "30 minutes"},
		})
	other := knowledge.Document{ID: "notes/café.md", Title: "Notes"}
	add(&other, nil,
		knowledge.Passage{Text: "Serve the crème brûlée in a CAFÉ near the Straße."},
		knowledge.Passage{Text: "Хлеб пекут рано утром."},
		knowledge.Passage{Text: "Ψωμί και ελιές."})
	return []knowledge.Document{d, other}
}

// add appends a section, and fills in whatever follows from the places of its passages.
func add(d *knowledge.Document, path []string, passages ...knowledge.Passage) {
	n := len(d.Passages())
	for i := range passages {
		p := &passages[i]
		p.ID, p.Doc, p.Section = fmt.Sprintf("%s#%d", d.ID, n+i+1), d.ID, path
		if p.Kind == "" {
			p.Kind = knowledge.Paragraph
		}
	}
	d.Sections = append(d.Sections, knowledge.Section{Path: path, Passages: passages})
}

// plain is a document of paragraphs without headings.
func plain(id string, texts ...string) knowledge.Document {
	d := knowledge.Document{ID: id, Title: id}
	var passages []knowledge.Passage
	for _, text := range texts {
		passages = append(passages, knowledge.Passage{Text: text})
	}
	add(&d, nil, passages...)
	return d
}
