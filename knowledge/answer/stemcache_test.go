package answer

import (
	"fmt"
	"sync"
	"testing"
)

// TestStemCacheForgets fills it with far more than it may keep, from several sides,
// while one word is asked for again and again.
func TestStemCacheForgets(t *testing.T) {
	c := newStemCache()
	c.put("managers", "manag")
	var all sync.WaitGroup
	for side := range 4 {
		all.Go(func() {
			for i := range 3 * maxStems {
				c.put(fmt.Sprintf("w%dx%d", side, i), "w")
				if s, ok := c.get("managers"); ok && s != "manag" {
					t.Errorf("a word's stem became %q", s)
				}
			}
		})
	}
	all.Wait()
	kept := 0
	for _, half := range []*sync.Map{c.young.Load(), c.old.Load()} {
		half.Range(func(_, _ any) bool { kept++; return true })
	}
	if kept > 2*maxStems+8 {
		t.Errorf("%d stems are kept, want at most about %d", kept, 2*maxStems)
	}
	if _, ok := c.get("managers"); !ok {
		t.Error("what was asked for all the time is forgotten")
	}
	if _, ok := c.get("w0x0"); ok {
		t.Error("what was asked for once, long ago, is kept")
	}
}
