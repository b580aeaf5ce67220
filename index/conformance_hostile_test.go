package index_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"careeradvisor/knowledge"

	"github.com/google/go-cmp/cmp"
)

// soon is far longer than any query may take.
const soon = 5 * time.Second

func (s suite) hostile(t *testing.T) {
	e := s.open(t, bakery())
	for name, q := range map[string]knowledge.Query{
		"query syntax":      text(`+text:oven^1000 -zyxwvut "unclosed (brackets [1 TO * ~2 \ /re.*(/ AND || NOT`),
		"JSON":              text(`{"query":{"match_all":{}}} oven`),
		"wildcards":         text(strings.Repeat("*?~^ ", 5_000) + "oven"),
		"control":           text("oven\x00\x01\x1b[31m\x7f\u202e\ufeff oven"),
		"no UTF-8":          text("oven \xff\xfe\xc3\x28 \xed\xa0\x80 oven"),
		"long":              text("oven " + manyWords(40_000)),
		"one long word":     text("oven " + strings.Repeat("x", 40_000)),
		"one word often":    text(strings.Repeat("oven ", 8_000)),
		"combining":         text("oven a" + strings.Repeat("\u0301", 20_000)),
		"emoji":             text("oven " + strings.Repeat("👩‍🍳", 1_000)),
		"long further word": {Text: "oven", Also: []string{manyWords(40_000), strings.Repeat("y", 40_000)}},
		"many further":      {Text: "oven", Also: strings.Fields(manyWords(40_000))},
		"many documents":    {Text: "oven", Docs: append(strings.Fields(manyWords(40_000)), "guides/baker.md")},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			hits, err := e.Search(t.Context(), q)
			if err != nil {
				t.Fatalf("Search: %v", err)
			}
			if took := time.Since(start); took > soon {
				t.Errorf("took %v", took)
			}
			if name == "wildcards" {
				return // its only word comes after more text than need be looked at
			}
			if got := ids(hits); len(got) == 0 || got[0] != "guides/baker.md#2" {
				t.Errorf("finds %q, want guides/baker.md#2 first", got)
			}
		})
	}
}

// manyWords is a text of about n characters in which no word occurs twice.
func manyWords(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, "w%x ", i*7919)
	}
	return b.String()
}

func (s suite) concurrent(t *testing.T) {
	e := s.open(t, bakery())
	queries := []string{"oven at dawn", "salary of a baker", "weigh flour", "dough kneading", "rye soaking", "café"}
	want := map[string][]string{}
	for _, q := range queries {
		want[q] = ids(search(t, e, text(q)))
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range 30 {
				q := queries[i%len(queries)]
				hits, err := e.Search(t.Context(), text(q))
				if err != nil {
					t.Errorf("%q: %v", q, err)
				} else if diff := cmp.Diff(want[q], ids(hits)); diff != "" {
					t.Errorf("%q among others (-alone +together):\n%s", q, diff)
				}
			}
		})
	}
	all.Wait()
}

func (s suite) cancelled(t *testing.T) {
	e := s.open(t, bakery())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	hits, err := e.Search(ctx, text("oven"))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Search after the end: hits %q, error %v, want context.Canceled", ids(hits), err)
	}
}
