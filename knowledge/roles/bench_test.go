package roles_test

import (
	"fmt"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
)

// BenchmarkNew reads a handbook of 4,000 sections, of which one in ten is about a role.
func BenchmarkNew(b *testing.B) {
	var files [][2]string
	for i := range 400 {
		text := fmt.Sprintf("# Page %d\n\nWe write things down, so that people find them.\n", i)
		for s := range 9 {
			text += fmt.Sprintf("\n## Section %d of it\n\nAsk your manager two weeks before. The team lead decides, and tells the project manager.\n\n- Deliver: on time\n- Write: a note\n", s)
		}
		text += fmt.Sprintf("\n## Deck Officer of the watch %d\n\nA deck officer keeps watch and is responsible for the ship.\n", i)
		files = append(files, [2]string{fmt.Sprintf("p/%d.md", i), text})
	}
	docs := parse(b, files...)
	for b.Loop() {
		roles.New(docs)
	}
}

// BenchmarkIn reads a question with a typing error.
func BenchmarkIn(b *testing.B) {
	var docs []knowledge.Document
	for i := range 200 {
		docs = append(docs, parse(b, [2]string{fmt.Sprintf("r/%d.md", i), fmt.Sprintf("# Keeper of gate%cx%d\n\nOpens it.\n", 'a'+i%26, i)})...)
	}
	docs = append(docs, parse(b, [2]string{"r/pm.md", "# Project Manager\n\nA project manager plans.\n"})...)
	x := roles.New(docs)
	for b.Loop() {
		x.In("How does a projct manager become a tech lead, and what does a data engineer earn?")
	}
}
