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
		"4 of    5   80.0 %", "wrong when answering", "top section", `5 "hi" | help, expected answer`, "kind nearmiss")

	write(t, set, questionSet+"{")
	advise(t, "", env, "eval", set).want(t, 1, "Line 6", "set.jsonl")
	advise(t, "", env, "eval", filepath.Join(dir, "nowhere.jsonl")).want(t, 1, "cannot be read")
}

func TestEvalScoresRanking(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"corpus.jsonl": `{"id":"a","title":"Lighthouse","text":"A keeper tends the light."}
{"id":"b","title":"Harbour","text":"A pilot guides ships into port."}`,
		"queries.jsonl": `{"id":"q1","text":"who tends the light"}
{"id":"q2","text":"who guides ships"}`,
		"qrels.tsv": "q1\ta\t1\nq2\tb\t1\n",
	} {
		write(t, filepath.Join(dir, name), text)
	}
	r := advise(t, "", nil, "eval", "--retrieval", dir)
	r.want(t, 0, "2 documents indexed", "2 queries")
	if strings.Count(r.out, " 1.000") < 4 {
		t.Errorf("it should find both: %s", r.out)
	}
	if err := os.Remove(filepath.Join(dir, "qrels.tsv")); err != nil {
		t.Fatal(err)
	}
	advise(t, "", nil, "eval", "--retrieval", dir).want(t, 1, "qrels.tsv")
}

func TestAskExplains(t *testing.T) {
	advise(t, "", nil, "ask", "--explain", "tpm sallary india").want(t, 0,
		"Why this answer", "read as   tpm sallary india", "about     Technical Product Manager", "word      india", "signals", "weighed", "(said)",
		"Nearest by meaning (vectors of ", "Nearest questions that are known", "(answered in guides/")
}
