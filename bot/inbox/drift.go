package inbox

import "time"

// drift measures how far the clock that the memory goes by departs from the time that has
// passed.
type drift struct {
	now    func() time.Time
	told   time.Time
	passed time.Time // when that was
}

func newDrift(now func() time.Time) *drift {
	return &drift{now: now, told: now(), passed: time.Now()}
}

// since is how far the clock was set forward, or back, since it was last called.
// Time that a machine slept has passed for its clock alone.
func (d *drift) since() time.Duration {
	told, passed := d.now(), time.Now()
	by := told.Round(0).Sub(d.told.Round(0)) - passed.Sub(d.passed)
	d.told, d.passed = told, passed
	return by
}
