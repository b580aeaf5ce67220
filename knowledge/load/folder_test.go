package load_test

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"careeradvisor/knowledge/load"
)

// TestFormatsThatAreNotRead has files that would grow without end if they were unpacked or
// expanded: they are named, but never even opened.
func TestFormatsThatAreNotRead(t *testing.T) {
	files := untouchable{fstest.MapFS{"good.md": {Data: []byte("Text.\n")}}}
	want := map[string]string{}
	for _, name := range []string{"book.odt", "book.DOC", "sheet.xlsx", "laughs.xml", "old/book.epub", "notes.adoc", "menu.yml"} {
		files.MapFS[name] = &fstest.MapFile{Data: []byte("<!ENTITY")}
		want[name] = fmt.Sprintf("The file %q has a format that is not read: save its text as .md, .html, .pdf, .docx, .rst, .csv or .txt.", name)
	}
	for _, name := range []string{"more.xlsx", "most.xlsx", "bomb.zip", "bomb.tar.gz", "old/bomb.7z", "photo.jpg", "app.js", "LICENSE", ".hidden.zip",
		"node_modules/a/README.md", "site/_layouts/page.html", "drafts/a.md", "docs/notes.asks.md", "docs/more.asks.md"} {
		files.MapFS[name] = &fstest.MapFile{Data: []byte("x")}
	}
	const readable = "as .md, .html, .pdf, .docx, .rst, .csv or .txt."
	delete(want, "sheet.xlsx")
	want["sheets"] = `3 files ending in .xlsx ("more.xlsx", "most.xlsx" and 1 more) have a format that is not read: save their text ` + readable
	want["packed"] = `3 packed files ("bomb.tar.gz", "bomb.zip" and 1 more) are not opened: unpack the documents that you trust into the folder.`
	want["picture"] = `The file "photo.jpg" holds no text that can be read: write what it says into a document.`
	want["other"] = `2 other files ("LICENSE", "app.js") are not documents: save what people should know ` + readable
	want["asks"] = `2 files of questions ("docs/more.asks.md", "docs/notes.asks.md") have no readable document beside them: name each like its document, ending in .asks.md.`
	want["tools"] = `3 folders ("drafts", "node_modules" and 1 more) belong to tools, or hold drafts, and are not read: rename those that hold documents.`
	read, bad := load.Read(files, "")
	if !slices.Equal(ids(read), []string{"good.md"}) {
		t.Errorf("read %q", ids(read))
	}
	checkBad(t, bad, want)
}

// untouchable has only one file that may be opened.
type untouchable struct{ fstest.MapFS }

func (u untouchable) Open(name string) (fs.File, error) {
	if strings.Contains(name, ".") && name != "." && name != "good.md" {
		panic("opened " + name)
	}
	return u.MapFS.Open(name)
}

// many is a file system of n folders of files, each read as the same text.
func many(n int, name func(int) string, text []byte) fstest.MapFS {
	m := fstest.MapFS{}
	for i := range n {
		m[name(i)] = &fstest.MapFile{Data: text}
	}
	return m
}

func TestFoldersBeyondTheLimits(t *testing.T) {
	alone(t)
	for _, c := range []struct {
		name  string
		files fstest.MapFS
		read  int
		say   string
	}{
		{"documents", many(load.MaxFiles+2, func(i int) string { return fmt.Sprintf("%06d.md", i) }, []byte("Text.\n")), load.MaxFiles,
			`The folder holds more than 10000 documents: all from "010000.md" on was left out; name a folder with fewer.`},
		{"files", many(load.MaxEntries+1, func(i int) string { return fmt.Sprintf("~$%06d.md", i) }, nil), 0,
			`The folder holds more than 100000 files and folders: all from "~$099999.md" on was left out; name a folder with fewer.`},
		{"bytes", many(load.MaxFolder/load.MaxFile+2, func(i int) string { return fmt.Sprintf("%06d.md", i) }, letters(load.MaxFile)), load.MaxFolder / load.MaxFile,
			`The folder holds more than 256 MB of documents: all from "000064.md" on was left out; name a folder with fewer.`},
		{"folders in folders", fstest.MapFS{"a.md": {}, strings.Repeat("d/", load.MaxDepth) + "b.md": {}, strings.Repeat("d/", load.MaxDepth+1) + "c.md": {}}, 2,
			`The file "` + strings.Repeat("d/", load.MaxDepth) + `d" is nested more than 32 folders deep: move its documents up.`},
	} {
		t.Run(c.name, func(t *testing.T) {
			files, bad := load.Read(c.files, "")
			if len(files) != c.read || len(bad) != 1 {
				t.Fatalf("read %d files, want %d; %v", len(files), c.read, bad)
			}
			wantSay(t, bad[0].Err(), c.say)
		})
	}
}

