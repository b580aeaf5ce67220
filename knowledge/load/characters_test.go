package load_test

import (
	"testing"

	"careeradvisor/knowledge/load"
)

func TestCharacters(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"tab", "a\tb", "a b"},
		{"non-breaking space", "a\u00a0b\u202fc", "a b c"},
		{"ideographic space", "a\u3000b", "a b"},
		{"line and page separators", "a\u2028b\u2029c\fd\ve\u0085f", "a b c d e f"},
		{"control characters", "a\x01b\x1b[31mc\x7fd\u009fe", "ab[31mcde"},
		{"zero-width characters", "a\u200bb\ufeffc\u2060d", "abcd"},
		{"soft hyphen", "man\u00adager", "manager"},
		{"direction marks", "a\u202eb\u202cc\u2066d\u2069e\u200ff", "abcdef"},
		{"joiners stay", "👩\u200d💻 می\u200cخواهم", "👩\u200d💻 می\u200cخواهم"},
		{"replacement character", "a\ufffdb", "ab"},
		{"other scripts", "项目经理 работа πρόγραμμα", "项目经理 работа πρόγραμμα"},
		{"combining marks", "cafe\u0301", "cafe\u0301"},
		{"much space", "  a    b  ", "a b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, file := range []string{"guide.txt", "guide.md"} {
				// A letter on both sides keeps Markdown from reading spaces as code.
				want := "= \nparagraph: so " + c.want + " it is\n"
				if got := dump(parse(t, file, "so "+c.in+" it is\n")); got != want {
					t.Errorf("%s: %q, want %q", file, got, want)
				}
			}
		})
	}
}

func TestLineEnds(t *testing.T) {
	want := "= Pay\nitem 1: Good\nitem 1: Regular\nparagraph: So it is.\n"
	for name, end := range map[string]string{"LF": "\n", "CRLF": "\r\n", "CR": "\r"} {
		for file, text := range map[string]string{
			"guide.txt": "Pay" + end + end + "• Good" + end + "• Regular" + end + end + "So it is.",
			"guide.md":  "# Pay" + end + end + "- Good" + end + "- Regular" + end + end + "So it is.",
		} {
			if got := dump(parse(t, file, text)); got != want {
				t.Errorf("%s, %s:\n%s\nwant:\n%s", file, name, got, want)
			}
		}
	}
}

func TestByteOrderMark(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "guide.md", "\ufeff---\ntitle: Pilots\n---\n\ufeffText.\n")
	files, bad, err := load.Folder(dir)
	if err != nil || len(bad) > 0 {
		t.Fatal(err, bad)
	}
	d, err := new(load.Parser).Parse(t.Context(), files[0])
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "Pilots" || dump(d) != "= \nparagraph: Text.\n" {
		t.Errorf("title %q and\n%s", d.Title, dump(d))
	}
}
