package bot

import (
	"strconv"
	"testing"
	"time"
)

// clock is a time that a test moves by hand.
type clock struct{ t time.Time }

func newClock() *clock                   { return &clock{time.Unix(1_700_000_000, 0)} }
func (c *clock) now() time.Time          { return c.t }
func (c *clock) advance(d time.Duration) { c.t = c.t.Add(d) }

func TestSeenTakesEachOnce(t *testing.T) {
	c := newClock()
	s := newSeen(c.now)
	if !s.claim("event:1", "message:C:1") {
		t.Error("the first delivery was turned down")
	}
	if s.claim("event:1", "message:C:1") {
		t.Error("the same delivery was taken again")
	}
	if s.claim("event:2", "message:C:1") {
		t.Error("the same message was taken again under another event")
	}
	if s.claim("event:2") {
		t.Error("a name that a duplicate brought was not remembered")
	}
	s.forget("event:3")
	s.claim("event:4")
	s.forget("event:4")
	if !s.claim("event:4") {
		t.Error("a claim that was given up still holds")
	}
	c.advance(seenFor)
	if !s.claim("event:1") {
		t.Error("a claim holds for ever")
	}
}

func TestRecentIsBounded(t *testing.T) {
	c := newClock()
	r := newRecent[int](time.Minute, 3, c.now)
	for i := range 5 {
		r.put(strconv.Itoa(i), i)
	}
	if _, ok := r.get("1"); ok || len(r.byKey) != 3 || r.order.Len() != 3 {
		t.Errorf("%d of 3 are kept", len(r.byKey))
	}
	if v, ok := r.get("4"); !ok || v != 4 {
		t.Error("the youngest is gone")
	}
	c.advance(time.Minute)
	if _, ok := r.get("4"); ok || len(r.byKey) != 0 {
		t.Error("the old are kept")
	}
}
