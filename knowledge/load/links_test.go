package load_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge/load"
)

// TestOpenLinksAreText checks that a document of nothing but open links is read at
// once, as text; parsed as links, this one takes minutes.
func TestOpenLinksAreText(t *testing.T) {
	for name, hostile := range map[string]string{"brackets": "[", "targets": "[a]("} {
		t.Run(name, func(t *testing.T) {
			text := "# Bakers\n\nA baker bakes bread.\n\n" + strings.Repeat(hostile, 600_000/len(hostile))
			doc, err := load.Parse(load.File{ID: "b.md", Data: []byte(text)})
			if err != nil {
				t.Fatal(err)
			}
			if first := doc.Passages()[0].Text; first != "A baker bakes bread." {
				t.Errorf("the text before is lost: %q", first)
			}
		})
	}
}
