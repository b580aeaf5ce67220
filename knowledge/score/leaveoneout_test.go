package score_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/score"
	"careeradvisor/knowledge/weights"
)

// ground notes what is done with its engines: "+a" means that a is fitted on, "a" that it is answered.
type ground struct{ log []string }

func (g *ground) note(s string) {
	if n := len(g.log); n == 0 || g.log[n-1] != s {
		g.log = append(g.log, s)
	}
}

// set is a set whose right passages have a given feature.
func (g *ground) set(name, docs, source string, feature float64) score.Set {
	s := score.Set{Name: name, Documents: docs, Source: source, Questions: []score.Question{
		{ID: "1", Q: "pay", Kind: "fact", Expect: "answer", Must: [][]string{{"coins"}}, Gold: []score.Gold{{Doc: "a", Section: "Pay"}}},
		{ID: "2", Q: "moon", Kind: "nearmiss", Expect: "refuse"},
		{ID: "3", Q: "hello", Kind: "smalltalk", Expect: "help"},
	}}
	s.Engine = func(w *weights.Table) score.Engine {
		return &stub{ground: g, name: name, weights: *w, feature: feature}
	}
	return s
}

// stub answers a question about pay with what it ranks first.
type stub struct {
	ground   *ground
	name     string
	weights  weights.Table
	feature  float64
	answered bool
}

func (s *stub) Answer(_ context.Context, q knowledge.Question) (knowledge.Answer, error) {
	s.ground.note(s.name)
	s.answered = true
	switch {
	case q.Text == "hello":
		return knowledge.Answer{Kind: knowledge.Help, Confidence: 1}, nil
	case q.Text == "pay" && s.weights.Rank[0]*s.feature > 0:
		return knowledge.Answer{Kind: knowledge.Answered, Lead: "90 coins", Citations: []knowledge.Citation{{Doc: "a.md", Section: "Pay"}}}, nil
	case q.Heard && q.Text == "moon":
		return knowledge.Answer{Kind: knowledge.Silent}, nil
	}
	return knowledge.Answer{Kind: knowledge.Refuse}, nil
}

func (s *stub) Sample(_ context.Context, q knowledge.Question) (answer.Sample, error) {
	if !s.answered {
		s.ground.note("+" + s.name)
	}
	if q.Text == "down" {
		return answer.Sample{}, errors.New("down")
	}
	pay, other := make([]float64, len(s.weights.Rank)), make([]float64, len(s.weights.Rank))
	pay[0], other[1] = s.feature, 1
	signals := make([]float64, len(s.weights.Judge))
	signals[0] = 1
	sample := answer.Sample{Judged: 2, Features: [][]float64{pay, other}, Signals: signals, Heard: make([]float64, len(s.weights.Hear)),
		Passages: []knowledge.Passage{{Doc: "a.md", Section: []string{"Pay"}, Text: "90 coins"}, {Doc: "a.md", Section: []string{"Leave"}, Text: "5 days"}}}
	sample.Answer.Confidence, sample.Heard[0] = 0.25, 1
	if q.Text == "pay" {
		sample.Answer, signals[1], sample.Heard[1] = knowledge.Answer{Lead: "90 coins", Confidence: 0.75}, 1, 1
	}
	return sample, nil
}

// TestNothingIsFittedOnWhatIsScored: neither a set itself, nor one on the same documents,
// nor one with the same questions, nor any that is unread.
func TestNothingIsFittedOnWhatIsScored(t *testing.T) {
	g := &ground{}
	unread := g.set("unread", "u", "u.jsonl", -1)
	unread.Unread = true
	sets := []score.Set{
		unread,
		g.set("guides", "builtin", "q.jsonl", -1), g.set("plain", "plain", "q.jsonl", -1), g.set("loose", "builtin", "l.jsonl", -1),
		g.set("b", "b", "b.jsonl", 1), g.set("c", "c", "c.jsonl", 1),
	}
	got := map[string]score.LeftOut{}
	if err := score.LeaveOneOut(t.Context(), sets, func(l score.LeftOut) { got[l.Set.Name] = l }); err != nil {
		t.Fatal(err)
	}
	fitted, last := map[string]bool{}, ""
	without := map[string][]string{"guides": {"b", "c"}, "plain": nil, "loose": nil, "b": {"guides", "plain", "loose", "c"}, "c": {"guides", "plain", "loose", "b"}, "unread": {"guides", "plain", "loose", "b", "c"}}
	for _, e := range g.log {
		if name, ok := strings.CutPrefix(e, "+"); ok {
			fitted[name] = true
			continue
		}
		want := map[string]bool{}
		for _, n := range without[e] {
			want[n] = true
		}
		if diff := cmp.Diff(want, fitted); diff != "" {
			t.Errorf("%s was fitted on others than it should: %s", e, diff)
		}
		fitted, last = map[string]bool{}, e
	}
	if last != "unread" || len(got) != len(sets) {
		t.Errorf("the last is %s of %d", last, len(got))
	}
	for _, name := range []string{"guides", "plain", "loose", "unread"} { // most of the others rank the other way round
		if l := got[name]; l.Tally.Right["all"] != 2 || l.Weights.Rank[0] <= 0 {
			t.Errorf("%s: %d right by %v: it knows what it was scored on", name, l.Tally.Right["all"], l.Weights.Rank[0])
		}
	}
}

