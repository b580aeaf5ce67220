package library

import (
	"context"
	"errors"
	"runtime"
	"testing"

	"careeradvisor/knowledge"
)

// TestAnswersWaitForAPlace, so that one core stays free: all cores but one answer questions at the
// same time, and the next question waits for as long as its asker does.
func TestAnswersWaitForAPlace(t *testing.T) {
	l := sharing(t, &memoryShared{})
	if n, want := cap(l.answering), max(1, runtime.GOMAXPROCS(0)-1); n != want {
		t.Fatalf("%d at once, want %d", n, want)
	}
	for range cap(l.answering) {
		l.answering <- struct{}{}
	}
	gone, cancel := context.WithCancel(t.Context())
	answered := make(chan error)
	go func() {
		_, err := l.Answer(gone, knowledge.Question{Text: "Where can I park?"})
		answered <- err
	}()
	cancel()
	if err := <-answered; !errors.Is(err, context.Canceled) {
		t.Errorf("without a place: %v", err)
	}
	<-l.answering
	if _, err := l.Answer(t.Context(), knowledge.Question{Text: "Where can I park?"}); err != nil {
		t.Errorf("with a place: %v", err)
	}
}
