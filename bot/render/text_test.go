package render_test

import (
	"strings"
	"testing"

	"careeradvisor/bot/render"
)

func TestSplitLosesNothing(t *testing.T) {
	for name, text := range map[string]string{
		"words":          strings.Repeat("career advice ", 700),
		"one long word":  strings.Repeat("x", 7001),
		"all escaped":    strings.Repeat("&<>", 2000),
		"surrogates":     strings.Repeat("🧭", 3100),
		"fits":           "short",
		"white space":    " \n ",
		"cut at the end": strings.Repeat("a", 100) + " b",
	} {
		t.Run(name, func(t *testing.T) {
			parts := render.Split(text, 100)
			for _, p := range parts {
				if render.Size(p) > 100 || p == "" {
					t.Fatalf("a part of %d", render.Size(p))
				}
			}
			squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
			if got := squeeze(strings.Join(parts, "")); got != squeeze(text) {
				t.Errorf("%d characters came out of %d", len(got), len(squeeze(text)))
			}
		})
	}
}

func TestClipShowsThatSomethingIsMissing(t *testing.T) {
	if got := render.Clip("PM vs TPM", 100); got != "PM vs TPM" {
		t.Errorf("short text became %q", got)
	}
	got := render.Clip(strings.Repeat("long ", 100), 50)
	if !strings.HasSuffix(got, "long…") || render.Size(got) > 50 {
		t.Errorf("got %q", got)
	}
}
