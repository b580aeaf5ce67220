package docx

import (
	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/tree"
)

// document holds everything that the paragraphs of one file refer to.
type document struct {
	styles *styles
	lists  map[string]*list
	rel    relations
	notes  map[string]*element // by the name and ID of what refers to them
	headed bool                // a title or a heading was seen
	titled bool                // the first of them was a title: it is above the headings
}

// Tree reads a document. Its error is a [tree.Fault].
func Tree(data []byte) (*html.Node, error) {
	p, err := open(data)
	if err != nil {
		return nil, err
	}
	d, text, err := documentOf(p)
	if err != nil {
		return nil, err
	}
	page, body := tree.Page()
	f := &flow{d: d, into: body}
	err = each(text, "w:body", func(e *element) error {
		f.block(e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return page, nil
}

// documentOf reads all parts; text is the one that holds the document itself.
func documentOf(p pack) (d *document, text []byte, err error) {
	rel, err := p.relationsOf("")
	if err != nil {
		return nil, nil, err
	}
	name := rel.byType["officeDocument"]
	if text, err = p.read(name); err != nil {
		return nil, nil, err
	}
	if text == nil {
		return nil, nil, &tree.Fault{What: damaged, Cause: errNoDocument}
	}
	d = &document{notes: map[string]*element{}}
	if d.rel, err = p.relationsOf(name); err != nil {
		return nil, nil, err
	}
	parts := map[string]*element{}
	for _, kind := range []string{"styles", "numbering", "footnotes", "endnotes"} {
		if parts[kind], err = p.part(d.rel, kind); err != nil {
			return nil, nil, err
		}
	}
	d.styles = stylesOf(parts["styles"])
	d.lists = listsOf(parts["numbering"], d.styles)
	for kind, from := range map[string]string{"footnotes": "w:footnoteReference", "endnotes": "w:endnoteReference"} {
		for _, n := range parts[kind].inside {
			d.notes[from+n.get("id")] = n
		}
	}
	return d, text, nil
}
