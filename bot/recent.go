package bot

import (
	"container/list"
	"time"
)

// recent is a map that forgets: what was put longer than ttl ago, and the oldest
// when there are more than max. It is not safe for concurrent use.
type recent[V any] struct {
	ttl time.Duration
	max int
	now func() time.Time

	byKey map[string]*list.Element
	order *list.List // of *entry[V], the oldest put in front
}

type entry[V any] struct {
	key   string
	value V
	at    time.Time
}

func newRecent[V any](ttl time.Duration, max int, now func() time.Time) *recent[V] {
	return &recent[V]{ttl: ttl, max: max, now: now, byKey: map[string]*list.Element{}, order: list.New()}
}

func (r *recent[V]) get(key string) (V, bool) {
	r.expire()
	if e, ok := r.byKey[key]; ok {
		return e.Value.(*entry[V]).value, true
	}
	var none V
	return none, false
}

func (r *recent[V]) put(key string, value V) {
	r.drop(key)
	r.byKey[key] = r.order.PushBack(&entry[V]{key, value, r.now()})
	r.expire()
}

func (r *recent[V]) drop(key string) {
	if e, ok := r.byKey[key]; ok {
		r.order.Remove(e)
		delete(r.byKey, key)
	}
}

func (r *recent[V]) expire() {
	old := r.now().Add(-r.ttl)
	for e := r.order.Front(); e != nil; e = r.order.Front() {
		oldest := e.Value.(*entry[V])
		if len(r.byKey) <= r.max && oldest.at.After(old) {
			return
		}
		r.drop(oldest.key)
	}
}
