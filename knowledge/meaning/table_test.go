package meaning

import (
	"strings"
	"testing"
)

func TestChecksum(t *testing.T) {
	if got := digest(embedded); got != Checksum {
		t.Errorf("table.bin has SHA-256 %s, the package expects %s", got, Checksum)
	}
	if _, err := parse(embedded[:len(embedded)-1], Checksum); err == nil || !strings.Contains(err.Error(), "checksum") {
		t.Errorf("a cut table gives error %v, want one that names the checksum", err)
	}
}

func TestSize(t *testing.T) {
	if len(embedded) > 8<<20 {
		t.Errorf("table.bin has %d bytes, more than 8 MB", len(embedded))
	}
}

// small is a table of two rows and two dims: "a" (2, 0) and "##b" (0, -1).
const small = magic + "\x02\x00\x00\x00" + "\x02\x00\x00\x00" + "\x06\x00\x00\x00" +
	"a\n##b\n" + "\x00\x00\x80\x3f" + "\x00\x00\x00\x3f" + "\x02\x00" + "\x00\xfe"

func TestDecode(t *testing.T) {
	table, err := decode(small)
	if err != nil {
		t.Fatal(err)
	}
	sum := make([]float32, 2)
	table.pieces("ab", func(row int) { table.add(sum, row) })
	if sum[0] != 2 || sum[1] != -1 {
		t.Errorf("sum of a, ##b = %v, want [2 -1]", sum)
	}
	if v := table.Sentence("b"); v != nil {
		t.Errorf("vector of an unknown word = %v, want none", v)
	}
}

func TestDecodeBroken(t *testing.T) {
	replace := func(at int, with string) string { return small[:at] + with + small[at+len(with):] }
	for name, file := range map[string]string{
		"empty":           "",
		"magic alone":     magic,
		"another magic":   replace(0, "MEANING2"),
		"cut":             small[:len(small)-1],
		"too long":        small + "x",
		"no rows":         replace(8, "\x00"),
		"huge rows":       replace(8, "\xff\xff\xff\xff"),
		"huge dims":       replace(12, "\xff\xff\xff\x7f"),
		"huge names":      replace(16, "\xff\xff\xff\xff"),
		"one piece twice": strings.Replace(small, "a\n##b\n", "ab\nab\n", 1),
		"a piece missing": strings.Replace(small, "a\n##b\n", "a####b", 1),
		"a piece more":    strings.Replace(small, "a\n##b\n", "a\nb\n#\n", 1),
	} {
		if _, err := decode(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
