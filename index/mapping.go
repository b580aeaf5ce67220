package index

import (
	"strings"

	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/mapping"
)

// mappingVersion changes whenever what is indexed for a passage does: another
// field, another analysis. A generation of another version is never opened.
const mappingVersion = 1

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

// kindField holds a passage's kind, as one word.
const kindField = "kind"

func (f field) String() string { return fieldNames[f] }

// newMapping is static: a field that is not named here is not indexed. Nothing
// is stored, as the passages are kept beside Bleve; every field keeps positions,
// for the nearness of words.
func newMapping() *mapping.IndexMappingImpl {
	all := bleve.NewDocumentStaticMapping()
	for _, name := range fieldNames {
		f := bleve.NewTextFieldMapping()
		f.Analyzer = en.AnalyzerName
		f.Store, f.DocValues, f.IncludeInAll = false, false, false
		f.IncludeTermVectors = true
		all.AddFieldMappingsAt(name, f)
	}
	kind := bleve.NewKeywordFieldMapping() // not ranked by: for whoever reads the index with Bleve's own tools
	kind.Store, kind.DocValues, kind.IncludeInAll, kind.IncludeTermVectors = false, false, false, false
	all.AddFieldMappingsAt(kindField, kind)
	all.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())
	m := bleve.NewIndexMapping()
	m.DefaultMapping = all
	m.DefaultAnalyzer = en.AnalyzerName
	return m
}

// fieldsOf is what is indexed of a passage in a section of a document. A table's
// column names are headings too: they stand above each of its cells.
func fieldsOf(d knowledge.Document, s knowledge.Section, p knowledge.Passage) map[string]any {
	path := s.Path
	if len(path) > 0 && path[0] == d.Title {
		path = path[1:] // the title is a field of its own
	}
	above := append(append([]string{}, path...), p.Columns...)
	return map[string]any{
		kindField:                string(p.Kind),
		fieldNames[textField]:    separate(p.Text),
		fieldNames[headingField]: separate(strings.Join(above, " > ")),
		fieldNames[titleField]:   separate(d.Title),
		fieldNames[roleField]:    separate(strings.Join(append([]string{d.Role}, d.Aliases...), ", ")),
	}
}
