package encoder

import (
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"careeradvisor/knowledge/encoder/kernel"
)

// hostile are texts made to be slow or to break something.
func hostile() map[string]string {
	return map[string]string{
		"nothing":               "",
		"a megabyte, no space":  strings.Repeat("x", 1<<20),
		"a megabyte of words":   strings.Repeat("career ", 1<<20/7),
		"words of 100":          strings.Repeat(strings.Repeat("q", 100)+" ", 10_000),
		"emoji only":            strings.Repeat("🔥", 100_000),
		"ideographs":            strings.Repeat("產", 100_000),
		"not UTF-8":             strings.Repeat("\xff\xfe\xc3", 100_000),
		"accents on one letter": "a" + strings.Repeat("\u0301", 100_000),
		"control characters":    strings.Repeat("\x00\x01\x1b[31m\x7f\u200b\u202e", 10_000),
		"punctuation":           strings.Repeat("?!", 100_000),
		"marks as text":         strings.Repeat("[CLS][SEP][PAD]##", 1000),
		"spaces":                strings.Repeat(" \t\n", 100_000),
		"surrogates as UTF-8":   strings.Repeat("\xed\xa0\x80", 50_000),
	}
}

func TestHostileTexts(t *testing.T) {
	for _, k := range kernel.All() {
		t.Run(k.Name, func(t *testing.T) {
			e := tiny(t, k)
			for name, text := range hostile() {
				checkUnit(t, name, e.Query(text))
				checkUnit(t, name, e.Passages([]string{text, "a", text})[2])
			}
		})
	}
}

func checkUnit(t *testing.T, name string, v []float32) {
	t.Helper()
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if !(math.Abs(sum-1) < 1e-5) {
		t.Errorf("%s: squared length %v, want 1", name, sum)
	}
}

// TestLongTexts checks that whatever does not fit is left out, and nothing else.
func TestLongTexts(t *testing.T) {
	e := tiny(t, kernel.Best())
	most := e.model.positions
	words := func(n int) string { return strings.Repeat("a ", n) }
	fits, more, less := e.Query(words(most-4)), e.Query(words(most+500)), e.Query(words(most-5))
	if !slices.Equal(fits, more) {
		t.Error("words beyond the last token that fits change the vector")
	}
	if slices.Equal(fits, less) {
		t.Error("the last word that fits does not change the vector")
	}
	if n := len(e.tokens.Append(nil, words(5000), most)); n != most {
		t.Errorf("a long text has %d tokens, want %d", n, most)
	}
}

// TestCompanyDoesNotMatter checks that a vector is the same to the last bit, whatever comes before
// or after it in the batch.
func TestCompanyDoesNotMatter(t *testing.T) {
	all := texts(readGolden(t, "testdata/golden-tiny.jsonl"))
	for _, k := range kernel.All() {
		t.Run(k.Name, func(t *testing.T) {
			e := tiny(t, k)
			together := e.Passages(all)
			for i, text := range all {
				if alone := e.Passages([]string{text})[0]; !slices.Equal(alone, together[i]) {
					t.Errorf("%.40q has another vector alone", text)
				}
			}
			turned := slices.Clone(all)
			slices.Reverse(turned)
			for i, v := range e.Passages(turned) {
				if !slices.Equal(v, together[len(all)-1-i]) {
					t.Errorf("%.40q has another vector in another order", turned[i])
				}
			}
		})
	}
}

func TestTogether(t *testing.T) {
	e := tiny(t, kernel.Best())
	all := texts(readGolden(t, "testdata/golden-tiny.jsonl"))
	want := e.Passages(all)
	var workers sync.WaitGroup
	for range 8 {
		workers.Go(func() {
			for i, v := range e.Passages(all) {
				if !slices.Equal(v, want[i]) {
					t.Errorf("another goroutine finds another vector for %.40q", all[i])
				}
			}
		})
	}
	workers.Wait()
}

func TestQueriesAndPassages(t *testing.T) {
	e := tiny(t, kernel.Best())
	if v := e.Passages(nil); len(v) != 0 {
		t.Errorf("no texts have %d vectors", len(v))
	}
	query, passage := e.Query("salary"), e.Passages([]string{"salary"})[0]
	if len(query) != e.Width() || len(passage) != e.Width() {
		t.Fatalf("vectors of %d and %d numbers, want %d", len(query), len(passage), e.Width())
	}
	if slices.Equal(query, passage) {
		t.Error("asking and being asked make no difference")
	}
}

// TestMemoryIsUsedAgain checks that tokens cost no memory: a call allocates what it returns and a
// few things more, about 20 when the race detector takes memory out of pools.
func TestMemoryIsUsedAgain(t *testing.T) {
	const tokens, layers = 120, 2
	long := strings.Repeat("a ", tokens)
	for _, k := range kernel.All() {
		e := tiny(t, k)
		if n := testing.AllocsPerRun(20, func() { e.Query(long) }); n > tokens/layers {
			t.Errorf("%s: a query of %d tokens allocates %v times", k.Name, tokens, n)
		}
	}
}

func TestSpeed(t *testing.T) {
	e := tiny(t, kernel.Best())
	if s := e.Speed(); s.Question <= 0 || s.Passages <= 0 {
		t.Errorf("speed is %+v", s)
	}
	for _, n := range []int{16, 40} {
		if got := len(e.tokens.Append(nil, queryPrefix+tokens(n), e.model.positions)); got != n {
			t.Errorf("the text of %d tokens has %d", n, got)
		}
	}
}

func FuzzQuery(f *testing.F) {
	e := tiny(f, kernel.Best())
	for _, text := range []string{"", "PM vs TPM?", "résumé", "\xff", "🔥hot", "##ing", "[SEP]", "產品", "a\u0301"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v := e.Query(text)
		checkUnit(t, "text", v)
		if !slices.Equal(v, e.Query(text)) {
			t.Error("two vectors of one text differ")
		}
	})
}

// TestBatchesAreBounded checks that memory does not grow with the number of texts.
func TestBatchesAreBounded(t *testing.T) {
	e, w := tiny(t, kernel.Best()), new(workspace)
	long := strings.Repeat("a ", e.model.positions)
	for _, c := range []struct {
		texts []string
		want  int
	}{
		{[]string{"a"}, 1},
		{[]string{long, long, long}, 1},
		{slices.Repeat([]string{"a b c d"}, 1000), batchTokens / 8},
	} {
		if got := e.fill(w, passagePrefix, c.texts); got != c.want || len(w.ends) != c.want {
			t.Errorf("%d texts of %d bytes: a batch takes %d (%d ends), want %d", len(c.texts), len(c.texts[0]), got, len(w.ends), c.want)
		}
	}
}
