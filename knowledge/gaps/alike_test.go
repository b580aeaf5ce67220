package gaps

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/knowledge/encoder"
	"careeradvisor/knowledge/encoder/kernel"
)

// whole is the full encoder, which ENCODER_MODEL names: the embedded one may be cut down.
func whole(t *testing.T) *encoder.Encoder {
	t.Helper()
	data, err := os.ReadFile(os.Getenv("ENCODER_MODEL"))
	if err != nil {
		t.Skip("SKIPPED: ENCODER_MODEL does not name the file of the whole encoder.")
	}
	e, err := encoder.Open(string(data), kernel.Best())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// asked is a question of a set of pairs.
type asked struct {
	passage int // that answers it
	vector  []float32
}

// questionsOf reads the questions of a set of pairs.
func questionsOf(t *testing.T, e Reader, name string) []asked {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var all []asked
	passage := 0
	for line := range strings.Lines(string(text)) {
		switch mark, rest, _ := strings.Cut(strings.TrimSpace(line), " "); mark {
		case ".":
			passage++
		case "?":
			all = append(all, asked{passage, e.Query(rest)})
		}
	}
	return all
}

// TestQuestionsOnDifferentPassagesStayApart counts, over all sets of pairs, how often two questions
// of one set count as the same, for questions on one passage and on different ones.
func TestQuestionsOnDifferentPassagesStayApart(t *testing.T) {
	e := whole(t)
	sets, err := filepath.Glob("../encoder/export/pairs/*.txt")
	if err != nil || len(sets) < 20 {
		t.Fatal(len(sets), err)
	}
	var same, sameAll, apart, apartAll int
	for _, name := range sets {
		questions := questionsOf(t, e, name)
		for i, a := range questions {
			for _, b := range questions[:i] {
				near := 0
				if dot(a.vector, b.vector) >= alike {
					near = 1
				}
				if a.passage == b.passage {
					same, sameAll = same+near, sameAll+1
				} else {
					apart, apartAll = apart+near, apartAll+1
				}
			}
		}
	}
	t.Logf("alike: %d of %d pairs on one passage, %d of %d on different ones", same, sameAll, apart, apartAll)
	if apart*50_000 > apartAll {
		t.Errorf("of %d pairs on different passages %d are alike: choose another cosine", apartAll, apart)
	}
	if same*apartAll < 20*apart*sameAll {
		t.Errorf("questions on one passage (%d of %d) are hardly alike oftener than others (%d of %d)", same, sameAll, apart, apartAll)
	}
}

// TestQuestionsThatAskTheSame checks that questions are grouped as people would group them.
func TestQuestionsThatAskTheSame(t *testing.T) {
	e := whole(t)
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"How much do harbour pilots travel?", "do harbour pilots travel a lot", true},
		{"Does a pilot need a visa?", "which visa do I need as a pilot", true},
		{"Is there parental leave for a tally clerk?", "parental leave for tally clerks?", true},
		{"How do I apply internally?", "How can I apply for an internal role?", true},
		{"Where can I park?", "Where can I eat?", false},
		{"Can I bring my dog?", "Can I bring my laptop?", false},
		{"what does a nurse earn?", "what does a plumber earn?", false},
		{"Which visa does a pilot need for Peru?", "Which visa does a pilot need for Chile?", false},
		{"What does an L4 engineer earn here?", "What does an L5 engineer earn here?", false},
	} {
		if got := len(Cluster(e, []string{c.a, c.b})) == 1; got != c.same {
			t.Errorf("%q and %q are the same: %t", c.a, c.b, got)
		}
	}
}
