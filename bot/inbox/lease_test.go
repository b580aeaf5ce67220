package inbox

import (
	"testing"
	"time"
)

func TestDriftSeesAClockThatIsSet(t *testing.T) {
	set := time.Duration(0)
	d := newDrift(func() time.Time { return time.Now().Add(set) })
	for _, by := range []time.Duration{0, time.Hour, -time.Hour, 0} {
		set += by
		if got := d.since(); (got - by).Abs() > time.Minute {
			t.Errorf("set by %v, measured %v", by, got)
		}
	}
}
