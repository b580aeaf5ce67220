package render_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"careeradvisor/bot/render"
	"careeradvisor/knowledge"
)

// TestRenderWithinLimits renders answers far larger than the engine makes: each message keeps
// within Slack's limits, and no word is lost.
func TestRenderWithinLimits(t *testing.T) {
	for name, a := range map[string]knowledge.Answer{
		"long lead":       {Lead: words(0, 4000)},
		"long prose":      many(knowledge.Prose, 200, 40),
		"long list":       many(knowledge.List, 300, 20),
		"many steps":      many(knowledge.Steps, 120, 3),
		"long step":       many(knowledge.Steps, 2, 1500),
		"long table":      grid(250, 3, 5),
		"many rows":       grid(250, 1, 1),
		"wide table":      grid(3, 25, 4),
		"fat row":         grid(2, 2, 900),
		"text and cells":  with(grid(2, 2, 900), knowledge.Point{Text: words(9000, 5)}),
		"empty rows":      with(grid(1, 2, 2), make([]knowledge.Point, 250)...),
		"fat column name": {Shape: knowledge.Table, Columns: []string{words(0, 300)}, Points: []knowledge.Point{{Cells: []knowledge.Cell{{Text: words(300, 3)}}}}},
		"many sources":    cited(300),
		"all ampersands":  {Lead: strings.Repeat("&", 5000) + words(0, 1)},
	} {
		t.Run(name, func(t *testing.T) {
			var text, shown strings.Builder
			for i, m := range render.Answer(a, "", render.Controls{}) {
				checkLimits(t, i, m)
				text.WriteString(m.Text + "\n")
				blocks, err := json.Marshal(m.Blocks)
				if err != nil {
					t.Fatal(err)
				}
				shown.Write(blocks)
			}
			for _, w := range strings.Fields(a.Text()) {
				w = strings.TrimSuffix(w, ":")
				if strings.HasPrefix(w, "w") && (!strings.Contains(text.String(), w) || !strings.Contains(shown.String(), w)) {
					t.Fatalf("%s is lost", w)
				}
			}
		})
	}
}

func with(a knowledge.Answer, more ...knowledge.Point) knowledge.Answer {
	a.Points = append(a.Points, more...)
	return a
}

func checkLimits(t *testing.T, i int, m render.Message) {
	t.Helper()
	if n := len(m.Blocks); n == 0 || n > render.MaxBlocks {
		t.Errorf("message %d has %d blocks", i, n)
	}
	if n := render.Size(m.Text); n == 0 || n > render.MaxMessage {
		t.Errorf("message %d has a text of %d", i, n)
	}
	tables, all := 0, 0
	for _, b := range m.Blocks {
		raw, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		var block any
		if err := json.Unmarshal(raw, &block); err != nil {
			t.Fatal(err)
		}
		n := shownText(t, block)
		all += n
		switch o := block.(map[string]any); o["type"] {
		case "table":
			tables++
			rows := o["rows"].([]any)
			if len(rows) > 100 || len(rows[0].([]any)) > 20 {
				t.Errorf("message %d has a table of %d rows of %d", i, len(rows), len(rows[0].([]any)))
			}
		case "context":
			if n > render.MaxFine {
				t.Errorf("message %d has small print of %d", i, n)
			}
		}
	}
	if tables > 1 || all > 9000 {
		t.Errorf("message %d has %d tables and %d characters in blocks", i, tables, all)
	}
}

// shownText is the length of all text in blocks, none of which may be empty.
func shownText(t *testing.T, v any) (n int) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			n += shownText(t, e)
		}
	case map[string]any:
		for k, e := range v {
			if s, ok := e.(string); ok && k == "text" {
				if s == "" {
					t.Error("an empty text")
				}
				n += render.Size(s)
			} else {
				n += shownText(t, e)
			}
		}
	}
	return n
}

// words are n different words, starting at number from.
func words(from, n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("w%d.", from+i)
	}
	return strings.Join(all, " ")
}

func many(shape knowledge.Shape, points, each int) knowledge.Answer {
	a := knowledge.Answer{Shape: shape}
	for i := range points {
		a.Points = append(a.Points, knowledge.Point{Label: fmt.Sprintf("wL%d.", i), Text: words(i*each, each)})
	}
	return a
}

func grid(rows, columns, each int) knowledge.Answer {
	a := knowledge.Answer{Shape: knowledge.Table}
	for c := range columns {
		a.Columns = append(a.Columns, fmt.Sprintf("wC%d.", c))
	}
	for r := range rows {
		p := knowledge.Point{Label: fmt.Sprintf("wR%d.", r)}
		for c := range columns {
			p.Cells = append(p.Cells, knowledge.Cell{Text: words((r*columns+c)*each, each)})
		}
		a.Points = append(a.Points, p)
	}
	return a
}

func cited(n int) knowledge.Answer {
	a := knowledge.Answer{Lead: "w0. See below."}
	for i := range n {
		a.Citations = append(a.Citations, knowledge.Citation{Title: fmt.Sprint("Guide ", i), Section: "Part > " + words(i, 3)})
		a.LeadCites = append(a.LeadCites, i)
	}
	return a
}
