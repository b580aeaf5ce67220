package encoder

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"careeradvisor/knowledge/encoder/kernel"
)

func TestGoldenJudgeTiny(t *testing.T) {
	for _, k := range kernel.All() {
		t.Run(k.Name, func(t *testing.T) {
			checkLogits(t, tiny(t, k), "testdata/golden-judge-tiny.jsonl", 1, 0.02, 0.05)
		})
	}
}

func TestGoldenJudge(t *testing.T) {
	for _, k := range kernel.All() {
		t.Run(k.Name, func(t *testing.T) {
			e, every := full(t, k), 1
			if !e.HasJudge() {
				t.Skip("SKIPPED: the whole model has no judge.")
			}
			if all := kernel.All(); k.Name == all[len(all)-1].Name {
				every = 8
			}
			checkLogits(t, e, "testdata/golden-judge.jsonl", every, 0.1, 0.5)
		})
	}
}

// checkLogits compares ids one by one, and logits to those of float32: mean and most
// are how far they may lie from them.
func checkLogits(t *testing.T, e *Encoder, name string, every int, mean, most float64) {
	t.Helper()
	all, sum, worst, n := readGolden(t, name), 0.0, 0.0, 0
	for i := 0; i < len(all); i += every {
		g := all[i]
		if ids := pairIDs(e, g.Text, g.Passage); !slices.Equal(ids, g.IDs) {
			t.Errorf("ids of %.40q and %.40q:\n got %v\nwant %v", g.Text, g.Passage, ids, g.IDs)
		}
		got := e.Judge(g.Text, []string{g.Passage})[0]
		far := math.Abs(float64(got - g.Logit))
		if sum, worst, n = sum+far, max(worst, far), n+1; !(far <= most) {
			t.Errorf("%.40q and %.40q: logit %.3f, want %.3f", g.Text, g.Passage, got, g.Logit)
		}
	}
	if sum /= float64(n); sum > mean {
		t.Errorf("logits lie %.4f from those of float32 in the mean, want %v", sum, mean)
	}
	t.Logf("%d pairs, logits from float32: mean %.4f, most %.4f", n, sum, worst)
}

// pairIDs are the tokens that the judge reads.
func pairIDs(e *Encoder, question, passage string) []int32 {
	w := new(workspace)
	e.fillPairs(w, e.asked(question), []string{passage})
	return w.ids
}

// TestPairsAreCut holds that a long question leaves the passage most of the room,
// and that only what does not fit is left out.
func TestPairsAreCut(t *testing.T) {
	e := tiny(t, kernel.Best())
	most, long := e.model.judge.positions, strings.Repeat("a ", 500)
	if n := len(e.asked(long)); n != questionTokens {
		t.Errorf("a long question has %d tokens, want %d", n, questionTokens)
	}
	for _, c := range []struct{ question, passage string }{{long, long}, {"a", long}, {"", long}} {
		if n := len(pairIDs(e, c.question, c.passage)); n != most {
			t.Errorf("%.5q and %.5q: %d tokens, want %d", c.question, c.passage, n, most)
		}
	}
	// "[CLS] query: a [SEP]" are five, "passage: " two, and one ends it.
	fits := e.Judge("a", []string{strings.Repeat("b ", most-8), strings.Repeat("b ", most+50), strings.Repeat("b ", most-9)})
	if fits[0] != fits[1] || fits[0] == fits[2] {
		t.Errorf("the last word that fits, one more and one less: %v", fits)
	}
	if heading := e.Judge("salary", []string{"Pay\nin May", "Pay in May"}); heading[0] != heading[1] {
		t.Errorf("a heading's line makes a difference: %v", heading)
	}
	if order := []float32{e.Judge("salary", []string{"notice"})[0], e.Judge("notice", []string{"salary"})[0]}; order[0] == order[1] {
		t.Errorf("asking and answering make no difference: %v", order)
	}
}

// TestJudgeInCompany holds that a logit is the same to the last bit, whatever else
// is judged or encoded before, beside and after.
func TestJudgeInCompany(t *testing.T) {
	const question = "who says yes to a longer time away?"
	all := texts(readGolden(t, "testdata/golden-tiny.jsonl"))
	for _, k := range kernel.All() {
		t.Run(k.Name, func(t *testing.T) {
			e := tiny(t, k)
			vectors, together := e.Passages(all), e.Judge(question, all)
			for i, text := range all {
				if alone := e.Judge(question, []string{text}); alone[0] != together[i] {
					t.Errorf("%.40q: %v alone, %v in company", text, alone[0], together[i])
				}
			}
			turned := slices.Clone(all)
			slices.Reverse(turned)
			back := e.Judge(question, turned)
			slices.Reverse(back)
			if !slices.Equal(back, together) {
				t.Error("the order of passages changes logits")
			}
			for i, v := range e.Passages(all) {
				if !slices.Equal(v, vectors[i]) {
					t.Errorf("%.40q has another vector after judging", all[i])
				}
			}
		})
	}
}

