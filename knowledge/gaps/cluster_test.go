package gaps_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/gaps"
)

// stub gives questions on the same thing vectors that are near one another, and counts how often it
// is asked.
type stub struct {
	things []string
	asked  map[string]int
}

func (s *stub) Query(text string) []float32 {
	if s.asked == nil {
		s.asked = map[string]int{}
	}
	s.asked[text]++
	v := make([]float32, len(s.things)+1)
	for i, thing := range s.things {
		if strings.Contains(strings.ToLower(text), thing) {
			v[i] = 1
		}
	}
	v[len(s.things)] = 0.001 * float32(len(text)%10) // no two are exactly alike
	return unit(v)
}

func unit(v []float32) []float32 {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	for i := range v {
		v[i] /= float32(math.Sqrt(max(sum, 1e-12)))
	}
	return v
}

// asRead shows groups: the question that represents each, and how many it has.
func asRead(groups []knowledge.Group) []string {
	var out []string
	for _, g := range groups {
		out = append(out, fmt.Sprintf("%d %s", len(g.Members), g.Question))
	}
	return out
}

func TestCluster(t *testing.T) {
	e := &stub{things: []string{"travel", "visa", "earn", "pay"}}
	questions := []string{
		"how much do harbour pilots travel?",
		"Does a pilot need a visa?",
		"travel??",
		"What does a pilot earn in Peru?",
		"Harbour pilots: how much do they travel",
		"what does a pilot earn in Chile?",
		"pilots in Chile earn what",
		"日本語で答えて",
		"給料はいくらですか",
		"does a L4 pilot need a visa for L5?",
		"???",
		"travel and visa: what is there to know",
		"How much do harbour  pilots TRAVEL",
	}
	want := []string{
		"4 how much do harbour pilots travel?",
		"2 Does a pilot need a visa?",
		"2 what does a pilot earn in Chile?",
		"1 travel and visa: what is there to know",
		"1 ???",
		"1 給料はいくらですか",
		"1 日本語で答えて",
		"1 What does a pilot earn in Peru?",
	}
	groups := gaps.Cluster(e, questions)
	if diff := cmp.Diff(want, asRead(groups)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{0, 2, 4, 12}, groups[0].Members); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(groups, gaps.Cluster(e, questions)); diff != "" {
		t.Errorf("the same questions give other groups: %s", diff)
	}
}

func TestClusterByWordsAlone(t *testing.T) {
	want := []string{"2 Where do pilots park?", "1 ???", "1 is there parking", "1 Where does a captain park?"}
	got := asRead(gaps.Cluster(nil, []string{"Where do pilots park?", "where do PILOTS park", "Where does a captain park?", "is there parking", "???"}))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := gaps.Cluster(nil, nil); len(got) > 0 {
		t.Errorf("groups of nothing: %v", got)
	}
}

// TestNewQuestionsMoveNoOlderOnes compares the groups of the first questions with those of all
// questions.
func TestNewQuestionsMoveNoOlderOnes(t *testing.T) {
	e := &stub{things: []string{"travel", "visas", "parking", "lunch", "pets", "football"}}
	var questions []string
	for i := range 200 {
		questions = append(questions, fmt.Sprintf("%s of %s and %s?", strings.Repeat("what ", i%7), e.things[i%6], e.things[i*i%5]))
	}
	first := func(n int) []int { // of the group of each
		at := make([]int, n)
		for _, g := range gaps.Cluster(e, questions[:n]) {
			for _, i := range g.Members {
				at[i] = g.Members[0]
			}
		}
		return at
	}
	if before, after := first(150), first(200); !slices.Equal(before, after[:150]) {
		t.Errorf("they were in groups\n%v and are in\n%v", before, after[:150])
	}
}

// TestTheWorkIsBounded has more wordings than are read; only the latest are.
func TestTheWorkIsBounded(t *testing.T) {
	e := &stub{things: []string{"travel"}}
	var questions []string
	for i := range 5000 {
		questions = append(questions, fmt.Sprint("travel ", i))
	}
	gaps.Cluster(e, questions)
	if len(e.asked) != 4000 || e.asked[questions[999]] != 0 || e.asked[questions[1000]] != 1 {
		t.Errorf("%d were read", len(e.asked))
	}
}

func TestRemember(t *testing.T) {
	e := &stub{things: []string{"travel"}}
	r := gaps.Remember(e)
	for range 3 {
		gaps.Cluster(r, []string{"how is travel?", "who likes travel?"})
	}
	if e.asked["how is travel?"] != 1 || e.asked["who likes travel?"] != 1 {
		t.Errorf("read %v times", e.asked)
	}
	if gaps.Remember(nil) != nil {
		t.Error("nobody reads, and somebody remembers")
	}
}

// BenchmarkCluster groups 1,000 questions whose vectors are known.
func BenchmarkCluster(b *testing.B) {
	var things, questions []string
	for i := range 383 {
		things = append(things, strings.Map(func(r rune) rune { return r - '0' + 'b' }, fmt.Sprintf("%04d", i)))
	}
	e := gaps.Remember(&stub{things: things})
	for i := range 1000 {
		questions = append(questions, "what about "+things[i%383]+" and "+things[i*7%383])
	}
	for b.Loop() {
		if len(gaps.Cluster(e, questions)) < 100 {
			b.Fatal("too few groups")
		}
	}
}
