package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

func TestAskAnswersFromTheGuides(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		want []string
	}{
		{"comparison", []string{"PM vs TPM?"}, []string{"Product Manager:", "Technical Product Manager:", "customer needs", "engineering", "Sources", "guides/complete-guide"}},
		{"how-to", []string{"how do I become a TPM?"}, []string{"1. ", "2. ", "3. ", "technical expertise", "product management experience"}},
		{"list", []string{"What types of technical product managers are there?"}, []string{"• ", "IoT", "SaaS", "Cybersecurity"}},
		{"fact", []string{"What does a TPM earn in India?"}, []string{"₹26.5 lakh"}},
		{"follow-up", []string{"--after", "What is a technical product manager?", "and the salary?"}, []string{"₹26.5 lakh"}},
		{"refusal", []string{"What's the capital of Australia?"}, []string{"My documents don't answer that", "You can also ask"}},
		{"small talk", []string{"hi"}, []string{"Hello!", "the work of a technical product manager", "You can also ask"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			advise(t, "", nil, append([]string{"ask"}, c.args...)...).want(t, 0, c.want...)
		})
	}
}

func TestAskWithBuiltinGuidesWritesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	advise(t, "", []string{"ADVISOR_DATA_DIR=" + dir}, "ask", "TPM?").want(t, 0)
	if found, _ := filepath.Glob(dir); len(found) > 0 {
		t.Error("ask made the data dir")
	}
}

// TestAskReadsNewDocumentsFirst asks right away, in words that the documents do not have.
func TestAskReadsNewDocumentsFirst(t *testing.T) {
	dir := folder(t, map[string]string{"office.md": "# Office\n\n## Lunch\n\nLunch is served at noon in the big hall.\n\n" +
		"## Parental leave\n\nWhoever has a baby gets sixteen weeks of leave at full salary.\n\n## Keys\n\nKeys hang behind the door.\n"})
	advise(t, "", []string{"ADVISOR_KNOWLEDGE=" + dir, "ADVISOR_DATA_DIR=" + t.TempDir()}, "ask", "What time is the midday meal?").
		want(t, 0, "Lunch is served at noon")
}

func TestAskJSON(t *testing.T) {
	r := advise(t, "", nil, "ask", "--json", "who does a senior tpm report to")
	r.want(t, 0)
	var got struct {
		Kind, Text string
		Citations  []struct{ Doc, Section, Title string }
		Confidence float64
	}
	if err := json.Unmarshal([]byte(r.out), &got); err != nil {
		t.Fatal(err, r.out)
	}
	if got.Kind != "answer" || !strings.Contains(got.Text, "C-level") || got.Confidence <= 0.5 {
		t.Errorf("got %+v", got)
	}
	if len(got.Citations) == 0 || got.Citations[0].Doc != "guides/complete-guide" ||
		got.Citations[0].Section != "Levels of technical product manager > Senior technical product manager" {
		t.Errorf("citations: %+v", got.Citations)
	}
}

func TestAskLines(t *testing.T) {
	in := `{"id":"1","q":"What does TPM stand for?"}
not json
{"id":"3","q":"and the salary?","context":["What is a TPM?"]}

{"id":"4"}
{"id":"5","q":""}
{"id":"6","q":"where did you two have lunch?","context":["What is a TPM?"],"heard":true}`
	r := advise(t, in, nil, "ask", "--jsonl")
	r.want(t, 0)
	type line struct{ ID, Kind, Text, Error string }
	var got []line
	for _, l := range strings.Split(strings.TrimSpace(r.out), "\n") {
		var x line
		if err := json.Unmarshal([]byte(l), &x); err != nil {
			t.Fatal(err, l)
		}
		got = append(got, x)
	}
	if len(got) != 6 {
		t.Fatalf("%d lines, want 6:\n%s", len(got), r.out)
	}
	if got[0].ID != "1" || !strings.Contains(strings.ToLower(got[0].Text), "technical product manager") {
		t.Errorf("first: %+v", got[0])
	}
	if !strings.Contains(got[1].Error, "line 2") {
		t.Errorf("bad line: %+v", got[1])
	}
	if got[2].ID != "3" || !strings.Contains(got[2].Text, "26.5") {
		t.Errorf("follow-up: %+v", got[2])
	}
	if got[5].Kind != "silent" || got[5].Text != "" {
		t.Errorf("what was only heard: %+v", got[5])
	}
	if got[3].ID != "4" || got[3].Error == "" || got[4].Kind != "help" {
		t.Errorf("no question: %+v; empty question: %+v", got[3], got[4])
	}
}

func TestAskOddQuestions(t *testing.T) {
	for name, q := range map[string]string{
		"long":    strings.Repeat("how do I become a TPM and ", 1600),
		"control": "what\x00 is\x07 a\x1b[31m TPM\r\n?",
		"syntax":  `+heading:"tpm" ^~* (role:[a TO b]) \`,
		"markup":  "<!channel> <@U123> <script>alert(1)</script>",
		"emoji":   "🙂🙂🙂",
		"bytes":   "TPM \xff\xfe salary",
		"empty":   "",
	} {
		t.Run(name, func(t *testing.T) {
			r := advise(t, "", nil, "ask", q)
			r.want(t, 0)
			if strings.TrimSpace(r.out) == "" || strings.ContainsAny(r.out, "\x00\x07\x1b") || strings.Contains(r.out, "<!channel>") {
				t.Errorf("got %q", r.out)
			}
		})
	}
}
