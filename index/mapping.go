package index

import (
	"strings"

	"careeradvisor/index/rank"
	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
)

// mappingVersion changes whenever what is indexed for a passage does: another
// field, another analysis. A generation of another version is never opened.
const mappingVersion = 2

// kindField holds a passage's kind, as one word.
const kindField = "kind"

// newMapping has the fields of passages that are read with some analyzers. It is static: a field
// that is not named here is not indexed. Nothing is stored, as the passages are kept beside Bleve;
// every field keeps positions, for the proximity of words.
func newMapping(analyzers []string) (*mapping.IndexMappingImpl, error) {
	all := bleve.NewDocumentStaticMapping()
	for _, analyzer := range analyzers {
		for f := range rank.Fields {
			m := bleve.NewTextFieldMapping()
			m.Analyzer = analyzer
			m.Store, m.DocValues, m.IncludeInAll = false, false, false
			m.IncludeTermVectors = true
			all.AddFieldMappingsAt(f.Name(analyzer), m)
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

// fieldsOf returns the fields to index for a passage in a section of a document. A table's column
// names are headings too: they are above each of its cells.
func fieldsOf(d knowledge.Document, s knowledge.Section, p knowledge.Passage) map[string]any {
	path := s.Path
	if len(path) > 0 && path[0] == d.Title {
		path = path[1:] // the title is a field of its own
	}
	above := append(append([]string{}, path...), p.Columns...)
	analyzer := analyzerOf(d.Language)
	return map[string]any{
		kindField:                   string(p.Kind),
		rank.Text.Name(analyzer):    rank.Separate(p.Text),
		rank.Heading.Name(analyzer): rank.Separate(strings.Join(above, " > ")),
		rank.Title.Name(analyzer):   rank.Separate(d.Title),
		rank.Role.Name(analyzer):    rank.Separate(strings.Join(append([]string{d.Role}, d.Aliases...), ", ")),
	}
}
