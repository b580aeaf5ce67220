package answer

import "testing"

func TestSentencesThatLean(t *testing.T) {
	for s, want := range map[string]bool{"They sleep ashore.": true, "However, it rains.": true, "It’s late.": true, "In addition, he reports.": true,
		"Pilots sleep ashore.": false, "Itinerant pilots sleep.": false, "Thesis work counts.": false} {
		if leans(s) != want {
			t.Errorf("%q leans: %v", s, !want)
		}
	}
	for s, want := range map[string]bool{"Is it for you?": true, "Here is what to do:": true, "It's important to note that pilots swim.": true, "Pilots swim.": false} {
		if announces(s) != want {
			t.Errorf("%q announces: %v", s, !want)
		}
	}
}