// letters is n letters.
func letters(n int) []byte { return []byte(strings.Repeat("a", n)) }

func TestNamesThatCannotBeShown(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "<!channel> *b* & c.md", "Text.\n") // odd, but text
	want := map[string]string{}
	for _, name := range []string{"line\nbreak.md", "turned\u202e.md", "escape\x1b[31m.txt", "latin\xe9.md"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("Text.\n"), 0o644); err != nil {
			t.Logf("SKIPPED a file named %q: %v", name, err)
			continue
		}
		want[name] = fmt.Sprintf("The file %q has a name with characters that cannot be shown: rename it.", name)
	}
	files, bad, err := load.Folder(dir)
	if err != nil || !slices.Equal(ids(files), []string{"<!channel> *b* & c.md"}) {
		t.Errorf("read %q, %v", ids(files), err)
	}
	checkBad(t, bad, want)
}

// swapped is a file system in which a name means an ordinary file when it is looked
// at, and a pipe, a folder or a growing file when it is opened.
type swapped struct {
	fstest.MapFS
	to file
}

type file struct {
	t    *testing.T
	mode fs.FileMode
}

func (s swapped) Open(name string) (fs.File, error) {
	if name == "a.md" {
		return s.to, nil
	}
	return s.MapFS.Open(name)
}

func (f file) Stat() (fs.FileInfo, error) {
	m := fstest.MapFS{"a.md": {Mode: f.mode}}
	return m.Stat("a.md")
}

func (f file) Read(p []byte) (int, error) {
	if !f.mode.IsRegular() {
		f.t.Error("it is read, which may wait for ever")
		return 0, io.EOF
	}
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func (f file) Close() error { return nil }

func TestFilesThatAreSwappedWhileTheyAreRead(t *testing.T) {
	for _, c := range []struct {
		name string
		mode fs.FileMode
		say  string
	}{
		{"for a pipe", fs.ModeNamedPipe, "is not an ordinary file: replace it with one."},
		{"for a device", fs.ModeDevice, "is not an ordinary file: replace it with one."},
		{"for a folder", fs.ModeDir, "is not an ordinary file: replace it with one."},
		{"for one that grows", 0, "is larger than 4 MB: split it."},
	} {
		t.Run(c.name, func(t *testing.T) {
			files, bad := load.Read(swapped{fstest.MapFS{"a.md": {}}, file{t: t, mode: c.mode}}, "")
			if len(files) > 0 || len(bad) != 1 {
				t.Fatalf("read %v, %v", files, bad)
			}
			wantSay(t, bad[0].Err(), `The file "a.md" `+c.say)
		})
	}
}

// TestLinksThatAreSwapped turns a document into a link out of the folder and back, as fast as it
// can, while the folder is being read: nothing from outside ever gets in.
func TestLinksThatAreSwapped(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	write(t, outside, "a.md", "Secret.\n")
	inside := write(t, dir, "inner/a.md", "Text.\n")
	link(t, outside, filepath.Join(dir, "out"))
	stop, swapping := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(swapping)
		inner, out := filepath.Dir(inside), filepath.Join(dir, "out")
		for {
			select {
			case <-stop:
				return
			default:
			}
			for _, move := range [][2]string{{inner, inner + "2"}, {out, inner}, {inner, out}, {inner + "2", inner}} {
				if err := os.Rename(move[0], move[1]); err != nil {
					t.Error(err)
					return
				}
			}
		}
	}()
	defer func() {
		close(stop)
		<-swapping
	}()
	for range 300 {
		files, _, _ := load.Folder(dir)
		for _, f := range files {
			if string(f.Data) != "Text.\n" {
				t.Fatalf("%s holds %q", f.ID, f.Data)
			}
		}
	}
}
