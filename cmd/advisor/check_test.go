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

// TestCheckSaysWhatIsAsked: it counts the asks that somebody has written down, and says which are lost.
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
		"! asks       1 questions and 1 near misses, for 1 of 2 sections; none for keeper.md › Lighthouse keeper › What is a lighthouse keeper?\n")
	write(t, filepath.Join(dir, "keeper.asks.md"), "## What is a lighthouse keeper?\n- who tends it?\n## Salary of a lighthouse keeper\n- what do they make?\n")
	advise(t, "", env, "check").want(t, 1, "✓ asks       2 questions and 0 near misses, for all 2 sections\n")
}

// TestCheckTriesEverything: everything that is wrong is listed at once, and everything that can be tried is tried.
func TestCheckTriesEverything(t *testing.T) {
	emu, env := toStart(t, t.TempDir())
	ann := emu.AddUser("ann")
	away, help := emu.AddChannel("away", ann), emu.AddChannel("help", ann)
	emu.RemoveBot(away)
	advise(t, "", append(env, "ADVISOR_ADMINS="+ann.ID, "ADVISOR_HELP_CHANNEL="+help.ID), "check").want(t, 0,
		"✓ settings   ", "✓ documents  1 documents", "✓ database   ", "✓ tokens     both work: @", "✓ admins     "+ann.ID+"\n", "✓ help       "+help.ID+", and the advisor is in it\n")
	advise(t, "", append(env, "SLACK_APP_TOKEN=xapp-wrong", "ADVISOR_ADMINS=UNOBODY,"+ann.ID, "ADVISOR_HELP_CHANNEL="+away.ID, "ADVISOR_RETENTION=ninety", "ADVISOR_HELP=x"), "check").want(t, 1,
		`✗ settings   There is no variable ADVISOR_HELP: `, `✗ settings   ADVISOR_RETENTION is "ninety"`, "✓ documents  1 documents",
		"✗ tokens     Slack does not recognise the token in SLACK_APP_TOKEN", "✗ admins     ADVISOR_ADMINS has UNOBODY", "✗ help       ADVISOR_HELP_CHANNEL is #away, and the advisor is not in it")
	if err := emu.Close(); err != nil {
		t.Fatal(err)
	}
	r := advise(t, "", append(env, "ADVISOR_ADMINS="+ann.ID), "check")
	r.want(t, 1, "✗ tokens     Slack could not be reached at ")
	if strings.Contains(r.out, "no time left") || strings.Count(r.out, "could not be reached") != 1 || strings.Contains(r.out, "admins") {
		t.Errorf("without a network: %s", r.out)
	}
}
