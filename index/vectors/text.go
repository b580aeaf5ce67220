package vectors

import (
	"crypto/sha256"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// texts are what should have vectors of an index's passages.
type texts struct {
	passages []*knowledge.Passage
	places   []place
	keys     []key
}

// place is where a text stands: in which passage, by its number, and from where to
// where in it, in bytes.
type place struct{ Passage, Start, End int32 }

// key stands for a text as the encoder reads it. The same text has the same vector,
// wherever it stands.
type key [16]byte

// textsOf are each passage, and each sentence of a passage that has several, since one
// that answers is lost in the mean of the others. Code is no language that the encoder
// knows.
func textsOf(passages []*knowledge.Passage) *texts {
	t := &texts{passages: passages}
	for i, p := range passages {
		if p.Kind == knowledge.Code || strings.TrimSpace(p.Text) == "" {
			continue
		}
		t.add(i, 0, len(p.Text))
		sentences := text.Sentences(p.Text)
		if len(sentences) < 2 {
			continue
		}
		for at := 0; len(sentences) > 0; sentences = sentences[1:] {
			end := at + len(sentences[0])
			t.add(i, at, end)
			at = end + 1
		}
	}
	return t
}

func (t *texts) add(passage, start, end int) {
	t.places = append(t.places, place{int32(passage), int32(start), int32(end)})
	sum := sha256.Sum256([]byte(t.read(len(t.places) - 1)))
	t.keys = append(t.keys, key(sum[:len(key{})]))
}

// read is a text as the encoder reads it: below the heading over it, which often says
// what the text is about, where the text only says "it", or a figure.
func (t *texts) read(n int) string {
	at := t.places[n]
	of := t.passages[at.Passage]
	said := of.Text[at.Start:at.End]
	if len(of.Section) == 0 {
		return said
	}
	return of.Section[len(of.Section)-1] + "\n" + said
}

// lacking are the texts that p has no vector of, the same ones once, at most n; all is
// how many there are.
func (t *texts) lacking(p *pool, n int) (first []int, all int) {
	seen := map[key]bool{}
	for i, k := range t.keys {
		if _, ok := p.at[k]; ok || seen[k] {
			continue
		}
		seen[k] = true
		if len(first) < n {
			first = append(first, i)
		}
	}
	return first, len(seen)
}
