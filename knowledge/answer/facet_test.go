package answer

import (
	"maps"
	"slices"
	"testing"
)

// TestFacetsThatAreNamedAreThere holds the names of facets, wherever they stand,
// against the table: none may be missing, or taken for another.
func TestFacetsThatAreNamedAreThere(t *testing.T) {
	named := append([]string{facetDifference, facetInterview, facetPath, facetLevel, facetFit, facetDuties, facetDefinition, "names"}, offered...)
	named = slices.AppendSeq(named, maps.Keys(portrayed))
	for _, a := range aspects {
		named = append(named, a.facet)
	}
	table := newFacetTable(facets)
	for _, name := range named {
		if got := table.row(name).name; got != name {
			t.Errorf("the row of %q is that of %q", name, got)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a facet that is not there has a row")
		}
	}()
	table.row("wages")
}
