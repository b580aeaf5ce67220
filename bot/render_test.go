package bot_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/bot"
	"careeradvisor/knowledge"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestRender(t *testing.T) {
	for name, test := range map[string]struct {
		answer knowledge.Answer
		asked  string
	}{
		"definition":  {definition(), ""},
		"echo":        {definition(), "What is a <TPM> & why?"},
		"comparison":  {versus(), ""},
		"unlabelled":  {unlabelled(), ""},
		"steps":       {path(), ""},
		"code":        {commands(), ""},
		"list":        {duties(), ""},
		"refuse":      {unknown(), ""},
		"clarify":     {unclear(), ""},
		"help":        {welcome(), ""},
		"sources":     {sameDocument(), ""},
		"hostile":     {hostile(), "<!channel> *PM* & TPM"},
		"nothing":     {knowledge.Answer{Kind: knowledge.Answered}, ""},
		"split-steps": {longSteps(), ""},
	} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			enc := json.NewEncoder(&got)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			if err := enc.Encode(bot.Render(test.answer, test.asked)); err != nil {
				t.Fatal(err)
			}
			golden(t, name+".json", got.Bytes())
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; go test ./bot -update writes it", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// longSteps does not fit into one message, nor its second step into one block.
func longSteps() knowledge.Answer {
	a := knowledge.Answer{Kind: knowledge.Answered, Shape: knowledge.Steps, Citations: []knowledge.Citation{basics}}
	for range 3 {
		a.Points = append(a.Points, knowledge.Point{Label: "Step", Text: strings.Repeat("Go on. ", 150)})
	}
	a.Points[1].Text = strings.Repeat("Keep going. ", 300)
	return a
}

// sameDocument cites several sections of one document in a row.
func sameDocument() knowledge.Answer {
	a := knowledge.Answer{Kind: knowledge.Answered, Lead: "It depends.", LeadCites: []int{0, 1, 2, 3}}
	for _, section := range []string{"Pay > By level", "Pay > By level > Senior", "Pay > By level > Junior", "Path"} {
		a.Citations = append(a.Citations, knowledge.Citation{Doc: "pay.md", Title: "Pay", Section: section})
	}
	return a
}
