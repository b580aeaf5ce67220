package load_test

import (
	"strings"
	"testing"
)

func TestNoiseIsDropped(t *testing.T) {
	for _, line := range []string{
		"ALSO READ: How to Become a Product Manager",
		"Read more – Ten tips for sailors",
		"Related: Pilots of the East",
		"Related articles: Pilots of the North",
		"Recommended reading: Pilots of the South",
		"You may also like: boats",
		"Write to us at content@example.org",
		"Contact us: +1 555 0100",
		"Follow us on @example",
		"Take the free test now",
		"Take our free career test now",
		"Start the course now",
		"Subscribe to our newsletter",
		"Sign up",
		"Back to top",
		"« previous | next »",
		"← All roles",
		"Next: Senior pilot →",
		"Sources:",
		"References",
		"Table of contents",
		"Share this article",
		"© 2024 Example Ltd",
		"Copyright 2024 Example Ltd",
		"All rights reserved.",
		"https://example.org/pilots",
		"content@example.org",
		"Jane.Doe@example.org",
		"* * *",
		"• • •",
		strings.Repeat("=", 500),
	} {
		for _, file := range []string{"guide.txt", "guide.md"} {
			d := parse(t, file, "They guide ships.\n\n"+line+"\n\nThey are paid well.\n")
			if got, want := dump(d), "= \nparagraph: They guide ships.\nparagraph: They are paid well.\n"; got != want {
				t.Errorf("%s: %q is not dropped:\n%s", file, line, got)
			}
		}
	}
}

func TestWhatLooksLikeNoiseIsKept(t *testing.T) {
	for _, line := range []string{
		"Recommended: a degree in nautical science.",
		"Related skills are maps and radio.",
		"« They guide ships »",
		"The way up: trainee → pilot → senior pilot.",
		"Also read the weather report every day.",
		"Contact with the bridge is kept by radio.",
		"Call us pilots, not guides. We insist.",
		"Take the test now and again in a year.",
		"Sign up for a course at the school. It takes a year.",
		"Subscribe to the newsletter of the harbour, so that you hear of new jobs before all the others do",
		"Sources of income are many.",
		"Note that the sea is deep.",
		"Copyright lawyers seldom go to sea.",
		"The rules are at https://example.org/rules for everyone.",
		"See also: " + strings.Repeat("the sea and the sky, ", 20) + "and more.",
	} {
		for _, file := range []string{"guide.txt", "guide.md"} {
			d := parse(t, file, "They guide ships.\n\n"+line+"\n\nThey are paid well.\n")
			if !strings.Contains(dump(d), ": "+line+"\n") {
				t.Errorf("%s: %q is lost:\n%s", file, line, dump(d))
			}
		}
	}
}
