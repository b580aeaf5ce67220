package answer

import (
	"sync"
	"sync/atomic"
)

// stemCache remembers stems, which never change: documents and questions repeat
// their words. People may write anything, so that it forgets: when the young half is
// full it becomes the old one, and of the old one what is asked for again is kept.
// It may be used by many goroutines at once; what it loses in a race is made anew.
type stemCache struct {
	young, old atomic.Pointer[sync.Map]
	size       atomic.Int64 // of the young half, about
}

// maxStems is how many words a half has: more than most documents have different
// ones, about 200 bytes each.
const maxStems = 8192

func newStemCache() *stemCache {
	c := &stemCache{}
	c.young.Store(&sync.Map{})
	c.old.Store(&sync.Map{})
	return c
}

func (c *stemCache) get(word string) (stem string, ok bool) {
	if s, ok := c.young.Load().Load(word); ok {
		return s.(string), true
	}
	s, ok := c.old.Load().Load(word)
	if !ok {
		return "", false
	}
	c.put(word, s.(string))
	return s.(string), true
}

func (c *stemCache) put(word, stem string) {
	if c.size.Add(1) == maxStems {
		c.old.Store(c.young.Swap(&sync.Map{}))
		c.size.Store(0)
	}
	c.young.Load().Store(word, stem)
}
