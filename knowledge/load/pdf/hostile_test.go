package pdf_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/pdf"
	"careeradvisor/knowledge/load/tree"
	"careeradvisor/knowledge/race"
)

const damaged = "is a damaged PDF: open it and print or export it as PDF again"

func TestFilesThatAreNoPDF(t *testing.T) {
	const what = "is not a PDF, despite its name: export it as PDF, or give it the right file extension"
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	if _, err := z.Create("word/document.xml"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"nothing": nil, "text": []byte("Pilots guide ships.\n"), "a packed file": packed.Bytes()} {
		t.Run(name, func(t *testing.T) { wantFault(t, data, what) })
	}
}

func TestDamagedFiles(t *testing.T) {
	whole := maker{pages: []string{lines(50, 700, prose...)}}.bytes()
	for name, data := range map[string][]byte{
		"a head alone":   []byte("%PDF-1.7\n"),
		"a third of it":  whole[:len(whole)/3],
		"other bytes":    append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte{0, 0xff, 'a'}, 5000)...),
		"no pages":       maker{}.bytes(),
		"a broken trail": []byte("%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 1 0 R>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF"),
	} {
		t.Run(name, func(t *testing.T) {
			page, err := engine.Tree(t.Context(), data)
			f, ok := errors.AsType[*tree.Fault](err)
			if page != nil || !ok || f.What != damaged && f.What != noText {
				t.Errorf("read %v, %v", page, err)
			}
		})
	}
	t.Run("an end that is missing is put up with", func(t *testing.T) {
		if got := read(t, withoutPlaces(whole)); got != "<p>"+proseText+"</p>\n" {
			t.Errorf("read %q", got)
		}
	})
}

// testdata/locked.pdf was made from a page of text with qpdf --encrypt secret owner 256 -- page.pdf
// locked.pdf
func TestLockedFile(t *testing.T) {
	data, err := os.ReadFile("testdata/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	wantFault(t, data, "is protected by a password: save it without one")
}

const noText = "holds pictures of pages without their text: run text recognition (OCR) on it"

func TestScannedPages(t *testing.T) {
	wantFault(t, maker{pages: []string{"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"}}.bytes(), noText)
}

func TestManyPages(t *testing.T) {
	pages := make([]string, 10_000)
	for i := range pages {
		pages[i] = at(50, 700, 10, "r", "Text.")
	}
	wantFault(t, maker{pages: pages}.bytes(), "has more than 1000 pages: split it")
}

// grown is a file with added objects, which the first page draws by this name.
func grown(content string, objects ...string) []byte {
	m := maker{pages: []string{content}}
	m.structure = strings.Join(objects, "\n") // objects, not tags
	data := m.bytes()
	data = bytes.Replace(data, []byte("/Font <<"), fmt.Appendf(nil, "/XObject <</X %d 0 R>> /Font <<", m.tagsFrom()), 1)
	at := bytes.Index(data, []byte("/MarkInfo"))
	end := at + bytes.IndexByte(data[at:], '\n')
	data = append(data[:at:at], append([]byte(">>"), data[end:]...)...)
	return withoutPlaces(bytes.ReplaceAll(data, []byte("@"), []byte("\n")))
}

// withoutPlaces is a file that does not say where its objects are, so they have to be found.
func withoutPlaces(data []byte) []byte {
	table, trailer := bytes.LastIndex(data, []byte("xref\n0")), bytes.LastIndex(data, []byte("trailer"))
	end := bytes.LastIndex(data, []byte("startxref"))
	return append(data[:table:table], data[trailer:end]...)
}

// form is a drawing that draws the object with a number n times; @ stands for the end of a line.
func form(number, n int) string {
	draw := strings.Repeat("/X Do ", n)
	return fmt.Sprintf("<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X %d 0 R>>>> /Length %d>> stream@%s@endstream", number, len(draw), draw)
}

// TestBombs has files that grow while they are read. Reading ends when its context does, and the
// result is a sentence or a page.
func TestBombs(t *testing.T) {
	start(t)
	first := maker{pages: []string{""}}.tagsFrom()
	var deep []string
	for i := range 12 {
		deep = append(deep, form(first+i+1, 10))
	}
	many := strings.Repeat(at(50, 700, 10, "r", "a"), 20_000)
	marks := maker{pages: []string{lines(50, 700, "Text.")}, bookmarks: []mark{{"a", []mark{{"b", nil}}}}}.bytes()
	for name, data := range map[string][]byte{
		"drawings in drawings":           grown(lines(50, 700, "Text.")+"/X Do", deep...),
		"a drawing in itself":            grown(lines(50, 700, "Text.")+"/X Do", form(first, 2)),
		"much text in one place":         maker{pages: []string{many}}.bytes(),
		"bookmarks in a circle":          bytes.ReplaceAll(marks, []byte("/Title (b)"), fmt.Appendf(nil, "/First %d 0 R /Title (b) /Next %d 0 R", first, first)),
		"tags in a circle":               circle(),
		"tags deep in one another":       deepTags(),
		"coordinates beyond any measure": maker{pages: []string{at(1e30, 1e30, 1e30, "r", "Far.") + lines(50, 700, "Text.")}}.bytes(),
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
			defer cancel()
			page, err := engine.Tree(ctx, data)
			f, ok := errors.AsType[*tree.Fault](err)
			switch {
			case ok && f.What == damaged, errors.Is(err, context.DeadlineExceeded):
				t.Log(err)
			case err != nil:
				t.Errorf("error %v", err)
			default:
				t.Logf("%.60q", shown(t, page))
			}
		})
	}
	start(t) // and the next file is read
}

