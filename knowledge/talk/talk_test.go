package talk_test

import (
	"testing"

	"careeradvisor/knowledge/talk"
	"careeradvisor/knowledge/weights"
)

// TestLike knows utterances in any form of their words, and others by their vectors.
func TestLike(t *testing.T) {
	none := talk.New(nil)
	for said, want := range map[string]string{"Hi!": "greeting", "THANKS": "thanks", "What does a pilot earn?": ""} {
		if group, cosine := none.Like(said); group != want || (cosine == 1) != (want != "") {
			t.Errorf("%q is of %q, %v", said, group, cosine)
		}
	}
	alike := talk.New(func(s string) []float32 {
		if s == "many thanks!" || s == "much obliged" {
			return []float32{0, 1}
		}
		return []float32{0.8, 0.6}
	})
	if group, cosine := alike.Like("much obliged"); group != "thanks" || cosine != 1 {
		t.Errorf("of %q, %v", group, cosine)
	}
}

func TestHeard(t *testing.T) {
	for sent, want := range map[string][]int{
		"Does anyone know what pilots earn?": {weights.HearMark, weights.HearOpening, weights.HearIndirect},
		"<@U1> can you review it":            {weights.HearPerson, weights.HearOpening, weights.HearYou},
		"Thanks, Ann!":                       {weights.HearPerson},
		"Lunch is here":                      nil,
	} {
		plain := sent
		if sent[0] == '<' {
			plain = sent[len("<@U1> "):]
		}
		s := talk.Heard(sent, plain, 0.5, 0)
		has := map[int]bool{}
		for _, k := range want {
			has[k] = true
		}
		for _, k := range []int{weights.HearMark, weights.HearOpening, weights.HearIndirect, weights.HearPerson, weights.HearYou} {
			if (s[k] == 1) != has[k] {
				t.Errorf("%q: signal %d is %v", sent, k, s[k])
			}
		}
	}
}
