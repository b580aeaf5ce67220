package pdf

import (
	"slices"
	"strings"
	"testing"

	"careeradvisor/knowledge/load/tree"
)

// FuzzLayout lays out pieces in any places: four bytes each, for what, where, how high and how
// large. No letter is lost, except in margins if all pages have it.
func FuzzLayout(f *testing.F) {
	f.Add([]byte("a10\x0ab10\x0ac20\x18d30\x0a"))
	f.Add([]byte("\x00\x05\x10\x0aa\x10\x10\x0a\x00\x05\x20\x0ab\x10\x20\x0a"))
	f.Add(slices.Repeat([]byte("a\x10\x10\x0ab\x40\x10\x0a"), 12))
	f.Fuzz(func(t *testing.T, data []byte) {
		texts := []string{"•", "1.", "a", "Pilots", "guide ships into the port-", "and out of it.", "2)", " ", "–", "9", "Pay:"}
		var p page
		want := 0
		for ; len(data) >= 4; data = data[4:] {
			text := texts[int(data[0])%len(texts)]
			left, size := float64(data[1])*2, float64(data[3]%40)+1
			p.pieces = append(p.pieces, piece{text: text, left: left, right: left + size*float64(len(text))/2, base: float64(data[2]) * 3, size: size, bold: data[3] > 127})
			want += strings.Count(text, "p")
		}
		root, body := tree.Page()
		lay(typesettingOf([]page{p}), body, []page{p}, nil)
		if got := strings.Count(tree.Words(root), "p"); got != want {
			t.Fatalf("%d of %d letters: %q", got, want, tree.Words(root))
		}
	})
}
