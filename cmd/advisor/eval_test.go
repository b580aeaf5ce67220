package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const questionSet = `{"id":"1","q":"what does a lighthouse keeper earn?","kind":"fact","expect":"answer","must":[["31,000"]],"gold":[{"doc":"keeper","section":"Salary of a lighthouse keeper"}]}
{"id":"2","q":"what is a lighthouse keeper?","kind":"definition","expect":"answer","must":[["rocks"]],"gold":[{"doc":"keeper","section":"What is a lighthouse keeper?"}]}
{"id":"3","q":"what's the capital of Australia?","kind":"offtopic","expect":"refuse"}
{"id":"4","q":"how do I renew my passport?","kind":"nearmiss","expect":"refuse","must_not":["31,000"]}
{"id":"5","q":"hi","kind":"smalltalk","expect":"answer","must":[["never said"]]}
`

func TestEvalScoresAQuestionSet(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	set := filepath.Join(t.TempDir(), "set.jsonl")
	write(t, set, questionSet)
	env := []string{"ADVISOR_KNOWLEDGE=" + dir}
	advise(t, "", env, "eval", "--sections", "--failures", set).want(t, 0,
		"of    5", "wrong when answering", "top section", `5 "hi" | help, expected answer`, "kind nearmiss")

	write(t, set, questionSet+"{")
	advise(t, "", env, "eval", set).want(t, 1, "Line 6", "set.jsonl")
	advise(t, "", env, "eval", filepath.Join(dir, "nowhere.jsonl")).want(t, 1, "cannot be read")
}

func TestAskExplains(t *testing.T) {
	advise(t, "", nil, "ask", "--explain", "tpm sallary india").want(t, 0,
		"Why this answer", "read as   tpm sallary india", "about     Technical Product Manager", "word      india", "signals", "weighed", "(said)",
		"Nearest by meaning (vectors of ", "Nearest known questions", "(answered in guides/")
}

// fitSets are two sets on two folders, and one on the first of them, as eval takes them.
func fitSets(t *testing.T) (args []string) {
	t.Helper()
	dir := t.TempDir()
	for _, docs := range []string{"light", "port"} {
		if err := os.Mkdir(filepath.Join(dir, docs), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(dir, "light", "keeper.md"), keeper)
	write(t, filepath.Join(dir, "port", "pilot.md"), strings.NewReplacer("lighthouse keeper", "harbour pilot", "rocks", "quays").Replace(keeper))
	write(t, filepath.Join(dir, "light.jsonl"), questionSet)
	write(t, filepath.Join(dir, "port.jsonl"), strings.NewReplacer("lighthouse keeper", "harbour pilot", "rocks", "quays", "keeper", "pilot").Replace(questionSet))
	write(t, filepath.Join(dir, "more.jsonl"), questionSet)
	for _, s := range []struct{ name, docs, file string }{{"lights", "light", "light.jsonl"}, {"ports", "port", "port.jsonl"}, {"more", "light", "more.jsonl"}} {
		args = append(args, s.name+"="+filepath.Join(dir, s.docs)+":"+filepath.Join(dir, s.file))
	}
	return args
}

func TestEvalLeavesOneOut(t *testing.T) {
	env := []string{"ADVISOR_DATA_DIR=" + t.TempDir()}
	args := fitSets(t)
	r := advise(t, "", env, append([]string{"eval", "--leave-one-out", "--unread", "more"}, args...)...)
	r.want(t, 0, "left out", "lights ", "ports ", "all of these", "Unread", "more ", "Confidence", "Wrong")
	again := advise(t, "", env, append([]string{"eval", "--leave-one-out", "--unread", "more"}, args...)...)
	if again.out != r.out {
		t.Errorf("it is not the same the second time:\n%s\n%s", r.out, again.out)
	}
	advise(t, "", env, append([]string{"eval", "--leave-one-out"}, args[0], args[2])...).want(t, 1, "nothing to fit weights on")
}

func TestEvalFits(t *testing.T) {
	env := []string{"ADVISOR_DATA_DIR=" + t.TempDir()}
	args := fitSets(t)
	advise(t, "", env, append([]string{"eval", "--fit"}, args...)...).want(t, 0, "\tFind: [Features]float64{", "\tHeard: ")
	guides := "guides=builtin:" + args[0][strings.LastIndexByte(args[0], ':')+1:]
	advise(t, "", env, "eval", "--fit", guides).want(t, 0, "\tFind: [Features]float64{")
	for _, bad := range [][]string{{"--fit", "lights"}, {"--fit", "a=b:"}, {"--fit", args[0], args[0]}, {"--fit", args[0], "--unread", "nothing"},
		{"--fit", "--leave-one-out", args[0]}, {"--fit", "--sections", args[0]}, {"--unread", "a", args[0]}, {"--fit"}} {
		if r := advise(t, "", env, append([]string{"eval"}, bad...)...); r.code != 2 {
			t.Errorf("%v: %d, %s", bad, r.code, r.err)
		}
	}
}
