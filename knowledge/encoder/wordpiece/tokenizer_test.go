package wordpiece

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var pieces = strings.Fields("[PAD] [UNK] [CLS] [SEP] [MASK] a b c un ##a ##b ##able ##un ##ab [ ] sep ? ! ' 產 é e x ##x straße")

func tokenizer(t testing.TB) *Tokenizer {
	t.Helper()
	tok, err := New(strings.Join(pieces, "\n") + "\n")
	if err != nil {
		t.Fatal(err)
	}
	return tok
}

func TestAppend(t *testing.T) {
	tok := tokenizer(t)
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" \t\n ", ""},
		{"a", "a"},
		{"A B", "a b"},
		{"unable", "un ##able"},
		{"una", "un ##a"},
		{"abab", "a ##b ##ab"},
		{"unz", "[UNK]"},
		{"z a", "[UNK] a"},
		{"a?b", "a ? b"},
		{"a?!", "a ? !"},
		{"a'b", "a ' b"},
		{"é", "e"},
		{"e\u0301", "e"},
		{"a\u0301b", "a ##b"},
		{"產產a", "產 產 a"},
		{"a產b", "a 產 b"},
		{"a\u200bb", "a ##b"},
		{"a\x00b\x0b\x0cc", "[UNK]"}, // ##c is no piece
		{"a\u00a0b\u2003c", "a b c"},
		{"a\xffb", "a ##b"},
		{"\ufffda", "a"},
		{"[SEP]", "[ sep ]"},
		{"[sep]", "[ sep ]"},
		{"##a", "[UNK] [UNK] a"},
		{"STRAßE", "straße"},
		{strings.Repeat("x", 100), "x" + strings.Repeat(" ##x", 99)},
		{strings.Repeat("x", 101), "[UNK]"},
		{strings.Repeat("x", 101) + " a", "[UNK] a"},
	} {
		ids := tok.Append(nil, c.text, 512)
		var got []string
		for _, id := range ids {
			got = append(got, pieces[id])
		}
		want := strings.Fields("[CLS] " + c.want + " [SEP]")
		if !slices.Equal(got, want) {
			t.Errorf("%.20q:\n got %q\nwant %q", c.text, got, want)
		}
	}
}

func TestAppendEndsInTime(t *testing.T) {
	tok := tokenizer(t)
	ids := []int32{7, 7}
	for most, want := range map[int]string{2: "", 3: "a", 4: "a un", 5: "a un ##able", 6: "a un ##able b", 9: "a un ##able b"} {
		var names []string
		for _, id := range tok.Append(slices.Clone(ids), "a unable b", most)[2:] {
			names = append(names, pieces[id])
		}
		if got := strings.Join(names, " "); got != strings.Join(strings.Fields("[CLS] "+want+" [SEP]"), " ") {
			t.Errorf("at most %d: got %q, want %q inside", most, got, want)
		}
	}
}

func TestVocabulariesThatAreNone(t *testing.T) {
	whole := strings.Join(pieces, "\n") + "\n"
	for name, text := range map[string]string{
		"empty":           "",
		"without its end": strings.TrimSuffix(whole, "\n"),
		"with one twice":  whole + "a\n",
		"without a mark":  strings.Replace(whole, "[SEP]\n", "", 1),
	} {
		if _, err := New(text); err == nil {
			t.Errorf("a vocabulary %s is taken", name)
		}
	}
	if n := tokenizer(t).Pieces(); n != len(pieces) {
		t.Errorf("%d pieces, want %d", n, len(pieces))
	}
}

func FuzzAppend(f *testing.F) {
	for _, text := range []string{"", "unable", "a?b", "\xff\xfe", "e\u0301\u0316", "產產", "한국어", strings.Repeat("x", 101)} {
		f.Add(text, 12)
	}
	tok := tokenizer(f)
	f.Fuzz(func(t *testing.T, text string, most int) {
		most = 2 + int(uint(most)%200)
		ids := tok.Append(nil, text, most)
		if len(ids) < 2 || len(ids) > most || ids[0] != tok.first || ids[len(ids)-1] != tok.last {
			t.Fatalf("%d ids of at most %d: %v", len(ids), most, ids)
		}
		for _, id := range ids[1 : len(ids)-1] {
			if id == tok.first || id == tok.last || int(id) >= len(pieces) {
				t.Errorf("id %d inside", id)
			}
		}
		if whole := tok.Append(nil, text, 1<<20); len(whole) > 2+utf8.RuneCountInString(text)*4 {
			t.Errorf("%d ids of %d characters", len(whole), utf8.RuneCountInString(text))
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	tok := tokenizer(b)
	text := strings.Repeat("unable a b? abab ", 20)
	var ids []int32
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		ids = tok.Append(ids[:0], text, 512)
	}
}
