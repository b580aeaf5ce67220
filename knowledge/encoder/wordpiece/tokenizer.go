package wordpiece

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Tokenizer holds a vocabulary. It is immutable and safe for concurrent use.
type Tokenizer struct {
	starts    map[string]int32 // pieces that begin a word
	continues map[string]int32 // pieces that go on, without their mark
	longest   int              // of all pieces, in bytes without the mark
	pieces    int
	unknown   int32
	first     int32 // [CLS]
	last      int32 // [SEP]
}

const mark = "##"

// New reads a vocabulary: pieces in the order of their ids, each ended by a
// newline. The tokenizer shares its memory.
func New(vocabulary string) (*Tokenizer, error) {
	t := &Tokenizer{starts: make(map[string]int32, 24_000), continues: make(map[string]int32, 8_000)}
	for ; vocabulary != ""; t.pieces++ {
		piece, rest, ended := strings.Cut(vocabulary, "\n")
		if !ended {
			return nil, errors.New("the vocabulary does not end with a newline")
		}
		vocabulary = rest
		into, body := t.starts, piece
		if len(piece) > len(mark) && strings.HasPrefix(piece, mark) {
			into, body = t.continues, piece[len(mark):]
		}
		if _, twice := into[body]; twice {
			return nil, fmt.Errorf("the vocabulary has %q twice", piece)
		}
		into[body] = int32(t.pieces)
		t.longest = max(t.longest, len(body))
	}
	return t, t.findSpecial()
}

// Pieces is how many pieces the vocabulary has.
func (t *Tokenizer) Pieces() int { return t.pieces }

func (t *Tokenizer) findSpecial() error {
	for name, id := range map[string]*int32{"[UNK]": &t.unknown, "[CLS]": &t.first, "[SEP]": &t.last} {
		found, ok := t.starts[name]
		if !ok {
			return fmt.Errorf("the vocabulary has no %s", name)
		}
		*id = found
		delete(t.starts, name) // no text may spell it
	}
	delete(t.starts, "[PAD]")
	delete(t.starts, "[MASK]")
	return nil
}

// Append appends the ids of text to ids, between a mark for its beginning and one for its end: at
// most most ids, including the two marks. Anything that does not fit is left out.
func (t *Tokenizer) Append(ids []int32, text string, most int) []int32 {
	full := len(ids) + most - 1
	ids = append(ids, t.first)
	s := scanner{rest: text}
	for len(ids) < full && s.next() {
		ids = t.appendWord(ids, &s)
	}
	return append(ids[:min(len(ids), full)], t.last)
}

// appendWord appends the pieces of the scanner's word, at each point taking the longest that the
// vocabulary has.
func (t *Tokenizer) appendWord(ids []int32, s *scanner) []int32 {
	if s.chars > maxWord {
		return append(ids, t.unknown)
	}
	before, pieces := len(ids), t.starts
	for rest := s.word; len(rest) > 0; pieces = t.continues {
		end := min(len(rest), t.longest)
		for ; end > 0; end-- {
			if end < len(rest) && !utf8.RuneStart(rest[end]) {
				continue
			}
			if id, ok := pieces[string(rest[:end])]; ok {
				ids = append(ids, id)
				break
			}
		}
		if end == 0 {
			return append(ids[:before], t.unknown)
		}
		rest = rest[end:]
	}
	return ids
}
