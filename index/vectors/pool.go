package vectors

import (
	"bufio"
	"crypto/sha256"
	"io"
)

// pool is the vectors of several sets by the keys of their texts.
type pool struct {
	sets []*Set
	at   map[key]row
}

// row is where a vector is.
type row struct{ set, number int32 }

// poolOf combines sets, none of which may be closed in the meantime; nil counts as an empty set. If
// two have the same text, the first one's vector is used.
func poolOf(sets ...*Set) *pool {
	p := &pool{at: map[key]row{}}
	for _, s := range sets {
		p.add(s)
	}
	return p
}

func (p *pool) add(s *Set) {
	if s == nil {
		return
	}
	for i, k := range s.keys {
		if _, ok := p.at[k]; !ok {
			p.at[k] = row{int32(len(p.sets)), int32(i)}
		}
	}
	p.sets = append(p.sets, s)
}

// count is how many of the texts have a vector.
func (p *pool) count(t *texts) (n int) {
	for _, k := range t.keys {
		if _, ok := p.at[k]; ok {
			n++
		}
	}
	return n
}

// write writes a file of the texts that have a vector, in their order.
func (p *pool) write(to io.Writer, m Made, t *texts) error {
	head, err := head(m, len(t.passages)+len(t.asks), len(t.keys), p.count(t))
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(to, 1<<16)
	sum := sha256.New()
	w := io.MultiWriter(buffered, sum)
	each := func(write func(i int, k key, s *Set, n int32) error) {
		for i, k := range t.keys {
			if at, ok := p.at[k]; ok && err == nil {
				err = write(i, k, p.sets[at.set], at.number)
			}
		}
	}
	_, err = w.Write(head)
	each(func(_ int, _ key, s *Set, n int32) error { return put(w, s.row(n)) })
	each(func(_ int, _ key, s *Set, n int32) error { return put(w, s.scales[n:n+1]) })
	each(func(i int, _ key, _ *Set, _ int32) error { return put(w, t.places[i:i+1]) })
	each(func(_ int, k key, _ *Set, _ int32) error { return put(w, []key{k}) })
	if err == nil {
		_, err = buffered.Write(sum.Sum(nil))
	}
	if err == nil {
		err = buffered.Flush()
	}
	return err
}
