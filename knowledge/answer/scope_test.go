package answer_test

import (
	"encoding/json"
	"strings"
	"testing"

	"careeradvisor/knowledge"
)

// TestScopes: whatever is asked, no part of an answer quotes a document outside the channel that it
// is meant for.
func TestScopes(t *testing.T) {
	e := engineOf(t, wholeEncoder(t), map[string]string{
		"open.md":       "# Diver\n\n## Pay of a diver\n\nA diver earns 40 coins a day.\n\n## Gear\n\nDivers keep their own masks clean.\n",
		"hr/bonus.md":   "# Bonus of divers\n\n## Bonus of a diver\n\nEach diver gets a zanzibar bonus of 900 coins in May.\n\n## Zanzibar stonecutter\n\nA zanzibar stonecutter cuts stones at night.\n",
		"law/secret.md": "---\nchannels: [C1]\n---\n# Zanzibar law\n\n## Leaving\n\nWhoever leaves gets six zanzibar months.\n\n| Grade | Zanzibar |\n|---|---|\n| Diver | seven |\n| Pilot | eight |\n",
		"es/secreto.md": "---\nchannels: [C1]\nlang: es\n---\n# Zanzíbar\n\nLos buzos zanzibar cobran cien monedas por la noche.\n",
	})
	outside := knowledge.Scope{Never: []string{"hr/"}}
	inside := knowledge.Scope{Channel: "C1"}
	elsewhere := knowledge.Scope{Channel: "C2", Never: []string{"hr/bonus.md"}}
	narrow := knowledge.Scope{Channel: "C1", Only: []string{"open.md"}}
	none := knowledge.Scope{Only: []string{"gone/"}}
	questions := map[string][]string{ // with what was asked before
		"What bonus does a diver get?": nil, "and in May?": {"What bonus does a diver get?"}, "What does somebody get who leaves?": nil, "zanzibar": nil,
		"hello": nil, "Diver vs pilot: how many zanzibar?": nil, "Diver vs zanzibar stonecutter?": nil, "¿Cuánto cobran los buzos por la noche?": nil,
		"What does a diver earn, and is there a bonus?": nil, "Each diver gets a zanzibar bonus of 900 coins in May.": nil,
	}
	for _, s := range []knowledge.Scope{outside, elsewhere, narrow, none} {
		for q, earlier := range questions {
			a, err := e.Answer(t.Context(), knowledge.Question{Text: q, Earlier: earlier, Scope: s})
			if err != nil {
				t.Fatal(err)
			}
			if a.Why != nil { // what was asked is not a quotation
				a.Why.Read, a.Why.Foreign, a.Why.Terms = "", nil, nil
			}
			data, err := json.Marshal(a)
			if err != nil {
				t.Fatal(err)
			}
			for _, secret := range []string{"900 coins", "bonus of", "six", "seven", "monedas", "hr/", "law/", "es/", "Leaving", "stones"} {
				if strings.Contains(string(data), secret) {
					t.Errorf("%+v %q: %q in %s", s, q, secret, data)
				}
			}
		}
		if got := strings.Join(e.Examples(s, 9), " "); strings.Contains(strings.ToLower(got), "zan") || strings.Contains(got, "Bonus") {
			t.Errorf("examples %s", got)
		}
	}
	for q, s := range map[string]knowledge.Scope{"What bonus does a diver get?": {}, "What does somebody get who leaves?": inside} {
		if a, err := e.Answer(t.Context(), knowledge.Question{Text: q, Scope: s}); err != nil || a.Kind != knowledge.Answered || !strings.Contains(a.Text(), "zanzibar") {
			t.Errorf("%q: %+v, %v", q, a, err)
		}
	}
	if a, _ := e.Answer(t.Context(), knowledge.Question{Text: "What does a diver earn?", Scope: narrow}); !strings.Contains(a.Text(), "40 coins") {
		t.Errorf("%+v", a)
	}
}
