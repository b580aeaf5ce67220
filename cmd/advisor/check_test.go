package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckSaysHowFastTheEncoderIs(t *testing.T) {
	env := []string{"ADVISOR_DATA_DIR=" + t.TempDir()}
	advise(t, "", env, "check").want(t, 1, "✓ encoder    ", ": a question takes ", " passages a second on each core")
}

// TestCheckSaysWhatIsAsked, where somebody has written it down, and what of it is lost.
func TestCheckSaysWhatIsAsked(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	env := []string{"ADVISOR_KNOWLEDGE=" + dir, "ADVISOR_DATA_DIR=" + t.TempDir()}
	if r := advise(t, "", env, "check"); strings.Contains(r.out, "asks") {
		t.Errorf("nobody asks anything: %s", r.out)
	}
	write(t, filepath.Join(dir, "keeper.asks.md"),
		"## Salary of a lighthouse keeper\n- what do they make?\n### Not answered here\n- a pension?\n\n## Pay\n- how much?\n")
	advise(t, "", env, "check").want(t, 1,
		`! documents  left out: The file "keeper.asks.md" has questions under headings that its document lacks ("Pay"): correct or remove them.`,
		"! asks       questions of 1 of 2 sections: 1, near misses: 1; sections without: keeper.md › Lighthouse keeper › What is a lighthouse keeper?\n")
	write(t, filepath.Join(dir, "keeper.asks.md"), "## What is a lighthouse keeper?\n- who tends it?\n## Salary of a lighthouse keeper\n- what do they make?\n")
	advise(t, "", env, "check").want(t, 1, "✓ asks       questions of all 2 sections: 2, near misses: 0\n")
}
