package inbox

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

// TestNamesClaimEachOther: an event that comes under several names is either in the memory or
// worked on without it, never both.
func TestNamesClaimEachOther(t *testing.T) {
	c := newClock()
	n := newNames(c.now)
	if n.areKnown([]string{"event:1"}) || !n.keep([]string{"event:1", "message:C:1"}) {
		t.Error("the first delivery was turned down")
	}
	if n.loosen([]string{"event:2", "message:C:1"}) {
		t.Error("what is kept is worked without the memory")
	}
	if !n.areKept([]string{"event:2"}) {
		t.Error("a name that a duplicate brought was not remembered")
	}
	if !n.loosen([]string{"event:3"}) || n.keep([]string{"event:3", "event:4"}) || n.areKept([]string{"event:4"}) {
		t.Error("what is worked without the memory is worked from it too")
	}
	c.advance(namesFor)
	if n.areKnown([]string{"event:1", "event:3"}) {
		t.Error("a claim holds for ever")
	}
}

func TestNamesAreBounded(t *testing.T) {
	n := newNames(newClock().now)
	n.loosen([]string{"worked on without the memory"})
	for i := range maxNames + 2 {
		n.keep([]string{strconv.Itoa(i)})
	}
	if n.areKnown([]string{"1"}) || len(n.known) != maxNames+1 || len(n.order[false]) != maxNames {
		t.Errorf("%d of %d are kept", len(n.known), maxNames)
	}
	if n.keep([]string{"worked on without the memory"}) {
		t.Error("many others made it forget what only it knows, and work on that again")
	}
	if !n.areKept([]string{strconv.Itoa(maxNames)}) {
		t.Error("the youngest is gone")
	}
}

// TestDeliveriesJoin the one that is waiting, up to a bound.
func TestDeliveriesJoin(t *testing.T) {
	n := newNames(newClock().now)
	a := Arrival{Job: Job{Names: []string{"event:1"}}, Ack: func(any) {}}
	for i := range maxDeliveries + 2 {
		if n.joins(a) != (i > 0) {
			t.Errorf("delivery %d", i)
		}
	}
	if got := len(n.joined(a.Job.Names)); got != maxDeliveries {
		t.Errorf("%d are acked together", got)
	}
	if n.joins(a) {
		t.Error("it waits for a delivery that waits no longer")
	}
}
