package load_test

import (
	"fmt"
	"strings"
	"testing"

	"careeradvisor/knowledge/load"
)

func TestCSV(t *testing.T) {
	table := "= \nrow 1: Years=More than 5 | Crew=$90k, or more\nrow 1: Years=Less | Crew=$40k\n"
	checkStructures(t, "pay.csv", []structure{
		{"commas", lines(`Years,Crew`, `More than 5,"$90k, or more"`, `Less,$40k`), table},
		{"semicolons", lines(`Years;Crew`, `More than 5;$90k, or more`, `Less;$40k`), table},
		{"tabs", lines("Years\tCrew", "More than 5\t$90k, or more", "Less\t$40k"), table},
		{"bars", lines("Years|Crew", "More than 5|$90k, or more", "Less|$40k"), table},
		{"a separator that is named", lines("sep=~", "Years~Crew", "More than 5~$90k, or more", "Less~$40k"), table},
		{"lines of Windows, and empty rows", "Years,Crew\r\n,\r\n\r\nMore than 5,\"$90k, or\r\nmore\"\r\n\" \",\r\nLess,$40k\r\n", table},
		{"a title above", lines(`Pay of pilots,`, `Years,Crew`, `More than 5,"$90k, or more"`, `Less,$40k`), "= \nparagraph: Pay of pilots\n" + strings.TrimPrefix(table, "= \n")},
		{"short and long rows", lines("a,b", "c", "d,e,f", "g,h"), "= \nrow 1: a=c | b=\nrow 1: a=d | b=e | f\nrow 1: a=g | b=h\n"},
		{"quotes astray", lines(`a,b`, `5" nails,"so "they" say"`), "= \nrow 1: a=5\" nails | b=so \"they\" say\n"},
		{"one column", lines("Free lunch", "A bicycle, leased", "Tea"), "= \nitem 1: Free lunch\nitem 1: A bicycle, leased\nitem 1: Tea\n"},
		{"questions and answers", lines("Topic,Question,ANSWER,Source", `Pay,What does a pilot earn?,"Ninety a day.`, `And a boat.",Handbook`, `,Can I sail?,Yes.,`),
			"= What does a pilot earn?\nparagraph: Ninety a day.\nparagraph: And a boat.\nparagraph [Topic]: Topic: Pay\nparagraph [Source]: Source: Handbook\n= Can I sail?\nparagraph: Yes.\n"},
		{"short names of them", lines("A;Q", "Yes.;Can I sail?"), "= Can I sail?\nparagraph: Yes.\n"},
		{"a separator that is not quoted", lines("Q;A", "Can I sail?;Yes;  but not alone.", "When?;Now."), "= Can I sail?\nparagraph: Yes but not alone.\n= When?\nparagraph: Now.\n"},
		{"a question without its answers' column", lines("Question,Place", "Where?,Here"), "= \nrow 1: Question=Where? | Place=Here\n"},
	})
}

func TestCSVBeyondTheLimits(t *testing.T) {
	var parser load.Parser
	for _, c := range []struct{ text, say string }{
		{strings.Repeat(strings.Repeat("a,", 1000)+"\n", 501), "holds more than 500000 cells: split it."},
		{"a,b\n" + strings.Repeat("c,d\n", load.MaxPassages+1), "holds more than 50000 sections or passages: split it."},
	} {
		_, err := parser.Parse(t.Context(), load.File{ID: "pay.csv", Data: []byte(c.text)})
		wantSay(t, err, fmt.Sprintf("The file %q %s", "pay.csv", c.say))
	}
}

func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"Years,Crew\n5,\"$90k, or\nmore\"\n", "a;b\n\"c;d\n", "sep=\n\na\tb\n", "Q,A\nWhere?,Here.\n", "a|b\n\n,,,\n", "sep=\"\na\"b\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := understood(t, "pay.csv", text)
		if !ok {
			return
		}
		bare := strings.NewReplacer(`"`, "", ":", "") // quotes are doubled, or around values; a column's name ends in a colon
		text = bare.Replace(visible(text))
		for _, said := range sayings(d) {
			for _, word := range strings.Fields(visible(said)) {
				if word != "|" && !strings.Contains(text, bare.Replace(word)) {
					t.Fatalf("the word %q stands nowhere in the text", word)
				}
			}
		}
	})
}
