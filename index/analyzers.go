package index

import (
	"slices"

	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	"github.com/blevesearch/bleve/v2/analysis/lang/da"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fa"
	"github.com/blevesearch/bleve/v2/analysis/lang/fi"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/hi"
	"github.com/blevesearch/bleve/v2/analysis/lang/hr"
	"github.com/blevesearch/bleve/v2/analysis/lang/hu"
	"github.com/blevesearch/bleve/v2/analysis/lang/it"
	"github.com/blevesearch/bleve/v2/analysis/lang/nl"
	"github.com/blevesearch/bleve/v2/analysis/lang/no"
	"github.com/blevesearch/bleve/v2/analysis/lang/pl"
	"github.com/blevesearch/bleve/v2/analysis/lang/pt"
	"github.com/blevesearch/bleve/v2/analysis/lang/ro"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"
	"github.com/blevesearch/bleve/v2/analysis/lang/sv"
	"github.com/blevesearch/bleve/v2/analysis/lang/tr"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/mapping"

	"careeradvisor/knowledge"
)

// analyzers are Bleve's, by language as in [knowledge.Document]. Chinese, Japanese and Korean share
// one, which cuts text without spaces into overlapping pairs of characters.
var analyzers = map[string]string{
	"": en.AnalyzerName, "en": en.AnalyzerName,
	"zh": cjk.AnalyzerName, "ja": cjk.AnalyzerName, "ko": cjk.AnalyzerName,
	"nb": no.AnalyzerName, "nn": no.AnalyzerName, "no": no.AnalyzerName,
	"ar": ar.AnalyzerName, "da": da.AnalyzerName, "de": de.AnalyzerName, "es": es.AnalyzerName,
	"fa": fa.AnalyzerName, "fi": fi.AnalyzerName, "fr": fr.AnalyzerName, "hi": hi.AnalyzerName, "hr": hr.AnalyzerName,
	"hu": hu.AnalyzerName, "it": it.AnalyzerName, "nl": nl.AnalyzerName, "pl": pl.AnalyzerName, "pt": pt.AnalyzerName,
	"ro": ro.AnalyzerName, "ru": ru.AnalyzerName, "sv": sv.AnalyzerName, "tr": tr.AnalyzerName,
}

// anyLanguage is the analyzer for languages that Bleve has none for: it finds words by Unicode's
// rules and changes only their case.
const anyLanguage = "any"

// analyzerOf is the name of the analyzer for a language.
func analyzerOf(language string) string {
	if name, ok := analyzers[language]; ok {
		return name
	}
	return anyLanguage
}

// analyzersOf are the names of the analyzers for documents, each once, in
// alphabetical order.
func analyzersOf(docs []knowledge.Document) []string {
	var all []string
	for _, d := range docs {
		if name := analyzerOf(d.Language); !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}

// addAnyLanguage makes the analyzer known to a mapping.
func addAnyLanguage(m *mapping.IndexMappingImpl) error {
	return m.AddCustomAnalyzer(anyLanguage, map[string]any{
		"type": custom.Name, "tokenizer": unicode.Name, "token_filters": []string{lowercase.Name},
	})
}
