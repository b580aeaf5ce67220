package answer_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// inLanguage is a document of Markdown in a language.
func inLanguage(t *testing.T, language, id, markdown string) knowledge.Document {
	t.Helper()
	d, err := new(load.Parser).Parse(t.Context(), load.File{ID: id, Data: []byte(markdown)})
	if err != nil {
		t.Fatal(err)
	}
	d.Language = language
	return d
}

// abroad is documents in several languages beside English ones.
func abroad(t *testing.T) library {
	t.Helper()
	lib, err := build([]knowledge.Document{
		inLanguage(t, "", "pilot.md", "---\nrole: Harbour pilot\n---\n# Harbour pilot\n\n## Pay\n\nA harbour pilot earns ninety coins a day.\n\n## Work\n\nPilots guide ships."),
		inLanguage(t, "es", "practico.md", "# Práctico de puerto\n\nEs un marino que conoce el puerto.\n\n## Sueldo\n\nEl práctico de puerto gana noventa monedas al día.\n\n"+
			"## Tareas\n\n- Guía los barcos.\n- Habla con las capitanías.\n\n## Niveles\n\n| Nivel | Monedas |\n|---|---|\n| Aprendiz | 40 |\n| Maestro | 120 |"),
		inLanguage(t, "ja", "kyuyo.md", "# 就業規則\n\n## 給与\n\n給与は年に一度見直されます。\n\n## 休暇\n\n休暇は年に二十日あります。"),
		inLanguage(t, "de", "lotse.md", "# Lotse\n\n## Lohn\n\nLotsen verdienen neunzig Münzen am Tag."),
		inLanguage(t, "zh", "gongzi.md", "# 引航员\n\n## 工资\n\n引航员的工资每年调整一次。"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func TestAnswersInTheLanguageOfTheQuestion(t *testing.T) {
	lib := abroad(t)
	for _, c := range []struct {
		q, doc string
		says   []string
	}{
		{"¿Cuánto gana un práctico de puerto?", "practico.md", []string{"El práctico de puerto gana noventa monedas al día."}},
		{"cuanto ganan los practicos?", "practico.md", []string{"gana noventa monedas"}},
		{"¿Qué es un práctico de puerto?", "practico.md", []string{"Es un marino que conoce el puerto."}},
		{"¿Cuáles son las tareas de un práctico?", "practico.md", []string{"• Guía los barcos.", "• Habla con las capitanías."}},
		{"¿Cuántas monedas gana un maestro?", "practico.md", []string{"Maestro", "Monedas: 120"}},
		{"給与はいくらですか?", "kyuyo.md", []string{"給与は年に一度見直されます。"}},
		{"休暇は何日ですか", "kyuyo.md", []string{"休暇は年に二十日あります。"}},
		{"Was verdient ein Lotse?", "lotse.md", []string{"Lotsen verdienen neunzig Münzen am Tag."}},
		{"引航员的工资是多少?", "gongzi.md", []string{"引航员的工资每年调整一次。"}},
		{"What does a harbour pilot earn?", "pilot.md", []string{"A harbour pilot earns ninety coins a day."}},
	} {
		a := lib.ask(t, c.q)
		if a.Kind != knowledge.Answered || len(a.Citations) != 1 || a.Citations[0].Doc != c.doc {
			t.Errorf("%s: %s from %v: %q", c.q, a.Kind, a.Citations, a.Text())
			continue
		}
		for _, s := range c.says {
			if !strings.Contains(a.Text(), s) {
				t.Errorf("%s: %q does not say %q", c.q, a.Text(), s)
			}
		}
	}
}

// TestSilentInEveryLanguage: what no document says is not answered, in any language.
func TestSilentInEveryLanguage(t *testing.T) {
	lib := abroad(t)
	for _, q := range []string{
		"¿Dónde puede aparcar un práctico de puerto?",
		"¿Cuándo se jubila un práctico?",
		"水先人はどこに駐車しますか?",
		"駐車場はどこですか",
		"Wo kann ein Lotse parken?",
		"引航员在哪里停车?",
		"Combien gagne un boulanger ?",
		"Where can a harbour pilot park?",
	} {
		if a := lib.ask(t, q); a.Kind == knowledge.Answered {
			t.Errorf("%s: %s from %v: %q", q, a.Kind, a.Citations, a.Text())
		}
	}
}
