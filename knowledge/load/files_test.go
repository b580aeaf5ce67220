package load_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// sayOf returns the sentence that err has for people.
func sayOf(t *testing.T, err error) string {
	t.Helper()
	e, ok := errors.AsType[*knowledge.Error](err)
	if !ok {
		t.Fatalf("error %v, want a *knowledge.Error", err)
	}
	return e.Say
}

func wantSay(t *testing.T, err error, say string) {
	t.Helper()
	if got := sayOf(t, err); got != say {
		t.Errorf("error says %s\nwant %s", got, say)
	}
}

func ids(files []load.File) (all []string) {
	for _, f := range files {
		all = append(all, f.ID)
	}
	return all
}

func TestFolderReadsKnownFormatsInOrder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.MD", "jobs/pilot.markdown", "jobs/.hidden.md", ".git/x.md", "ü.md",
		"synonyms.txt", "roles.yaml", "jobs/pilot.asks.md", "jobs/~$pilot.docx"} {
		write(t, dir, name, "Text.\n")
	}
	files, bad, err := load.Folder(dir)
	if err != nil || len(bad) > 0 {
		t.Fatal(err, bad)
	}
	if got, want := ids(files), []string{"a.MD", "b.txt", "jobs/pilot.markdown", "ü.md"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}

func TestReadPutsThePrefixBeforeIDs(t *testing.T) {
	files, bad := load.Read(fstest.MapFS{"pilot.md": {Data: []byte("Text.\n")}}, "guides/")
	if len(bad) > 0 || !slices.Equal(ids(files), []string{"guides/pilot.md"}) {
		t.Errorf("read %q, %v", ids(files), bad)
	}
	docs, bad := new(load.Parser).ParseAll(t.Context(), files, nil)
	if len(bad) > 0 || len(docs) != 1 || docs[0].ID != "guides/pilot.md" || docs[0].Passages()[0].ID != "guides/pilot.md#1" {
		t.Errorf("parsed %+v, %v", docs, bad)
	}
}

func TestFolderThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty")
	if err := os.Mkdir(empty, 0o755); err != nil {
		t.Fatal(err)
	}
	file := write(t, dir, "guide.md", "Text.\n")
	missing := filepath.Join(dir, "missing")
	other := filepath.Dir(write(t, dir, "other/photo.jpg", "x"))
	for name, say := range map[string]string{
		missing: `There is no folder "` + missing + `": check the path in ADVISOR_KNOWLEDGE.`,
		file:    `"` + file + `" is a file, not a folder: name the folder that holds the documents.`,
		empty:   `The folder "` + empty + `" holds no documents: put files ending in .md, .html, .pdf, .docx, .rst, .csv or .txt into it.`,
		other:   `The folder "` + other + `" holds no documents: put files ending in .md, .html, .pdf, .docx, .rst, .csv or .txt into it.`,
	} {
		_, _, err := load.Folder(name)
		wantSay(t, err, say)
	}
}

func TestUnreadableFolders(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("SKIPPED: root may read everything")
	}
	dir := t.TempDir()
	write(t, dir, "good.md", "Text.\n")
	write(t, dir, "shut/x.md", "Text.\n")
	shut := filepath.Join(dir, "shut")
	if err := os.Chmod(shut, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(shut, 0o755) })

	_, _, err := load.Folder(shut)
	wantSay(t, err, `The folder "`+shut+`" cannot be read: check its permissions.`)
	files, bad, err := load.Folder(dir)
	if err != nil || !slices.Equal(ids(files), []string{"good.md"}) || len(bad) != 1 {
		t.Fatalf("read %q, %v, %v", ids(files), bad, err)
	}
	wantSay(t, bad[0].Err(), `The folder "shut" cannot be read: check its permissions.`)
}

func TestUnknownFormat(t *testing.T) {
	_, err := new(load.Parser).Parse(t.Context(), load.File{ID: "pilot.odt", Data: []byte("Text.")})
	wantSay(t, err, `The file "pilot.odt" has an unknown format: use .md, .html, .pdf, .docx, .rst, .csv or .txt.`)
	d, err := new(load.Parser).Parse(t.Context(), load.File{ID: "guides/pilot", Name: "pilot.md", Data: []byte("# Pilots\n\nText.\n")})
	if err != nil || d.ID != "guides/pilot" || d.Title != "Pilots" {
		t.Errorf("with the name of its file: %+v, %v", d, err)
	}
}
