package index

import (
	"strings"

	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
)

// mappingVersion changes whenever what is indexed for a passage does: another
// field, another analysis. A generation of another version is never opened.
const mappingVersion = 2

// field is one searched part of a passage.
type field int

// The fields, in the order of [fieldNames].
const (
	textField field = iota
	headingField
	titleField
	roleField
	fieldCount
)

var fieldNames = [fieldCount]string{"text", "heading", "title", "role"}

// name is what Bleve calls the field of passages that are read with an analyzer. Each
// has fields of its own, so that English pain does not find French bread, and whether
// a word is rare is asked of its own language.
func (f field) name(analyzer string) string { return fieldNames[f] + "_" + analyzer }

// kindField holds a passage's kind, as one word.
const kindField = "kind"

// newMapping has the fields of passages that are read with some analyzers. It is
// static: a field that is not named here is not indexed. Nothing is stored, as the
// passages are kept beside Bleve; every field keeps positions, for the nearness of
// words.
func newMapping(analyzers []string) (*mapping.IndexMappingImpl, error) {
	all := bleve.NewDocumentStaticMapping()
	for _, analyzer := range analyzers {
		for f := range fieldCount {
			m := bleve.NewTextFieldMapping()
			m.Analyzer = analyzer
			m.Store, m.DocValues, m.IncludeInAll = false, false, false
			m.IncludeTermVectors = true
			all.AddFieldMappingsAt(f.name(analyzer), m)
		}
	}
	kind := bleve.NewKeywordFieldMapping() // not ranked by: for those who read the index with Bleve's own tools
	kind.Store, kind.DocValues, kind.IncludeInAll, kind.IncludeTermVectors = false, false, false, false
	all.AddFieldMappingsAt(kindField, kind)
	all.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())
	m := bleve.NewIndexMapping()
	m.DefaultMapping = all
	return m, addAnyLanguage(m)
}

// fieldsOf is what is indexed of a passage in a section of a document. A table's
// column names are headings too: they are above each of its cells.
func fieldsOf(d knowledge.Document, s knowledge.Section, p knowledge.Passage) map[string]any {
	path := s.Path
	if len(path) > 0 && path[0] == d.Title {
		path = path[1:] // the title is a field of its own
	}
	above := append(append([]string{}, path...), p.Columns...)
	analyzer := analyzerOf(d.Language)
	return map[string]any{
		kindField:                   string(p.Kind),
		textField.name(analyzer):    separate(p.Text),
		headingField.name(analyzer): separate(strings.Join(above, " > ")),
		titleField.name(analyzer):   separate(d.Title),
		roleField.name(analyzer):    separate(strings.Join(append([]string{d.Role}, d.Aliases...), ", ")),
	}
}
