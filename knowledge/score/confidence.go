package score

import (
	"cmp"
	"math"
	"slices"
)

// Confidence is how sure an engine was of an answer, and whether it was right.
type Confidence struct {
	Sure       float64 // 0 to 1, that what it would say is right
	Right      bool    // it is
	Answerable bool    // the documents answer the question
}

// AUC is the chance that a positive is more certain than a negative, with ties counting half; it is
// NaN unless there are both.
func AUC(all []Confidence, is func(Confidence) bool) float64 {
	yes, no, pairs := 0., 0., 0.
	for _, tie := range ties(all) {
		y := 0.
		for _, c := range tie {
			if is(c) {
				y++
			}
		}
		n := float64(len(tie)) - y
		pairs += n * (yes + y/2) // earlier ones are surer
		yes, no = yes+y, no+n
	}
	return pairs / (yes * no)
}

// Tenth is the confidences in one tenth of the scale: 0 to 0.1, and so on.
type Tenth struct {
	Count int
	Sure  float64 // their mean
	Right float64 // the share of them that is right
}

// Calibrate compares stated confidence with the share that is right. The error is the expected
// calibration error, the mean difference between the two; it is NaN if there are no confidences.
func Calibrate(all []Confidence) (tenths [10]Tenth, err float64) {
	for _, c := range all {
		t := &tenths[min(int(c.Sure*10), 9)]
		t.Count++
		t.Sure += c.Sure
		if c.Right {
			t.Right++
		}
	}
	for i := range tenths {
		t := &tenths[i]
		if t.Count == 0 {
			continue
		}
		err += math.Abs(t.Sure - t.Right)
		t.Sure /= float64(t.Count)
		t.Right /= float64(t.Count)
	}
	return tenths, err / float64(len(all))
}

// Risk is the share of wrong answers if only a given share of all questions is answered, the surest
// first; ties count alike. It is NaN if there are no questions.
func Risk(all []Confidence, coverage float64) float64 {
	want := coverage * float64(len(all))
	left, wrong := want, 0.
	for _, tie := range ties(all) {
		bad := 0.
		for _, c := range tie {
			if !c.Right {
				bad++
			}
		}
		n := float64(len(tie))
		wrong += bad / n * min(left, n)
		if left -= n; left <= 0 {
			break
		}
	}
	return wrong / want
}

// ties are the confidences grouped by how sure they are, the surest first.
func ties(all []Confidence) (out [][]Confidence) {
	all = slices.SortedStableFunc(slices.Values(all), func(a, b Confidence) int { return cmp.Compare(b.Sure, a.Sure) })
	for i, c := range all {
		if i == 0 || c.Sure != all[i-1].Sure {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], c)
	}
	return out
}
