package docx_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/docx"
	"careeradvisor/knowledge/load/tree"
)

const (
	damaged = "cannot be read as a Word document: open it in Word and save it again as .docx"
	tooBig  = "unpacks to more than 16 MB of text: split it"
)

// wantUnread expects a file to be given up on, with a sentence for people.
func wantUnread(t *testing.T, data []byte, what string) {
	t.Helper()
	page, err := docx.Tree(data)
	u, ok := errors.AsType[*tree.Fault](err)
	if page != nil || !ok || u.What != what {
		t.Errorf("read %v, %v; want %q", page, err, what)
	}
}

func TestFilesThatAreNotWordDocuments(t *testing.T) {
	whole := pack(t, parts(p("", "Text."), nil))
	empty := parts("", nil)
	delete(empty, "word/document.xml")
	for name, data := range map[string][]byte{
		"nothing":           nil,
		"text":              []byte("Pilots guide ships.\n"),
		"a PDF":             []byte("%PDF-1.7\n"),
		"the first half":    whole[:len(whole)/2],
		"another package":   pack(t, map[string]string{"hello.txt": "Hello."}),
		"no document":       pack(t, empty),
		"not XML":           pack(t, parts("", map[string]string{"word/document.xml": "Pilots <guide> & ships"})),
		"no body":           pack(t, parts("", map[string]string{"word/document.xml": "<w:document " + word + "/>"})),
		"ends in the midst": pack(t, parts("", map[string]string{"word/document.xml": "<w:document " + word + "><w:body><w:p>"})),
		"bad styles":        pack(t, parts("", map[string]string{"word/styles.xml": "<a"})),
		"too deep":          pack(t, parts(strings.Repeat("<w:sdt>", 300)+strings.Repeat("</w:sdt>", 300), nil)),
	} {
		t.Run(name, func(t *testing.T) { wantUnread(t, data, damaged) })
	}
	t.Run("encrypted, or Word 97", func(t *testing.T) {
		wantUnread(t, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"), "is encrypted, or is a Word 97 document: save it as .docx without a password")
	})
}

// TestBombs has packages that unpack to huge sizes.
func TestBombs(t *testing.T) {
	t.Run("a part", func(t *testing.T) {
		wantUnread(t, bomb(t, parts("", nil), "word/document.xml", `<w:document `+word+`><w:body><w:p><w:r><w:t>`, "ahoy ", 1<<26), tooBig)
	})
	t.Run("a part that is not the text", func(t *testing.T) {
		wantUnread(t, bomb(t, parts(p("", "Text."), nil), "word/styles.xml", "<w:styles>", " ", 1<<26), tooBig)
	})
	t.Run("a part that nobody asks for", func(t *testing.T) {
		data := bomb(t, parts(p("", "Text."), nil), "word/media/image1.png", "", "\x00", 1<<26)
		page, err := docx.Tree(data)
		if err != nil || shown(t, page) != "<p>Text.</p>\n" {
			t.Errorf("read %v, %v", page, err)
		}
	})
	t.Run("elements", func(t *testing.T) {
		wantUnread(t, pack(t, parts(strings.Repeat("<a/>", 1_000_001), nil)), damaged)
	})
	t.Run("entities", func(t *testing.T) {
		text := `<!DOCTYPE w:document [<!ENTITY a "ahoy">`
		for c := 'b'; c < 'k'; c++ {
			text += fmt.Sprintf(`<!ENTITY %c "%s">`, c, strings.Repeat(fmt.Sprintf("&%c;", c-1), 10))
		}
		text += `]><w:document ` + word + `><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`
		wantUnread(t, pack(t, parts("", map[string]string{"word/document.xml": text})), damaged)
	})
	t.Run("entries", func(t *testing.T) {
		many := parts(p("", "Text."), nil)
		for i := range 10_000 {
			many[fmt.Sprint("word/media/", i)] = ""
		}
		wantUnread(t, pack(t, many), "has more than 10000 parts inside: split it")
	})
	t.Run("notes that name one another", func(t *testing.T) {
		var notes strings.Builder
		for i := range 2000 {
			refer := fmt.Sprintf(`<w:r><w:footnoteReference w:id="%d"/><w:footnoteReference w:id="%d"/></w:r>`, (i+1)%2000, (i+7)%2000)
			fmt.Fprintf(&notes, `<w:footnote w:id="%d">%s</w:footnote>`, i, p("", "Note.", refer))
		}
		body := p("", "Text.", `<w:r><w:footnoteReference w:id="0"/></w:r>`)
		page, err := docx.Tree(pack(t, parts(body, map[string]string{"word/footnotes.xml": "<w:footnotes " + spaces + ">" + notes.String() + "</w:footnotes>"})))
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(shown(t, page), "Note."); n != 2000 {
			t.Errorf("%d notes, want each once", n)
		}
	})
	t.Run("text in pieces", func(t *testing.T) {
		page, err := docx.Tree(pack(t, parts("<w:p><w:r><w:t>"+strings.Repeat("a<!---->", 1<<20)+"</w:t></w:r></w:p>", nil)))
		if err != nil || len(shown(t, page)) < 1<<20 {
			t.Errorf("read %v", err)
		}
	})
}

// The text of a document with macros is read; the macros are not looked at.
func TestMacrosAreLeft(t *testing.T) {
	page, err := docx.Tree(pack(t, parts(p("", "Text."), map[string]string{"word/vbaProject.bin": "\xd0\xcf\x11\xe0 Sub AutoOpen()"})))
	if err != nil || shown(t, page) != "<p>Text.</p>\n" {
		t.Errorf("read %v, %v", page, err)
	}
}

// bomb adds a part of size bytes, the same text over and over.
func bomb(t *testing.T, parts map[string]string, name, begin, again string, size int) []byte {
	t.Helper()
	delete(parts, name)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	block := []byte(strings.Repeat(again, 1<<16/len(again)))
	if _, err := io.WriteString(w, begin); err != nil {
		t.Fatal(err)
	}
	for n := 0; n < size; n += len(block) {
		if _, err := w.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// FuzzBody puts any XML into the body of a document.
func FuzzBody(f *testing.F) {
	for _, seed := range []string{
		p("berschrift1", "Pay") + item("1", "0", "a") + item("2", "1", "b"),
		`<w:tbl><w:tr>` + cell(`<w:gridSpan w:val="9"/><w:vMerge/>`, "a") + `</w:tr></w:tbl>`,
		p("", `<w:r><w:fldChar w:fldCharType="end"/><w:footnoteReference w:id="1"/><w:sym w:char="zz"/></w:r>`),
		`<mc:AlternateContent/><w:sdt/><w:p><w:hyperlink w:anchor="a"/></w:p>`,
		p("Means", "a") + p("Term", "b") + p("Code", "c"),
		`<w:p><w:pPr><w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr><w:ind w:left="-9"/></w:pPr></w:p>`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		page, err := docx.Tree(pack(t, parts(body, nil)))
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

// FuzzFile reads any bytes as a document.
func FuzzFile(f *testing.F) {
	f.Add(pack(f, parts(p("", "Text."), nil)))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := docx.Tree(data); err != nil {
			if _, ok := errors.AsType[*tree.Fault](err); !ok {
				t.Fatalf("error %v has no sentence for people", err)
			}
		}
	})
}