func TestLeaveOneOutNeedsOthers(t *testing.T) {
	g := &ground{}
	err := score.LeaveOneOut(t.Context(), []score.Set{g.set("a", "d", "a", 1), g.set("b", "d", "b", 1)}, func(score.LeftOut) { t.Error("scored") })
	if said, ok := errors.AsType[*knowledge.Error](err); !ok || !strings.Contains(said.Say, "nothing to fit weights on") {
		t.Errorf("%v", err)
	}
	down := g.set("down", "e", "e", 1)
	down.Questions[1].Q = "down"
	if err := score.LeaveOneOut(t.Context(), []score.Set{down, g.set("b", "d", "b", 1)}, func(score.LeftOut) {}); err == nil || !strings.Contains(err.Error(), "down: question 2") {
		t.Errorf("%v", err)
	}
}

// TestFit fits all the weights of an engine.
func TestFit(t *testing.T) {
	g := &ground{}
	a, unread := g.set("a", "a", "a", 1), g.set("b", "b", "b", -1)
	unread.Unread = true
	before := weights.Fitted()
	w, err := score.Fit(t.Context(), []score.Set{a, unread})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"+a"}, g.log); diff != "" {
		t.Error(diff)
	}
	if w.Find[0] <= 0 || w.Find[1] >= 0 || w.Rank[0] <= 0 || w.Find[2] != before.Find[2] {
		t.Errorf("what is right is not found: %v, %v", w.Find, w.Rank)
	}
	if w.Judge[1] <= 0 || w.Judge[0] >= 0 || w.Judge[2] != before.Judge[2] || w.Answer != before.Answer {
		t.Errorf("what is right is not surer: %v, from %v", w.Judge, w.Answer)
	}
	if w.Hear != before.Hear || w.Heard != before.Heard || w.Nearest != before.Nearest {
		t.Errorf("nothing was heard: %v", w.Hear)
	}
	for i := range a.Questions[:2] {
		heard := a.Questions[i]
		if heard.Heard = true; heard.Expect == "refuse" {
			heard.Expect = "silent"
		}
		a.Questions = append(a.Questions, heard)
	}
	w, err = score.Fit(t.Context(), []score.Set{a})
	if err != nil || w.Hear[1] <= 0 || w.Hear[0] >= 0 || w.Heard == before.Heard || w.Heard >= 1 {
		t.Errorf("what was asked is not heard: %v, from %v, %v", w.Hear, w.Heard, err)
	}
}

func TestReport(t *testing.T) {
	g := &ground{}
	read, other, unread := g.set("read", "a", "a", 1), g.set("other", "b", "b", 1), g.set("new", "c", "c", 1)
	unread.Unread = true
	heard := read.Questions[0]
	heard.Heard = true
	read.Questions = append(read.Questions, heard)
	var out bytes.Buffer
	r := score.NewReport(&out)
	if err := score.LeaveOneOut(t.Context(), []score.Set{read, other, unread}, r.Add); err != nil {
		t.Fatal(err)
	}
	r.End()
	for _, want := range []string{
		"left out              questions  right %  wrong when answering %",
		"read                          3    100.0                     0.0                0.0                  100.0   1.00       8            1.00       1.00               0.25\n",
		"                              1  heard: of 1 said 1 are right, of 1 answerable 1 are\n",
		"all of these                  6    100.0",
		"Unread: nobody has looked",
		"new                           3    100.0",
		"Confidence: how many would be answered at each confidence, and how many of them are right\n0.2–0.3      2  said  25.0 %  right   0.0 %\n0.7–0.8      2  said  75.0 %  right 100.0 %\n",
		"Confidence of the unread",
		"together                    0.0     16.7     28.6     37.5     44.4     50.0",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	if strings.Index(out.String(), "all of these") > strings.Index(out.String(), "Unread") || strings.Contains(out.String(), "NaN") {
		t.Error(out.String())
	}
}
