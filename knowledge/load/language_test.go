package load_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge/load"
)

func TestLanguages(t *testing.T) {
	const spanish = "El práctico de puerto guía los barcos por las aguas difíciles y gana noventa monedas al día.\n\n" +
		"Para ser práctico hay que navegar durante muchos años y aprobar después un examen que dura dos días.\n\n" +
		"Las vacaciones son de cuatro semanas, que se piden al capitán con tiempo y por escrito.\n\n" +
		"Quien trabaja de noche recibe el doble, y quien lo hace con tormenta recibe además un barco.\n"
	const english = "A pilot guides ships through waters that are hard to sail, and earns ninety coins a day.\n\n"
	for _, c := range []struct{ name, file, text, want string }{
		{"English", "a.md", strings.Repeat(english, 5), ""},
		{"Spanish", "a.md", spanish, "es"},
		{"German", "a.md", strings.NewReplacer("ä", "ä").Replace("Die Lotsin führt Schiffe durch schwierige Gewässer und verdient neunzig Münzen am Tag.\n\n" +
			"Wer es werden will, fährt erst viele Jahre zur See und legt dann eine Prüfung ab, die zwei Tage dauert.\n\n" +
			"Der Urlaub beträgt vier Wochen und wird rechtzeitig und schriftlich beim Kapitän beantragt.\n\n" +
			"Nachts gibt es das Doppelte, und bei Sturm außerdem ein Boot für jeden, der hinausfährt.\n"), "de"},
		{"too short to tell", "a.md", "El práctico gana noventa monedas.\n", ""},
		{"Japanese", "a.md", "# 給与\n\n給与は年に一度、四月に見直されます。休暇は二十日です。\n", "ja"},
		{"Chinese", "a.md", "# 薪酬\n\n薪酬每年四月审查一次。假期为二十天，须提前申请。\n", "zh"},
		{"Korean", "a.md", "급여는 매년 사월에 검토됩니다. 휴가는 이십 일이며 미리 신청해야 합니다.\n", "ko"},
		{"Russian", "a.md", "Лоцман проводит суда через трудные воды и получает девяносто монет в день. Отпуск длится четыре недели.\n", "ru"},
		{"Greek with English names", "a.md", "Ο πλοηγός χρησιμοποιεί το Microsoft Outlook και το Slack κάθε μέρα στη δουλειά του.\n", "el"},
		{"told by front matter", "a.md", "---\nlang: fr_CA\n---\n" + english, "fr"},
		{"told to be English", "a.md", "---\nlang: en-GB\n---\n" + spanish, ""},
		{"told by the page", "a.html", `<html lang="PT-br"><p>Text.`, "pt"},
		{"told nonsense", "a.html", `<html lang="<!-- -->"><p>Text.`, ""},
		{"a list of names", "a.md", strings.Repeat("- Anna Müller, Jan de Vries, Luca Rossi, José García\n", 20), ""},
		{"code is no text", "a.md", english + "```\n" + spanish + "```\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := parse(t, c.file, c.text).Language; got != c.want {
				t.Errorf("language %q, want %q", got, c.want)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	const want = "= \nparagraph: Größe 5 €, “so”.\n"
	for name, c := range map[string]struct{ file, data string }{
		"UTF-8":                    {"a.txt", "Größe 5 €, “so”.\n"},
		"UTF-8 with a mark":        {"a.txt", "\ufeffGröße 5 €, “so”.\n"},
		"UTF-8 that was damaged":   {"a.txt", "Größe 5 €,\xff “so”.\n"},
		"UTF-16, little, marked":   {"a.md", wide("\ufeffGröße 5 €, “so”.\n", 0)},
		"UTF-16, big, marked":      {"a.md", wide("\ufeffGröße 5 €, “so”.\n", 1)},
		"UTF-16, little, unmarked": {"a.md", wide("Größe 5 €, “so”.\n", 0)},
		"UTF-16, big, unmarked":    {"a.md", wide("Größe 5 €, “so”.\n", 1)},
		"Windows":                  {"a.md", "Gr\xf6\xdfe 5 \x80, \x93so\x94.\n"},
		"named by a page":          {"a.html", `<meta charset="macintosh"><p>Gr` + "\x9a\xa7e 5 \xdb, \xd2so\xd3."},
	} {
		d, err := new(load.Parser).Parse(t.Context(), load.File{ID: c.file, Data: []byte(c.data)})
		if err != nil || dump(d) != want {
			t.Errorf("%s: %v, %s", name, err, dump(d))
		}
	}
}

// wide is a text in UTF-16; high says which byte of each pair has the higher bits.
func wide(text string, high int) string {
	var b []byte
	for _, r := range text {
		two := [2]byte{byte(r), byte(r)}
		two[1-high] = byte(r >> 8)
		b = append(b, two[:]...)
	}
	return string(b)
}
