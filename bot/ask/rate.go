package ask

import (
	"context"
	"maps"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"careeradvisor/bot/wire"
)

// rates counts how often each person asks.
type rates struct {
	mu     sync.Mutex
	people map[string]*person
}

type person struct {
	*rate.Limiter
	told bool // has been told to slow down, and has not done so since
}

// allow reports whether a person may ask another question now and, if not, whether to say so, which
// happens only once until they have slowed down.
func (r *rates) allow(user string, perMinute int, now time.Time) (ok, tell bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	p := r.people[user]
	if p == nil {
		r.sweep(now)
		p = &person{Limiter: rate.NewLimiter(rate.Limit(float64(perMinute)/60), perMinute)}
		r.people[user] = p
	}
	if p.AllowN(now, 1) {
		p.told = false
		return true, false
	}
	tell = !p.told
	p.told = true
	return false, tell
}

// sweep makes room for people: it forgets those who have not asked for a while, once there are many.
func (r *rates) sweep(now time.Time) {
	if r.people == nil {
		r.people = map[string]*person{}
	}
	if len(r.people) >= maxPeople {
		maps.DeleteFunc(r.people, func(_ string, p *person) bool { return p.TokensAt(now) >= float64(p.Burst()) })
	}
}

// Allow reports whether the asker may ask another question now. Somebody who asks too many is told,
// once, where only they see it.
func (k *Desk) Allow(ctx context.Context, q Question) (bool, error) {
	ok, tell := k.rates.allow(q.Asker, k.Rate, k.Now())
	if ok {
		return true, nil
	}
	k.Count.Unanswered(q.Surface, "slowed")
	if !tell {
		return false, nil
	}
	to := q.To
	if !to.Private() && !wire.IsDirect(q.Channel) {
		to = k.quietly(q)
	}
	return false, to.Say(ctx, saysTooFast)
}