func TestJudgeTogether(t *testing.T) {
	e := tiny(t, kernel.Best())
	all := texts(readGolden(t, "testdata/golden-tiny.jsonl"))[:20]
	want := e.Judge("salary?", all)
	var workers sync.WaitGroup
	for range 8 {
		workers.Go(func() {
			e.Query("salary?")
			if got := e.Judge("salary?", all); !slices.Equal(got, want) {
				t.Errorf("another goroutine judges %v, want %v", got, want)
			}
		})
	}
	workers.Wait()
}

func TestJudgeHostileTexts(t *testing.T) {
	for _, k := range kernel.All() {
		t.Run(k.Name, func(t *testing.T) {
			e := tiny(t, k)
			for name, text := range hostile() {
				got := append(e.Judge(text, []string{text, "a"}), e.Judge("a", []string{text})...)
				if len(got) != 3 || slices.ContainsFunc(got, func(x float32) bool { return !(math.Abs(float64(x)) < 100) }) {
					t.Errorf("%s: logits %v", name, got)
				}
			}
		})
	}
}

// encoderOnly is a file without its judge, as the exporter writes one.
func encoderOnly(t *testing.T, file string) string {
	t.Helper()
	encoder, judge, err := split(file)
	if err != nil || judge == "" {
		t.Fatalf("the file has no judge (%v)", err)
	}
	data := []byte(encoder)
	clear(data[headSize-4 : headSize])
	return string(data)
}

// TestEncoderWithoutJudge holds that the judge is an addition: without it the encoder
// is the same, by its vectors and by the checksum that they are kept under.
func TestEncoderWithoutJudge(t *testing.T) {
	with, without := tiny(t, kernel.Best()), mustOpen(t, encoderOnly(t, tinyFile(t)), kernel.Best())
	if !with.HasJudge() || without.HasJudge() {
		t.Errorf("a judge: with %v, without %v", with.HasJudge(), without.HasJudge())
	}
	if got := without.Judge("salary?", []string{"salary"}); got != nil {
		t.Errorf("no judge judges %v", got)
	}
	if with.Checksum() != without.Checksum() || !slices.Equal(with.Query("salary?"), without.Query("salary?")) {
		t.Error("without a judge it is another encoder")
	}
	if got := with.Judge("salary?", nil); got == nil || len(got) != 0 {
		t.Errorf("no passages have logits %v", got)
	}
}

func TestJudgesThatAreDamaged(t *testing.T) {
	good := tinyFile(t)
	at := len(encoderOnly(t, good))
	number := func(i int, n uint32) string {
		data := []byte(good)
		binary.LittleEndian.PutUint32(data[i:], n)
		return string(data)
	}
	for name, file := range map[string]string{
		"missing":            good[:at],
		"cut in its head":    good[:at+20],
		"cut in its table":   good[:at+500],
		"cut in its arrays":  good[:len(good)-5000],
		"of another version": good[:at] + strings.Replace(good[at:], judgeMagic, "JUDGE002", 1),
		"in the head":        number(headSize-4, 64),
		"elsewhere":          number(headSize-4, uint32(at)+64),
		"not in place":       number(headSize-4, uint32(at)+1),
		"beyond the end":     number(headSize-4, 1<<32-64),
		"of more layers":     number(at+12, 3),
		"of no layers":       number(at+12, 0),
		"of another width":   number(at+16, 128),
		"of no heads":        number(at+20, 0),
		"of more inside":     number(at+24, 256),
		"of more positions":  number(at+28, 256),
		"of no positions":    number(at+28, 0),
		"of other pieces":    number(at+32, 100),
	} {
		if e, err := Open(file, kernel.Best()); err == nil {
			t.Errorf("a judge %s is opened with %d layers", name, len(e.model.judge.layers))
		}
	}
	bad := []byte(good)
	bad[len(bad)-1-alignment] ^= 1
	if verify(string(bad)) == nil {
		t.Error("a changed bit of the judge is not noticed")
	}
}
