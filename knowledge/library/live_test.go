package library

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/race"
)

// edition writes documents that carry a number in every sentence, heading and title.
func edition(t *testing.T, dir string, n int) {
	t.Helper()
	for _, role := range []string{"Baker", "Pilot", "Diver", "Miller"} {
		low := strings.ToLower(role)
		write(t, filepath.Join(dir, low+".md"), fmt.Sprintf(`---
title: %[1]s, edition %[3]d
role: %[1]s
---
# %[1]s, edition %[3]d

## What is a %[2]s? Edition %[3]d

A %[2]s works with both hands, says edition %[3]d.

## Salary of a %[2]s, edition %[3]d

A %[2]s earns 900 crowns a year, says edition %[3]d.

## Steps to become a %[2]s, edition %[3]d

1. Learn the trade of a %[2]s, says edition %[3]d.
2. Pass the exam of a %[2]s, says edition %[3]d.

## %[1]s levels, edition %[3]d

| Level | Years, edition %[3]d |
|---|---|
| Junior %[2]s of edition %[3]d | 1 in edition %[3]d |
| Senior %[2]s of edition %[3]d | 5 in edition %[3]d |
`, role, low, n))
	}
}

var editionNumber = regexp.MustCompile(`(?i)edition (\d+)`)

// editionsOf returns the numbers in everything that a person can see of an answer.
func editionsOf(a knowledge.Answer) map[string]bool {
	text := a.Text()
	for _, c := range a.Citations {
		text += "\n" + c.Title + "\n" + c.Section
	}
	for _, s := range a.Suggestions {
		text += "\n" + s
	}
	if a.Why != nil {
		for _, c := range a.Why.Considered {
			text += "\n" + c.Text + "\n" + c.Citation.Title
		}
	}
	found := map[string]bool{}
	for _, m := range editionNumber.FindAllStringSubmatch(text, -1) {
		found[m[1]] = true
	}
	return found
}

// TestAnAnswerIsOfOneGeneration asks 10,000 questions while the documents are replaced 50 times:
// everything that an answer says and cites is from one edition.
func TestAnAnswerIsOfOneGeneration(t *testing.T) {
	const swaps, people = 50, 4
	questions := 10_000
	if race.Enabled {
		questions = 2_000
	}
	dir := t.TempDir()
	edition(t, dir, 1)
	l := from(t, t.TempDir(), dir)
	asks := []string{
		"What is a baker?", "what does a diver earn?", "How do I become a pilot?", "baker vs miller?", "levels of a miller", "What about the weather?",
		"salary of a junior pilot", "and a senior diver?", "bkaer salary",
	}
	var asked, answered atomic.Int64
	swap := make(chan struct{})
	var all sync.WaitGroup
	for range people {
		all.Go(func() {
			for {
				n := int(asked.Add(1))
				if n > questions {
					return
				}
				if n%(questions/swaps) == 0 {
					swap <- struct{}{}
				}
				a, err := l.Answer(t.Context(), knowledge.Question{Text: asks[n%len(asks)]})
				if err != nil {
					t.Errorf("%s: %v", asks[n%len(asks)], err)
				}
				editions := editionsOf(a)
				if len(editions) > 1 {
					t.Errorf("%s is answered from editions %v: %s", asks[n%len(asks)], editions, a.Text())
				}
				if a.Kind == knowledge.Answered && len(editions) == 1 && a.Generation != "" {
					answered.Add(1)
				}
			}
		})
	}
	for n := range swaps {
		<-swap
		edition(t, dir, n+2)
		looks(t, l, 2)
	}
	all.Wait()
	if s := l.Status(); s.Renewed != swaps || s.Failed != 0 {
		t.Errorf("status %+v", s)
	}
	if n := int(answered.Load()); n < questions/2 {
		t.Errorf("only %d of %d questions were answered", n, questions)
	}
	a, err := l.Answer(t.Context(), knowledge.Question{Text: asks[0]})
	if err != nil || !editionsOf(a)[fmt.Sprint(swaps+1)] {
		t.Errorf("in the end: %v, %v", editionsOf(a), err)
	}
}
