package talk_test

import (
	"testing"

	"careeradvisor/knowledge/encoder"
	"careeradvisor/knowledge/talk"
	"careeradvisor/knowledge/weights"
)

// TestLike recognises utterances in any form of their words, and other messages by their vectors.
func TestLike(t *testing.T) {
	none := talk.New(nil)
	for said, want := range map[string]string{"Hi!": "greeting", "THANKS": "thanks", "What does a pilot earn?": ""} {
		if group, cosine := none.Like(said); group != want || (cosine == 1) != (want != "") {
			t.Errorf("%q is of %q, %v", said, group, cosine)
		}
	}
	e, err := encoder.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if group, cosine := talk.New(e.Query).Like("thanks so much, that was helpful"); group != "thanks" || cosine < 0.9 || cosine >= 1 {
		t.Errorf("of %q, %v", group, cosine)
	}
}

// TestAsks tells questions to everybody from other messages, by the vectors of the weights in the
// binary.
func TestAsks(t *testing.T) {
	e, err := encoder.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	tk := talk.New(e.Query)
	for message, want := range map[string]bool{
		"Does anyone know what pilots earn?":                         true,
		"not sure how many days off you get after the second year":   true,
		"what does a boatswain do all day":                           true,
		"<@U1> can you review my report before lunch?":               false,
		"Just had my third interview for the pilot job, it was fun.": false,
		"who took my umbrella?":                                      false,
		"Thanks, Ann!":                                               false,
	} {
		if asks := tk.Heard(message, 0.5)[weights.HearAsks]; (asks > 0) != want {
			t.Errorf("%q: %.2f", message, asks)
		}
	}
	if talk.New(nil).Heard("Does anyone know?", 0.5)[weights.HearAsks] != 0 {
		t.Error("without vectors it knows what asks")
	}
}
