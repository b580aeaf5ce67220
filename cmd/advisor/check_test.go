package main

import "testing"

func TestCheckSaysHowFastTheEncoderIs(t *testing.T) {
	env := []string{"ADVISOR_DATA_DIR=" + t.TempDir()}
	advise(t, "", env, "check").want(t, 1, "✓ encoder    ", ": a question takes ", " passages a second on each core")
}
