package meaning

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// A table file is, with numbers in little-endian order:
//
//	magic    8 bytes  "MEANING1"
//	rows     uint32
//	dims     uint32
//	names    uint32   length of the next part in bytes
//	the rows' pieces in their order, each ended by a newline; one that continues
//	a word begins with "##"
//	a float32 for each row: its scale
//	dims signed bytes for each row; times the scale they are the row's vector
//
// Rows stand in the order of the encoder's vocabulary, which puts the more
// frequent first, after the single characters.
const magic = "MEANING1"

const head = len(magic) + 12

// Table is the token table. It is immutable and safe for concurrent use.
type Table struct {
	rows    map[string]uint16 // piece -> row; the keys share the file's memory
	ranks   []uint16          // row -> rank of the word, 0 where it is not a word
	longest int               // length of the longest piece in bytes, "##" included
	dims    int
	scales  []float32
	cells   string // rows × dims signed bytes
}

// parse reads a table file, whose SHA-256 must be sum.
func parse(file, sum string) (*Table, error) {
	if got := digest(file); got != sum {
		return nil, fmt.Errorf("meaning: table has checksum %s, want %s", got, sum)
	}
	t, err := decode(file)
	if err != nil {
		return nil, fmt.Errorf("meaning: table: %w", err)
	}
	return t, nil
}

func digest(file string) string {
	h := sha256.New()
	var block [32 << 10]byte // hashing by blocks spares a copy of the whole file
	for len(file) > 0 {
		n := copy(block[:], file)
		h.Write(block[:n])
		file = file[n:]
	}
	return hex.EncodeToString(h.Sum(nil))
}

func decode(file string) (*Table, error) {
	if !strings.HasPrefix(file, magic) || len(file) < head {
		return nil, errors.New("not a table file")
	}
	number := func(at int) int { return int(binary.LittleEndian.Uint32([]byte(file[at : at+4]))) }
	rows, dims, names := number(8), number(12), number(16)
	if rows == 0 || rows > math.MaxUint16 || dims == 0 || dims > 4096 || names > len(file) {
		return nil, fmt.Errorf("%d rows of %d numbers are out of bounds", rows, dims)
	}
	if want := head + names + rows*4 + rows*dims; len(file) != want {
		return nil, fmt.Errorf("%d bytes long, want %d", len(file), want)
	}
	t := &Table{dims: dims, cells: file[len(file)-rows*dims:]}
	if err := t.name(file[head:head+names], rows); err != nil {
		return nil, err
	}
	t.scales = make([]float32, rows)
	for i := range t.scales {
		t.scales[i] = math.Float32frombits(uint32(number(head + names + i*4)))
	}
	return t, nil
}

// name takes the rows' pieces, one a line.
func (t *Table) name(lines string, rows int) error {
	t.rows = make(map[string]uint16, rows)
	t.ranks = make([]uint16, rows)
	row, rank := 0, uint16(0)
	for piece := range strings.Lines(lines) {
		piece = strings.TrimSuffix(piece, "\n")
		if row == rows {
			return errors.New("more pieces than rows")
		}
		t.rows[piece] = uint16(row)
		t.longest = max(t.longest, len(piece))
		if isWord(piece) {
			rank++
			t.ranks[row] = rank
		}
		row++
	}
	if t.longest > len("##")+maxWord*utf8.UTFMax {
		return fmt.Errorf("a piece of %d bytes is too long", t.longest)
	}
	if row != rows || len(t.rows) != rows {
		return fmt.Errorf("%d pieces, %d of them different, for %d rows", row, len(t.rows), rows)
	}
	return nil
}

// add adds a row's vector to sum, which has room for it.
func (t *Table) add(sum []float32, row int) {
	scale := t.scales[row]
	cells := t.cells[row*t.dims:][:len(sum)]
	for i := range sum {
		sum[i] += scale * float32(int8(cells[i]))
	}
}
