package bot

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// rates counts how often each person asks.
type rates struct {
	perMinute int
	now       func() time.Time

	mu     sync.Mutex
	people *recent[*person]
}

type person struct {
	*rate.Limiter
	told bool // that it is too much, since it was last not
}

// maxPeople is how many people are told apart at a time.
const maxPeople = 50_000

func newRates(perMinute int, now func() time.Time) *rates {
	return &rates{perMinute: perMinute, now: now, people: newRecent[*person](time.Hour, maxPeople, now)}
}

// allow reports whether a person may ask another question now, and if not, whether
// they should be told: once until they have slowed down.
func (r *rates) allow(user string) (ok, tell bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	p, known := r.people.get(user)
	if !known {
		p = &person{Limiter: rate.NewLimiter(rate.Limit(float64(r.perMinute)/60), r.perMinute)}
	}
	r.people.put(user, p)
	if p.AllowN(r.now(), 1) {
		p.told = false
		return true, false
	}
	tell = !p.told
	p.told = true
	return false, tell
}
