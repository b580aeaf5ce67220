package index_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/race"
)

// bars are the nDCG@10 that the ranking has to reach on public collections, with one setting for
// all.
var bars = map[string]float64{"cranfield": 0.358, "stackfaq": 0.765}

func TestRankings(t *testing.T) {
	if race.Enabled {
		t.Skip("SKIPPED: figures are taken without the race detector")
	}
	for name, bar := range bars {
		dir := filepath.Join("..", "..", "shared", "retrieval", name)
		if _, err := os.Stat(dir); err != nil {
			t.Skipf("SKIPPED: the collection %s is not beside this checkout (%v)", name, err)
		}
		c := readCollection(t, dir)
		if got := c.nDCG(t, inMemory(t, c.docs)); got < bar {
			t.Errorf("%s: nDCG@10 %.4f, want at least %.3f", name, got, bar)
		} else {
			t.Logf("%-10s nDCG@10 %.4f", name, got)
		}
	}
}

// collection is a set of documents and queries whose right answers are known.
type collection struct {
	docs    []knowledge.Document // one passage each
	queries []entry
	grades  map[string]map[string]int // query -> document -> how right it is
}

// entry is a line of a collection's corpus.jsonl or queries.jsonl.
type entry struct{ ID, Title, Text string }

// readCollection reads a folder with corpus.jsonl, queries.jsonl and qrels.tsv: query,
// document and grade. Queries without a right document are left out.
func readCollection(t *testing.T, dir string) collection {
	t.Helper()
	c := collection{grades: map[string]map[string]int{}}
	eachLine(t, filepath.Join(dir, "qrels.tsv"), func(line string) error {
		cells := strings.Fields(line)
		grade, err := strconv.Atoi(cells[2])
		if err != nil || grade <= 0 {
			return nil // the heading, or wrong
		}
		if c.grades[cells[0]] == nil {
			c.grades[cells[0]] = map[string]int{}
		}
		c.grades[cells[0]][cells[1]] = grade
		return nil
	})
	eachLine(t, filepath.Join(dir, "corpus.jsonl"), func(line string) error {
		var e entry
		err := json.Unmarshal([]byte(line), &e)
		d := knowledge.Document{ID: e.ID, Title: e.Title}
		add(&d, nil, knowledge.Passage{Text: e.Text})
		c.docs = append(c.docs, d)
		return err
	})
	eachLine(t, filepath.Join(dir, "queries.jsonl"), func(line string) error {
		var e entry
		err := json.Unmarshal([]byte(line), &e)
		if len(c.grades[e.ID]) > 0 {
			c.queries = append(c.queries, e)
		}
		return err
	})
	return c
}

func eachLine(t *testing.T, name string, use func(line string) error) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		if err := use(lines.Text()); err != nil {
			t.Fatal(fmt.Errorf("%s: %w", name, err))
		}
	}
	if lines.Err() != nil {
		t.Fatal(lines.Err())
	}
}

// nDCG is the mean nDCG@10 over the queries as in trec_eval: gain is the grade, discount log2(rank
// + 1).
func (c collection) nDCG(t *testing.T, x *index.Index) (mean float64) {
	t.Helper()
	for _, q := range c.queries {
		var got, best []int
		for _, h := range search(t, x, text(q.Text)) {
			got = append(got, c.grades[q.ID][h.Passage.Doc])
		}
		for _, grade := range c.grades[q.ID] {
			best = append(best, grade)
		}
		slices.Sort(best)
		slices.Reverse(best)
		mean += gain(got) / gain(best) / float64(len(c.queries))
	}
	return mean
}

// gain computes the gain from the grades of the first ten hits.
func gain(grades []int) (sum float64) {
	for i, grade := range grades[:min(10, len(grades))] {
		sum += float64(grade) / math.Log2(float64(i+2))
	}
	return sum
}

func TestGain(t *testing.T) {
	if got, want := gain([]int{0, 1, 3}), 0.63092975+1.5; math.Abs(got-want) > 1e-6 {
		t.Errorf("gain %v, by hand %v", got, want)
	}
}
