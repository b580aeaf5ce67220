package vectors

import (
	"crypto/sha256"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// texts are the parts of an index's passages and asks that should have vectors.
type texts struct {
	passages []*knowledge.Passage
	asks     []string
	places   []place
	keys     []key
}

// place is where a text is: the number of its passage, or of its ask (whose numbers follow those of
// the passages), and the bytes in it where the text begins and ends.
type place struct{ Of, Start, End int32 }

// key identifies a text as the encoder reads it. The same text has the same vector wherever it is.
type key [16]byte

// textsOf returns each passage, and each sentence of a passage that has several, since a sentence
// that answers gets lost in the mean of the others; after them come the asks. Code is left out: the
// encoder does not know it.
func textsOf(passages []*knowledge.Passage, asks []string) *texts {
	t := &texts{passages: passages, asks: asks}
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
	for i, a := range asks {
		t.add(len(passages)+i, 0, len(a))
	}
	return t
}

func (t *texts) add(of, start, end int) {
	t.places = append(t.places, place{int32(of), int32(start), int32(end)})
	n := len(t.places) - 1
	read := t.read(n)
	if t.isAsk(n) { // as a question it has a different vector from that as a passage
		read = "\x00" + read
	}
	sum := sha256.Sum256([]byte(read))
	t.keys = append(t.keys, key(sum[:len(key{})]))
}

// isAsk reports whether a text is encoded as a question.
func (t *texts) isAsk(n int) bool { return int(t.places[n].Of) >= len(t.passages) }

// read is a text as the encoder reads it: below its heading, which often says what the text is
// about when the text itself has only "it", or a figure.
func (t *texts) read(n int) string {
	at := t.places[n]
	if t.isAsk(n) {
		return t.asks[int(at.Of)-len(t.passages)]
	}
	of := t.passages[at.Of]
	said := of.Text[at.Start:at.End]
	if len(of.Section) == 0 {
		return said
	}
	return of.Section[len(of.Section)-1] + "\n" + said
}

// lacking returns up to n of the texts without a vector in p, each different text once; all is how
// many there are.
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
