package store

import (
	"testing"
	"time"
)

func TestBreaker(t *testing.T) {
	now := time.Unix(1_700_000_000, 0)
	b := &breaker{now: func() time.Time { return now }, within: time.Minute}
	passes := func() bool {
		_, leave, err := b.enter(t.Context())
		if err == nil {
			leave()
		}
		return err == nil
	}
	b.leave(false, true, false)
	if !passes() {
		t.Error("one slow call opened it")
	}
	b.leave(false, true, false)
	b.leave(false, true, false)
	if passes() {
		t.Error("two slow calls in a row did not open it")
	}
	now = now.Add(openFor)
	_, leave, err := b.enter(t.Context())
	if err != nil || passes() {
		t.Errorf("after a while not one call tries: %v", err)
	}
	b.leave(false, true, true)
	if passes() {
		t.Error("a trial that failed closed it")
	}
	now = now.Add(openFor)
	if leave(); !passes() || b.slow != 0 {
		t.Error("a trial that worked did not close it")
	}
}