// start has the engine compiled, which takes seconds, and expects it to read.
func start(t testing.TB) {
	t.Helper()
	if got := read(t, maker{pages: []string{lines(50, 700, "Text.")}}.bytes()); got != "<p>Text.</p>\n" {
		t.Fatalf("a file is read as %q", got)
	}
}

func circle() []byte {
	m := maker{pages: []string{marked(0, lines(50, 700, "Text."))}}
	m.structure = m.tags("L: 1", "LI: 0 p0m0")
	return m.bytes()
}

func deepTags() []byte {
	m := maker{pages: []string{marked(0, lines(50, 700, "Text."))}}
	var all []string
	for i := range 500 {
		all = append(all, fmt.Sprintf("Sect: %d", i+1))
	}
	m.structure = m.tags(append(all, "H1: p0m0")...)
	return m.bytes()
}

// A file is given up on when whoever asked for it leaves, and the next is read.
func TestContextEnds(t *testing.T) {
	data := maker{pages: []string{lines(50, 700, "Text.")}}.bytes()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if page, err := engine.Tree(ctx, data); page != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("read %v, %v", page, err)
	}
	start(t)
}

func TestCloseWithoutUse(t *testing.T) {
	var e pdf.Engine
	if err := e.Close(); err != nil {
		t.Error(err)
	}
	if err := e.Close(); err != nil {
		t.Error(err)
	}
	if _, err := e.Tree(t.Context(), []byte("%PDF-1.7")); err == nil {
		t.Error("a closed engine reads")
	}
}

// TestCacheIsKept: one engine leaves its compiled form for the next, and one does without if there
// is no folder to keep it in.
func TestCacheIsKept(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: compiling takes seconds")
	}
	if race.Enabled {
		t.Skip("SKIPPED: compiling takes minutes under the race detector, and was done once")
	}
	dir := t.TempDir()
	data := maker{pages: []string{lines(50, 700, "Text.")}}.bytes()
	for range 2 {
		e := pdf.Engine{Cache: dir}
		if _, err := e.Tree(t.Context(), data); err != nil {
			t.Fatal(err)
		}
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
		if kept, err := os.ReadDir(dir); err != nil || len(kept) == 0 {
			t.Errorf("kept %v, %v", kept, err)
		}
	}
}

func FuzzFile(f *testing.F) {
	start(f)
	m := maker{pages: []string{marked(0, at(50, 700, 20, "b", "Pilots")) + marked(1, lines(50, 660, "1. a", "2. b"))}, bookmarks: []mark{{"Pilots", nil}}}
	m.structure = m.tags("Document: 1 2", "H1: p0m0", "L: 3", "LI: p0m1")
	f.Add(m.bytes())
	f.Add(maker{pages: []string{lines(50, 700, prose...), lines(50, 700, "\x95 a", "\x95 b")}}.bytes())
	f.Add([]byte("%PDF-1.4\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		page, err := engine.Tree(t.Context(), data)
		if err != nil {
			if _, ok := errors.AsType[*tree.Fault](err); !ok {
				t.Fatalf("error %v has no sentence for people", err)
			}
			return
		}
		if err := html.Render(io.Discard, page); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzPage draws anything on a page.
func FuzzPage(f *testing.F) {
	start(f)
	f.Add(at(50, 700, 20, "b", "Pilots") + lines(50, 660, prose...))
	f.Add(lines(50, 700, "a", "b", "c") + lines(300, 700, "d", "e", "f"))
	f.Add("q 2 0 1 2 0 0 cm BT /r 12 Tf 1 0 0 -1 50 60 Tm [(a) -5000 (b)] TJ T* (c) ' ET Q")
	f.Fuzz(func(t *testing.T, content string) {
		page, err := engine.Tree(t.Context(), maker{pages: []string{content, content}}.bytes())
		if err != nil {
			if _, ok := errors.AsType[*tree.Fault](err); !ok {
				t.Fatalf("error %v has no sentence for people", err)
			}
			return
		}
		shown(t, page)
	})
}
