package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"careeradvisor/bot"
	"careeradvisor/knowledge"
)

var parking = bot.Entry{Question: "Where can I park?", Answer: "Behind the house.", By: "ann"}

// openShelf is a shelf on sources, with a data dir of its own, or none.
func openShelf(t *testing.T, dataDir string, sources ...string) *shelf {
	t.Helper()
	c := &advisorConfig{Knowledge: sources, DataDir: dataDir}
	log := slog.New(slog.DiscardHandler)
	lib, err := openLibrary(t.Context(), c, log)
	if err != nil {
		t.Fatal(err)
	}
	s := newShelf(lib, c, log)
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// answersOf is what a shelf says to a question, and from which documents.
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

func publish(t *testing.T, s *shelf, e bot.Entry) string {
	t.Helper()
	id, err := s.Publish(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// wantAnswer fails unless a question, and a paraphrase of it, are answered by a document.
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
	for name, sources := range map[string][]string{"guides": {builtin}, "folder": {folder}} {
		t.Run(name, func(t *testing.T) {
			data := t.TempDir()
			s := openShelf(t, data, sources...)
			if text, _ := answersOf(t, s, parking.Question); text != "" {
				t.Fatalf("it is known already: %s", text)
			}
			before := s.Contents()
			id := publish(t, s, parking)
			if !strings.HasPrefix(id, "answers/2") || !strings.HasSuffix(id, "-where-can-i-park.md") {
				t.Errorf("the document is called %s", id)
			}
			wantAnswer(t, s, id)
			after := s.Contents()
			last := after.Documents[len(after.Documents)-1]
			if len(after.Documents) != len(before.Documents)+1 || last.ID != id || last.Title != parking.Question || last.Source != "ann" || last.Date == "" {
				t.Errorf("the last document is %+v", last)
			}
			if again := publish(t, s, parking); again != strings.TrimSuffix(id, ".md")+"_2.md" {
				t.Errorf("the second of its name is called %s", again)
			}
			wantAnswer(t, openShelf(t, data, sources...), strings.TrimSuffix(id, ".md")+"_2.md") // after a restart; the later mends the earlier
			if files, _ := filepath.Glob(filepath.Join(data, "answers", ".*")); len(files) > 0 {
				t.Errorf("left behind: %v", files)
			}
		})
	}
}

// TestPublishWithoutADataDir keeps what is published as long as the process.
func TestPublishWithoutADataDir(t *testing.T) {
	s := openShelf(t, "", builtin)
	id := publish(t, s, parking)
	publish(t, s, bot.Entry{Question: "Is there a gym?", Answer: "In the cellar.", By: "ann"})
	wantAnswer(t, s, id)
}

// TestEveryCommandReadsAnswers but the one that scores.
func TestEveryCommandReadsAnswers(t *testing.T) {
	folder, data := t.TempDir(), t.TempDir()
	write(t, filepath.Join(folder, "keeper.md"), keeper)
	publish(t, openShelf(t, data, folder), parking)
	env := []string{"ADVISOR_KNOWLEDGE=" + folder, "ADVISOR_DATA_DIR=" + data}
	advise(t, "", env, "ask", parking.Question).want(t, 0, parking.Answer, "answers/")
	advise(t, "", env, "index").want(t, 0, "2 documents")
	advise(t, "", env, "check").want(t, 1, "2 documents")
	set := filepath.Join(t.TempDir(), "set.jsonl")
	write(t, set, `{"id":"a","q":"Where can I park?","kind":"fact","expect":"refuse"}`+"\n")
	advise(t, "", env, "eval", set).want(t, 0, "1 of    1")
	advise(t, "", env, "ask", parking.Question).want(t, 0, parking.Answer)
}

func TestPublishingAtOnce(t *testing.T) {
	s := openShelf(t, t.TempDir(), builtin)
	var all sync.WaitGroup
	ids := make([]string, 4)
	for i := range ids {
		all.Go(func() {
			ids[i], _ = s.Publish(t.Context(), bot.Entry{Question: fmt.Sprintf("Where is hall number %s?", strings.Repeat("x", i+1)), Answer: fmt.Sprintf("On floor %d, behind the lift.", i), By: "ann"})
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
	if n := len(s.Contents().Documents); n != len(openShelf(t, "", builtin).Contents().Documents)+len(ids) {
		t.Errorf("%d documents", n)
	}
}

// TestAQuestionInFlightKeepsItsLibrary reads in the old library while a new one takes
// its place.
func TestAQuestionInFlightKeepsItsLibrary(t *testing.T) {
	s := openShelf(t, t.TempDir(), builtin)
	old, done := s.read()
	published := make(chan error, 1)
	go func() {
		_, err := s.Publish(t.Context(), parking)
		published <- err
	}()
	for text := ""; text == ""; { // others read the new one at once
		text, _ = answersOf(t, s, parking.Question)
	}
	if _, docs := answersOf(t, old.engine, "What is a TPM?"); len(docs) == 0 {
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
	if _, err := old.engine.Answer(t.Context(), knowledge.Question{Text: "who does a senior TPM report to?"}); err == nil {
		t.Error("the old library was not closed")
	}
}

// TestPublishWithoutRoom cannot write, and then cannot read.
func TestPublishWithoutRoom(t *testing.T) {
	folder, data := t.TempDir(), t.TempDir()
	write(t, filepath.Join(folder, "keeper.md"), keeper)
	s := openShelf(t, data, folder)
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
	s.publishing <- struct{}{}
	if _, err := s.Publish(over, parking); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting for another ends with %v", err)
	}
	<-s.publishing
}
