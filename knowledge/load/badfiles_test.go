package load_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"careeradvisor/knowledge/load"
)

// TestBadFilesDoNotStopTheOthers has one folder with every bad file there is.
func TestBadFilesDoNotStopTheOthers(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	write(t, dir, "a good one.md", "Text.\n")
	write(t, dir, "z good one.txt", "Text.\n")
	write(t, outside, "secret.md", "Secret.\n")
	want := map[string]string{}
	say := func(name, what string) { want[name] = `The file "` + name + `" ` + what }

	noText := "is not text, or its encoding cannot be detected: save it as UTF-8, or give it the right file extension."
	write(t, dir, "nul.txt", "Text\x00.\n")
	say("nul.txt", noText)
	write(t, dir, "picture.md", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00")
	say("picture.md", noText)
	write(t, dir, "packed.html", "PK\x03\x04\x14\x00\x06\x00\xfe\x81\x00")
	say("packed.html", noText)
	write(t, dir, "cyrillic.txt", "\xcb\xee\xf6\xec\xe0\xed \xe2\xe5\xe4\xe5\xf2 \xf1\xf3\xe4\xed\xe0\n") // windows-1251
	say("cyrillic.txt", noText)

	big := write(t, dir, "big.md", "Text.\n")
	if err := os.Truncate(big, load.MaxFile+1); err != nil {
		t.Fatal(err)
	}
	say("big.md", "is larger than 4 MB: split it.")

	nothing := "holds no text that could answer anything: add some, or remove the file."
	write(t, dir, "empty.md", "")
	say("empty.md", nothing)
	write(t, dir, "blank.txt", "\ufeff \r\n\t\n\u00a0\n")
	say("blank.txt", nothing)
	write(t, dir, "front.md", "---\ntitle: Pilots\n---\n")
	say("front.md", nothing)
	write(t, dir, "front.txt", "---\ntitle: Pilots\n---")
	say("front.txt", nothing)
	write(t, dir, "headings.md", "# Pilots\n\n## Pay\n")
	say("headings.md", nothing)
	write(t, dir, "yaml.md", "---\ntitle: [\n---\n")
	say("yaml.md", "has front matter that is not YAML, which was skipped: correct the lines between the --- rules.")
	write(t, dir, "draft.md", "---\ndraft: true\n---\nText.\n")
	say("draft.md", "is marked as a draft: remove that from its front matter when it is finished.")
	write(t, dir, "deep.html", strings.Repeat("<div>", 1000)+"Text.")
	say("deep.html", "nests its elements too deeply: flatten them.")
	write(t, dir, "deep.md", strings.Repeat("<div>", 1000)+"Text.")
	say("deep.md", "holds HTML that nests too deeply: flatten it.")

	link(t, filepath.Join(outside, "secret.md"), filepath.Join(dir, "out.md"))
	say("out.md", "cannot be read: check its permissions, and that it does not link out of the folder.")
	link(t, "nowhere.md", filepath.Join(dir, "broken.md"))
	say("broken.md", "cannot be read: check its permissions, and that it does not link out of the folder.")
	link(t, "ring.md", filepath.Join(dir, "ring.md"))
	say("ring.md", "cannot be read: check its permissions, and that it does not link out of the folder.")
	link(t, ".", filepath.Join(dir, "again"))
	say("again", "is a link to a folder, and those are not followed: put its documents here.")
	link(t, outside, filepath.Join(dir, "elsewhere"))
	say("elsewhere", "is a link to a folder, and those are not followed: put its documents here.")
	link(t, ".", filepath.Join(dir, "again.md"))
	say("again.md", "is not an ordinary file: replace it with one.")
	link(t, "nowhere.jpg", filepath.Join(dir, "photo.jpg"))
	say("photo.jpg", "holds no text that can be read: write what it says into a document.")
	if pipe(t, filepath.Join(dir, "pipe.md")) {
		say("pipe.md", "is not an ordinary file: replace it with one.")
	}
	if os.Getuid() != 0 {
		if err := os.Chmod(write(t, dir, "shut.md", "Text.\n"), 0); err != nil {
			t.Fatal(err)
		}
		say("shut.md", "cannot be read: check its permissions, and that it does not link out of the folder.")
	}

	files, bad, err := load.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	docs, unparsed := new(load.Parser).ParseAll(t.Context(), files, nil)
	var good []string
	for _, d := range docs {
		good = append(good, d.ID)
	}
	if want := []string{"a good one.md", "z good one.txt"}; !slices.Equal(good, want) {
		t.Errorf("documents %q, want %q", good, want)
	}
	checkBad(t, append(bad, unparsed...), want)
}

// checkBad expects one error for each file, with its sentence.
func checkBad(t *testing.T, bad []load.LeftOut, want map[string]string) {
	t.Helper()
	said := map[string]int{}
	for _, err := range bad {
		said[err.Why]++
	}
	for name, say := range want {
		if said[say] != 1 {
			t.Errorf("%s: %d errors say %s", name, said[say], say)
		}
		delete(said, say)
	}
	for say := range said {
		t.Errorf("an error too many: %s", say)
	}
}

func link(t *testing.T, to, at string) {
	t.Helper()
	if err := os.Symlink(to, at); err != nil {
		t.Fatal(err)
	}
}

// Links inside the folder are followed, since that is how Kubernetes mounts a ConfigMap.
func TestLinksInsideTheFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "..2024_05_01/pilot.md", "Text.\n")
	link(t, "..2024_05_01", filepath.Join(dir, "..data"))
	link(t, filepath.Join("..data", "pilot.md"), filepath.Join(dir, "pilot.md"))
	files, bad, err := load.Folder(dir)
	if err != nil || len(bad) > 0 || !slices.Equal(ids(files), []string{"pilot.md"}) || string(files[0].Data) != "Text.\n" {
		t.Errorf("read %v, %v, %v", files, bad, err)
	}
}

func TestFolderOfBadFilesOnlyIsNoError(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "large.txt", strings.Repeat("a", load.MaxFile+1))
	files, bad, err := load.Folder(dir)
	if len(files) != 0 || len(bad) != 1 || err != nil {
		t.Errorf("read %v, %v, %v; want one bad file", files, bad, err)
	}
}
