package output_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/cmd/advisor/output"
	"careeradvisor/knowledge"
)

// compared is a table with a note.
var compared = knowledge.Answer{
	Kind: knowledge.Answered, Lead: "Both tend to lights.", LeadCites: []int{0}, Shape: knowledge.Table, Columns: []string{"Keeper", "Pilot"},
	Points: []knowledge.Point{
		{Label: "Place", Cells: []knowledge.Cell{{Text: "The tower on the rocks", Cites: []int{0}}, {Text: "The harbour", Cites: []int{0, 1}}}},
		{Label: "Pay", Cells: []knowledge.Cell{{Text: "31,000 crowns", Cites: []int{0}}, {}}},
	},
	Note:        "Nothing is said of the pilot's pay.",
	Citations:   []knowledge.Citation{{Doc: "keeper.md", Title: "Keeper"}, {Doc: "pilot.md", Title: "Pilot"}},
	Suggestions: []string{"What is a pilot?"},
}

const rest = `
Nothing is said of the pilot's pay.

Sources
[1] Keeper (keeper.md)
[2] Pilot (pilot.md)

You can also ask
• What is a pilot?
`

func TestAnswers(t *testing.T) {
	steps := knowledge.Answer{Kind: knowledge.Answered, Shape: knowledge.Steps, Points: []knowledge.Point{
		{Label: "Learn", Text: "the ropes of the harbour well", Inside: []knowledge.Point{{Text: "knots that hold in any storm"}}}, {Text: "Sail."},
	}}
	commands := knowledge.Answer{Kind: knowledge.Answered, Shape: knowledge.Steps, Points: []knowledge.Point{
		{Text: "Fetch the log:", Inside: []knowledge.Point{{Text: "git clone --depth 1 harbour/log\ncd log", Code: true}}}, {Text: "Start it."},
	}, Also: []knowledge.Point{{Text: "Then look around:"}, {Text: "ls", Code: true}}}
	for name, c := range map[string]struct {
		answer knowledge.Answer
		style  output.Style
		want   string
	}{
		"a table for a program": {compared, output.Style{}, `Both tend to lights. [1]

Place
  Keeper: The tower on the rocks [1]
  Pilot: The harbour [1, 2]

Pay
  Keeper: 31,000 crowns [1]
` + rest},
		"a table": {compared, output.Style{Width: 80}, `Both tend to lights. [1]

      │ Keeper                     │ Pilot
──────┼────────────────────────────┼───────────────────
Place │ The tower on the rocks [1] │ The harbour [1, 2]
Pay   │ 31,000 crowns [1]          │
` + rest},
		"a table that folds": {compared, output.Style{Width: 44}, `Both tend to lights. [1]

      │ Keeper           │ Pilot
──────┼──────────────────┼──────────────────
Place │ The tower on the │ The harbour
      │ rocks [1]        │ [1, 2]
──────┼──────────────────┼──────────────────
Pay   │ 31,000 crowns    │
      │ [1]              │
` + rest},
		"no room for a table": {compared, output.Style{Width: 34}, `Both tend to lights. [1]

Place
  Keeper: The tower on the rocks
    [1]
  Pilot: The harbour [1, 2]

Pay
  Keeper: 31,000 crowns [1]

Nothing is said of the pilot's
pay.
` + rest[len("\nNothing is said of the pilot's pay.\n"):]},
		"steps": {steps, output.Style{Width: 24}, "1. Learn: the ropes of\n   the harbour well\n  • knots that hold in\n    any storm\n2. Sail.\n"},
		"code":  {commands, output.Style{Width: 24}, "1. Fetch the log:\n  git clone --depth 1 harbour/log\n  cd log\n2. Start it.\n\nThen look around:\n\n  ls\n"},
		"wide letters, and what is longer than a line": {knowledge.Answer{Lead: "給与 は 年に一度 見直す", Note: "https://example.org/very/long"}, output.Style{Width: 10},
			"給与 は\n年に一度\n見直す\n\nhttps://ex\nample.org/\nvery/long\n"},
		"colour": {knowledge.Answer{Lead: "A keeper tends it.", LeadCites: []int{0}, Citations: compared.Citations[:1]}, output.Style{Width: 80, Paint: true},
			"A keeper tends it. \x1b[2m[1]\x1b[0m\n\n\x1b[1mSources\x1b[0m\n[1] Keeper \x1b[2m(keeper.md)\x1b[0m\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			output.Answer(&out, c.answer, c.style)
			if out.String() != c.want {
				t.Errorf("printed\n%s\nand not\n%s", &out, c.want)
			}
		})
	}
}

// TestATableFitsItsTerminal, however wide that is.
func TestATableFitsItsTerminal(t *testing.T) {
	for columns := 20; columns < 120; columns++ {
		var out bytes.Buffer
		output.Answer(&out, compared, output.Style{Width: columns})
		for line := range strings.Lines(out.String()) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > columns {
				t.Errorf("%d columns: %q has %d", columns, line, n)
			}
		}
	}
}

func TestWhatIsNoTerminalHasNoStyle(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "file"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if s := output.StyleOf(f); s != (output.Style{}) {
		t.Errorf("a file has %+v", s)
	}
	if s := output.StyleOf(&bytes.Buffer{}); s != (output.Style{}) {
		t.Errorf("a buffer has %+v", s)
	}
}
