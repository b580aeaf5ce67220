package practice_test

import (
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/guides"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/practice"
	"careeradvisor/knowledge/roles"
)

// passages are the texts of documents, by the ID of their passage.
type passages map[string]string

// parse reads documents, each given as a name and a text.
func parse(t *testing.T, files ...[2]string) (*practice.Practice, passages) {
	t.Helper()
	var fs []load.File
	for _, f := range files {
		fs = append(fs, load.File{ID: f[0], Name: f[0], Data: []byte(f[1])})
	}
	return read(t, fs)
}

func read(t *testing.T, files []load.File) (*practice.Practice, passages) {
	t.Helper()
	p := new(load.Parser)
	docs, left := p.ParseAll(t.Context(), files, nil)
	if len(left) > 0 {
		t.Fatal(left)
	}
	texts := passages{}
	for _, d := range docs {
		for _, p := range d.Passages() {
			texts[p.ID] = p.Text
		}
	}
	return practice.New(docs, roles.New(docs)), texts
}

// builtin reads the built-in guides.
func builtin(t *testing.T) (*practice.Practice, passages) {
	t.Helper()
	files, err := load.Read(guides.FS, "guides/")
	if err != nil {
		t.Fatal(err)
	}
	return read(t, files)
}

// pilot reads a document on harbour pilots that has a given body.
func pilot(t *testing.T, body string) (*practice.Practice, passages) {
	t.Helper()
	return parse(t, [2]string{"pilot.md", "---\nrole: Harbour Pilot\n---\n# Harbour pilot\n\nHarbour pilots bring ships into port.\n\n" + body + "\n"})
}

// asAsked shows areas as a person sees them: by their names.
func asAsked(areas []knowledge.Area) []string {
	var out []string
	for _, a := range areas {
		out = append(out, a.Name)
	}
	return out
}
