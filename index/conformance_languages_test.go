package index_test

import (
	"fmt"
	"testing"

	"careeradvisor/knowledge"

	"github.com/google/go-cmp/cmp"
)

// in is a document in a language, with a section of one paragraph for each heading.
func in(language, id, title string, sections ...[2]string) knowledge.Document {
	d := knowledge.Document{ID: id, Title: title, Language: language}
	for _, s := range sections {
		add(&d, []string{s[0]}, knowledge.Passage{Text: s[1]})
	}
	return d
}

// harbour is a place of many languages, with a document on pay, work and leave in each.
func harbour() []knowledge.Document {
	return []knowledge.Document{
		in("", "en", "Harbour pilot",
			[2]string{"Pay", "A harbour pilot earns ninety coins a day, in India too."},
			[2]string{"Work", "Pilots guide ships through the channel."},
			[2]string{"Leave", "There are twenty days of holiday a year."}),
		in("es", "es", "Práctico de puerto",
			[2]string{"Sueldo", "El práctico de puerto gana noventa monedas al día."},
			[2]string{"Tareas", "Guía los barcos por el canal y habla con las capitanías."},
			[2]string{"Vacaciones", "Son veinte días al año."}),
		in("de", "de", "Hafenlotse",
			[2]string{"Lohn", "Hafenlotsen verdienen neunzig Münzen am Tag."},
			[2]string{"Arbeit", "Sie führen Schiffe durch den Kanal."},
			[2]string{"Urlaub", "Es gibt zwanzig freie Tage im Jahr."}),
		in("fr", "fr", "Pilote de port",
			[2]string{"Salaire", "Les pilotes gagnent quatre-vingt-dix pièces par jour."},
			[2]string{"Travail", "Ils guident l'équipage et les navires dans le chenal."},
			[2]string{"Congés", "Il y a vingt jours par an."}),
		in("ja", "ja", "水先人",
			[2]string{"給与", "給与は年に一度見直されます。"},
			[2]string{"仕事", "水先人は船を港まで導きます。"},
			[2]string{"休暇", "休暇は年に二十日あります。"}),
		in("uk", "uk", "Лоцман", // Bleve knows its words, but not its grammar
			[2]string{"Платня", "Лоцман отримує дев'яносто монет на день."},
			[2]string{"Праця", "Він веде кораблі каналом."}),
	}
}

// languages checks that documents are found by the words of their own language: in another form,
// with and without accents, and where no spaces separate words.
func (s suite) languages(t *testing.T) {
	docs := harbour()
	for i := range 60 { // most of a company's documents are English
		docs = append(docs, plain(fmt.Sprint("log", i), "The log of a day at sea.", "Nothing happened."))
	}
	e := s.open(t, docs)
	for query, want := range map[string]string{
		"What do harbour pilots earn?":             "en#1",
		"Who guides the ship?":                     "en#2",
		"¿Cuánto gana un práctico de puerto?":      "es#1",
		"cuanto ganan los practicos":               "es#1",
		"¿Quién habla con la capitanía?":           "es#2",
		"¿Cuánto gana un práctico en la India?":    "es#1", // although only an English passage has "India"
		"Was verdient ein Hafenlotse?":             "de#1",
		"Wer führt das Schiff durch die Kanäle?":   "de#2",
		"Combien gagne un pilote de port ?":        "fr#1",
		"Qui guide l’équipage des navires ?":       "fr#2",
		"給与はいくらですか?":                               "ja#1",
		"休暇は何日ですか":                                 "ja#3",
		"скільки монет отримує лоцман?":            "uk#1",
		"How many days of holiday, in the harbor?": "en#3",
	} {
		if got := ids(search(t, e, text(query))); len(got) == 0 || got[0] != want {
			t.Errorf("%q finds %q, want %s first", query, got, want)
		}
	}
}

// apart checks that documents in one language do not change how those in another rank, and that a
// word of one is not taken for a typing error in the other.
func (s suite) apart(t *testing.T) {
	var english []knowledge.Document
	for i := range 8 {
		english = append(english, plain(fmt.Sprint("e", i), "The baker of the oven.", "A pilot earns bread.", "Bread is no pain to bake, and a glaze none to stir."))
	}
	both := append([]knowledge.Document{
		in("fr", "f", "Pain", [2]string{"Pain", "Le pilote gagne du pain."}, [2]string{"Dessert", "La glace fond."}),
	}, english...)
	alone, together := s.open(t, english), s.open(t, both)
	for _, query := range []string{"pilot earns bread", "oven", "is baking a pain?", "which pilot bakes"} {
		q := text(query)
		q.Limit = 30
		want := ids(search(t, alone, q))
		var got []string
		for _, id := range ids(search(t, together, q)) {
			if id[0] == 'e' {
				got = append(got, id)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-alone +beside French):\n%s", query, diff)
		}
	}
	if got := ids(search(t, together, text("glace"))); len(got) != 1 || got[0] != "f#2" {
		t.Errorf("a French word finds %q", got)
	}
}
