package library

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"careeradvisor/knowledge"
)

const keeper = `# Lighthouse keeper

## What is a lighthouse keeper?

A lighthouse keeper tends the light that warns ships off the rocks.

## Salary of a lighthouse keeper

A lighthouse keeper earns 31,000 crowns a year.
`

var parking = Entry{Question: "Where can I park?", Answer: "Behind the house.", By: "ann"}

// start starts a library from c, which ends with the test.
func start(t *testing.T, c Config, o Options) *Library {
	t.Helper()
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	l, err := Start(t.Context(), c, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// from makes a library on sources that compares only words, with or without a data dir of its own.
func from(t *testing.T, dataDir string, sources ...string) *Library {
	t.Helper()
	return start(t, Config{Sources: sources, DataDir: dataDir, encoder: &stub{}}, Options{})
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// answerer is a library or an engine.
type answerer interface {
	Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error)
}

// answersOf returns what a library answers to a question, and from which documents.
func answersOf(t *testing.T, s answerer, question string) (text string, docs []string) {
	t.Helper()
	a, err := s.Answer(t.Context(), knowledge.Question{Text: question})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range a.Citations {
		docs = append(docs, c.Doc)
	}
	if a.Kind != knowledge.Answered {
		return "", nil
	}
	return a.Text(), docs
}

func publish(t *testing.T, l *Library, e Entry) string {
	t.Helper()
	id, err := l.Publish(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// wantAnswer fails the test unless a document answers a question and a paraphrase of it.
func wantAnswer(t *testing.T, s answerer, id string) {
	t.Helper()
	for _, q := range []string{parking.Question, "where do I park", "Is there parking?"} {
		if text, docs := answersOf(t, s, q); text != parking.Answer || len(docs) != 1 || docs[0] != id {
			t.Errorf("%s: %q from %v, want it from %s", q, text, docs, id)
		}
	}
}

func TestPublish(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "keeper.md"), keeper)
	for name, sources := range map[string][]string{"guides": {Builtin}, "folder": {folder}} {
		t.Run(name, func(t *testing.T) {
			data := t.TempDir()
			s := from(t, data, sources...)
			if text, _ := answersOf(t, s, parking.Question); text != "" {
				t.Fatalf("it is known already: %s", text)
			}
			before := s.Contents(knowledge.Scope{})
			id := publish(t, s, parking)
			if !strings.HasPrefix(id, "answers/2") || !strings.HasSuffix(id, "-where-can-i-park.md") {
				t.Errorf("the document is called %s", id)
			}
			wantAnswer(t, s, id)
			after := s.Contents(knowledge.Scope{})
			last := after.Documents[len(after.Documents)-1]
			if len(after.Documents) != len(before.Documents)+1 || last.ID != id || last.Title != parking.Question || last.Source != "ann" || last.Date == "" {
				t.Errorf("the last document is %+v", last)
			}
			wrong := parking
			wrong.Question, wrong.Answer = "where can I park", "Nowhere."
			if second := publish(t, s, wrong); second != strings.TrimSuffix(id, ".md")+"_2.md" {
				t.Errorf("the second of its name is called %s", second)
			}
			third := publish(t, s, parking)
			wantAnswer(t, s, third)                         // the latest corrects the earlier one
			wantAnswer(t, from(t, data, sources...), third) // after a restart too
			if files, _ := filepath.Glob(filepath.Join(data, "answers", ".*")); len(files) > 0 {
				t.Errorf("left behind: %v", files)
			}
		})
	}
}

// TestPublishWithoutADataDir: what is published lasts as long as the process.
func TestPublishWithoutADataDir(t *testing.T) {
	s := from(t, "", Builtin)
	id := publish(t, s, parking)
	publish(t, s, Entry{Question: "Is there a gym?", Answer: "In the cellar.", By: "ann"})
	wantAnswer(t, s, id)
}

func TestPublishingAtOnce(t *testing.T) {
	s := from(t, t.TempDir(), Builtin)
	var all sync.WaitGroup
	ids := make([]string, 4)
	for i := range ids {
		all.Go(func() {
			ids[i], _ = s.Publish(t.Context(), Entry{Question: fmt.Sprintf("Where is hall number %s?", strings.Repeat("x", i+1)), Answer: fmt.Sprintf("On floor %d, behind the lift.", i), By: "ann"})
			for range 5 {
				if _, err := s.Answer(t.Context(), knowledge.Question{Text: "What is a TPM?"}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	for i, id := range ids {
		if id == "" {
			t.Errorf("answer %d was not published", i)
		}
	}
	if n := len(s.Contents(knowledge.Scope{}).Documents); n != len(from(t, "", Builtin).Contents(knowledge.Scope{}).Documents)+len(ids) {
		t.Errorf("%d documents", n)
	}
}

// TestAQuestionInFlightKeepsItsLibrary reads the old library while a new one takes its place.
func TestAQuestionInFlightKeepsItsLibrary(t *testing.T) {
	s := from(t, t.TempDir(), Builtin)
	old, done := s.Read()
	published := make(chan error, 1)
	go func() {
		_, err := s.Publish(t.Context(), parking)
		published <- err
	}()
	for s.current.Load() == old { // until others read the new one
		runtime.Gosched()
	}
	if _, docs := answersOf(t, old.Engine, "What is a TPM?"); len(docs) == 0 {
		t.Error("the old library does not answer any more")
	}
	select {
	case err := <-published:
		t.Fatalf("the old library was closed under a reader: %v", err)
	default:
	}
	done()
	if err := <-published; err != nil {
		t.Fatal(err)
	}
	if _, err := old.Engine.Answer(t.Context(), knowledge.Question{Text: "who does a senior TPM report to?"}); err == nil {
		t.Error("the old library was not closed")
	}
}

// TestPublishWithoutRoom first cannot write, and then cannot read.
func TestPublishWithoutRoom(t *testing.T) {
	folder, data := t.TempDir(), t.TempDir()
	write(t, filepath.Join(folder, "keeper.md"), keeper)
	s := from(t, data, folder)
	write(t, filepath.Join(data, "answers"), "in the way")
	_, err := s.Publish(t.Context(), parking)
	if !strings.Contains(knowledge.Say(err), "I could not keep your answer") {
		t.Errorf("told %v", err)
	}
	if err := os.Remove(filepath.Join(data, "answers")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(folder, folder+".away"); err != nil {
		t.Fatal(err)
	}
	_, err = s.Publish(t.Context(), parking)
	if !strings.Contains(knowledge.Say(err), "I could not take your answer in, and have not kept it.") {
		t.Errorf("told %v", err)
	}
	if left, _ := os.ReadDir(filepath.Join(data, "answers")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if text, _ := answersOf(t, s, "what does a lighthouse keeper earn?"); !strings.Contains(text, "31,000") {
		t.Errorf("the old library is gone: %q", text)
	}
	over, stop := context.WithCancel(t.Context())
	stop()
	release, err := s.hold(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Publish(over, parking); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting for another ends with %v", err)
	}
	release()
}
