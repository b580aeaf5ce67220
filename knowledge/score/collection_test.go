package score

import (
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/knowledge"
)

// TestMeasure asks an engine that finds what a query begins with.
func TestMeasure(t *testing.T) {
	c := Collection{Queries: []CollectionQuery{
		{"q1", "oven", map[string]int{"oven": 2, "bread": 1}}, {"q2", "flour", map[string]int{"flour": 1}}, {"q3", "salt", map[string]int{"flour": 1}},
	}}
	s, err := Measure(t.Context(), c, echo{})
	if err != nil || !near(s.Success, 2./3) || !near(s.Recall, (1./2+1)/3) || !near(s.MRR, 2./3) || s.P99 < s.P50 {
		t.Errorf("%+v, %v", s, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Measure(ctx, c, echo{}); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}

// echo finds the document that is called by the query.
type echo struct{}

func (echo) Documents() []knowledge.Document { return nil }

func (echo) Search(ctx context.Context, q knowledge.Query) ([]knowledge.Hit, error) {
	return []knowledge.Hit{{Passage: knowledge.Passage{Doc: q.Text}}}, ctx.Err()
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestJudge(t *testing.T) {
	var s Scores
	s.judge([]string{"x", "b", "a"}, map[string]int{"a": 3, "b": 1, "c": 2})
	s.judge([]string{"d"}, map[string]int{"d": 4})
	s.judge(nil, map[string]int{"e": 1})
	s.mean(3)
	// By hand: DCG 1/log2(3) + 3/log2(4) over 3/log2(2) + 2/log2(3) + 1/log2(4).
	want := Scores{NDCG: ((0.63092975+1.5)/(3+1.26185951+0.5) + 1) / 3, MRR: 1.5 / 3, Success: 1. / 3, Recall: (2./3 + 1) / 3}
	for name, pair := range map[string][2]float64{
		"nDCG": {s.NDCG, want.NDCG}, "MRR": {s.MRR, want.MRR}, "Success": {s.Success, want.Success}, "Recall": {s.Recall, want.Recall},
	} {
		if diff := pair[0] - pair[1]; diff > 1e-6 || diff < -1e-6 {
			t.Errorf("%s %v, want %v", name, pair[0], pair[1])
		}
	}
}

func TestPercentile(t *testing.T) {
	sorted := []float64{1, 2, 3, 4}
	for share, want := range map[float64]float64{0: 1, 0.5: 2, 0.99: 4, 1: 4} {
		if got := percentile(sorted, share); got != want {
			t.Errorf("percentile %v is %v, want %v", share, got, want)
		}
	}
	if got := percentile(nil, 0.5); got != 0 {
		t.Errorf("percentile of nothing is %v", got)
	}
}

func TestLoadCollection(t *testing.T) {
	good := map[string]string{
		"corpus.jsonl":  `{"id":"1","title":"Oven","text":"It is hot."}` + "\n\n",
		"queries.jsonl": `{"id":"q1","text":"oven"}` + "\n" + `{"id":"q2","text":"unjudged"}`,
		"qrels.tsv":     "query-id\tcorpus-id\tscore\nq1\t1\t2\nq1\t9\t0\n",
	}
	c, err := LoadCollection(folder(t, good))
	if err != nil || len(c.Documents) != 1 || len(c.Queries) != 1 || c.Queries[0].Grades["1"] != 2 || len(c.Queries[0].Grades) != 1 {
		t.Fatalf("%+v, %v", c, err)
	}
	for name, text := range map[string]string{
		"corpus.jsonl":  "{\"id\":\"1\"}\n{broken",
		"queries.jsonl": `{"id":"q1"}` + "\n" + `["no object"]`,
		"qrels.tsv":     "q1\t1\t2\nq1\t1\tmuch\n",
	} {
		t.Run(name, func(t *testing.T) {
			files := map[string]string{}
			for k, v := range good {
				files[k] = v
			}
			files[name] = text
			_, err := LoadCollection(folder(t, files))
			if say := knowledge.Say(err); err == nil || !strings.Contains(say, name) || !strings.Contains(say, "line 2") {
				t.Errorf("damaged: %q (%v)", say, err)
			}
			delete(files, name)
			_, err = LoadCollection(folder(t, files))
			if say := knowledge.Say(err); err == nil || !strings.Contains(say, name) {
				t.Errorf("missing: %q (%v)", say, err)
			}
		})
	}
}

// folder is a new folder with files.
func folder(t *testing.T, files map[string]string) string {
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
