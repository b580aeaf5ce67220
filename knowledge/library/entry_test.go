package library

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// entryDoc makes a document of an entry and reads it back.
func entryDoc(t *testing.T, e Entry) knowledge.Document {
	t.Helper()
	data, err := entryMarkdown(e, "2026-05-04")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := new(load.Parser).Parse(t.Context(), load.File{ID: "answers/x.md", Name: "x.md", Data: data})
	if err != nil {
		t.Fatalf("%v:\n%s", err, data)
	}
	return doc
}

// said returns a document's passages, each with its kind in front.
func said(doc knowledge.Document) []string {
	var all []string
	for _, p := range doc.Passages() {
		all = append(all, string(p.Kind)+": "+p.Text)
	}
	return all
}

func TestAnEntryBecomesADocument(t *testing.T) {
	doc := entryDoc(t, Entry{
		Question: "How do I  apply internally", By: "ann", Source: "The *people* handbook: page 3 # x",
		Answer: "It takes\na month.\n\nDo this:\n1. Talk to your manager.\n2) Fill in the form.\n\n3. Wait.\n- Be kind.\n* Be there.\nThat is all.",
	})
	if doc.Title != "How do I apply internally?" || doc.Source != "The *people* handbook: page 3 # x" || doc.Date != "2026-05-04" {
		t.Errorf("the document is %q of %q from %s", doc.Title, doc.Source, doc.Date)
	}
	if len(doc.Sections) != 1 || doc.Sections[0].Name() != "How do I apply internally?" {
		t.Errorf("sections %+v", doc.Sections)
	}
	want := []string{
		"paragraph: It takes a month.", "paragraph: Do this:", "step: Talk to your manager.", "step: Fill in the form.", "step: Wait.",
		"item: Be kind.", "item: Be there.", "paragraph: That is all.",
	}
	if diff := cmp.Diff(want, said(doc)); diff != "" {
		t.Error(diff)
	}
	if doc := entryDoc(t, Entry{Question: "x?", Answer: "So it is.", By: "ann"}); doc.Source != "ann" {
		t.Errorf("the source is %q", doc.Source)
	}
}

// TestAnEntryStaysText although it has everything that Markdown and YAML could take for markup.
func TestAnEntryStaysText(t *testing.T) {
	hostile := []string{
		"---", "# no heading", "===", "***", "> quote", "~~~ fence ```code```", "| a | b |", "|---|---|", "<script>alert(1)</script> <!-- x -->",
		"[a](http://b.c) ![i](j) <http://d.e>", "&amp; &#38; &lt;b&gt;", `back\slash \# \\`, "**bold** __also__ ~~gone~~ `code`",
		"10. not a step after words", "a: b: {c} [d] 'e' \"f\" !x %y @z", "line\twith\ttabs", "    four spaces", "emoji 🧭 and ümläut — “quotes”",
		"[ref]: http://x.y", "Term\n: definition", "title: other\n---\nrole: King",
	}
	for _, h := range hostile {
		for _, text := range []string{"Words. " + h + " more words.", "Before that.\n\n" + h + " x\n\nAfter that.", h + "\nwords go on"} {
			doc := entryDoc(t, Entry{Question: "Is " + h + " it?", Source: h, By: h, Answer: text})
			if len(doc.Sections) != 1 || doc.Role != "" {
				t.Errorf("%q made sections or a role: %+v", text, doc)
			}
			var got []string
			for _, p := range doc.Passages() {
				got = append(got, p.Text)
			}
			if a, b := strings.Join(strings.Fields(strings.Join(got, " ")), " "), plainly(text); a != b {
				t.Errorf("%q is read back as %q", b, a)
			}
			if want := strings.Join(strings.Fields("Is "+h+" it?"), " "); doc.Title != want || doc.Sections[0].Heading() != want {
				t.Errorf("title %q, heading %q, want %q", doc.Title, doc.Sections[0].Heading(), want)
			}
			if want := strings.Join(strings.Fields(h), " "); doc.Source != want {
				t.Errorf("source %q, want %q", doc.Source, want)
			}
		}
	}
}

// plainly is an answer as it should be read: on one line, without list marks.
func plainly(text string) string {
	var all []string
	for _, p := range answerParts(text) {
		all = append(all, p.text)
	}
	return strings.Join(all, " ")
}

// TestAnEntryThatWouldLoseSomething, since the loader skips lines that answer nothing.
func TestAnEntryThatWouldLoseSomething(t *testing.T) {
	for _, answer := range []string{"…", "So it is.\n\nhttps://example.org/parking", "Is it so?", ""} {
		e := Entry{Question: "Is it so?", Answer: answer}
		data, err := entryMarkdown(e, "2026-05-04")
		if err != nil {
			t.Fatal(err)
		}
		if err := readBack(t.Context(), load.File{ID: "answers/x.md", Name: "x.md", Data: data}, e); err == nil || !strings.Contains(knowledge.Say(err), "please write") {
			t.Errorf("%q: %v", answer, err)
		}
	}
}

func TestNamesOfEntries(t *testing.T) {
	for question, want := range map[string]string{
		"Where can I park?":         "where-can-i-park",
		"../../etc/passwd\x00":      "etc-passwd",
		"C:\\con.*?<>|":             "c-con",
		"¿Dónde está?":              "d-nde-est",
		"去哪里":                       "answer",
		"":                          "answer",
		strings.Repeat("word ", 99): strings.TrimSuffix(strings.Repeat("word-", 12), "-"),
	} {
		if got := slug(question); got != want {
			t.Errorf("%q is named %q, want %q", question, got, want)
		}
	}
}

func FuzzEntry(f *testing.F) {
	f.Add("Where?", "Here.\n\n- a\n1. b", "x")
	f.Add("---\n# x", "| a | b |\n|---|---|\n| `c` | **d** |", "title: x")
	f.Fuzz(func(t *testing.T, question, answer, source string) {
		e := Entry{Question: question, Answer: answer, Source: source, By: "ann"}
		data, err := entryMarkdown(e, "2026-05-04")
		if err != nil {
			t.Fatal(err)
		}
		doc, err := new(load.Parser).Parse(t.Context(), load.File{ID: "answers/x.md", Name: "x.md", Data: data})
		if err != nil {
			return // nothing that answers anything; told to whoever writes it
		}
		if len(doc.Sections) != 1 || doc.Role != "" || doc.Date != "2026-05-04" {
			t.Errorf("%q is no single section: %+v", data, doc)
		}
	})
}
