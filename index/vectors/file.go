package vectors

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"unsafe"

	"careeradvisor/knowledge/encoder/nearest"
)

// A file is a head, four arrays and the SHA-256 of all that comes before it; numbers are little-endian:
//
//	"VECTORS1"
//	width, owners, wanted, count     uint32 each: owners are passages and asks
//	weights                          32 bytes: their SHA-256
//	kernel                           its name in 64 bytes, filled up with zeros
//	from 128: rows                   count × width int8
//	scales                           count × float32: what brings a row to length one
//	places                           count × 3 int32: owner, start, end
//	keys                             count × 16 bytes: how the text's SHA-256 begins
//
// Widths are a multiple of 16, so that each array is aligned for reading in place.
const (
	magic     = "VECTORS1"
	weightsAt = 24
	kernelAt  = weightsAt + sha256.Size
	headSize  = 128

	// perRow is how many bytes a row takes besides its numbers.
	perRow = 4 + 12 + 16

	most = 1 << 26 // rows, owners: beyond that a head makes no sense
)

// errDamaged says why a file is not used.
var errDamaged = errors.New("the file of vectors is damaged")

// head is the first part of a file.
func head(m Made, owners, wanted, count int) ([]byte, error) {
	b := make([]byte, headSize)
	copy(b, magic)
	for i, n := range []int{m.Width, owners, wanted, count} {
		binary.LittleEndian.PutUint32(b[len(magic)+4*i:], uint32(n))
	}
	weights, err := hex.DecodeString(m.Weights)
	if err != nil || len(weights) != sha256.Size || len(m.Kernel) > headSize-kernelAt || max(owners, wanted) > most {
		return nil, fmt.Errorf("vectors of weights %q, kernel %q and %d texts cannot be kept", m.Weights, m.Kernel, wanted)
	}
	copy(b[weightsAt:], weights)
	copy(b[kernelAt:], m.Kernel)
	return b, nil
}

// Parse reads a file, and shares its memory.
func Parse(data []byte) (*Set, error) {
	if len(data) < headSize+sha256.Size || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w, or of another version", errDamaged)
	}
	var n [4]int
	for i := range n {
		n[i] = int(binary.LittleEndian.Uint32(data[len(magic)+4*i:]))
	}
	s := &Set{owners: n[1], wanted: n[2]}
	s.made.Width = n[0]
	s.made.Weights = hex.EncodeToString(data[weightsAt:kernelAt])
	s.made.Kernel = string(bytes.TrimRight(data[kernelAt:headSize], "\x00"))
	count, body := n[3], data[headSize:len(data)-sha256.Size]
	if max(n[0], n[1], n[2], count) > most || count > s.wanted || len(body) != count*(n[0]+perRow) {
		return nil, fmt.Errorf("%w: its size does not fit %d vectors", errDamaged, count)
	}
	if sum := sha256.Sum256(data[:len(data)-sha256.Size]); !bytes.Equal(sum[:], data[len(data)-sha256.Size:]) {
		return nil, fmt.Errorf("%w: its checksum does not match its content", errDamaged)
	}
	s.rows, body = array[int8](body, count*n[0])
	s.scales, body = array[float32](body, count)
	s.places, body = array[place](body, count)
	s.keys, _ = array[key](body, count)
	near, err := nearest.New(n[0], s.rows, s.scales)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	s.near = near
	return s, nil
}

// array takes n values off data: in place if this machine's byte order and alignment allow it,
// otherwise as a copy.
func array[T int8 | float32 | place | key](data []byte, n int) (values []T, rest []byte) {
	var one T
	size := n * int(unsafe.Sizeof(one))
	if n == 0 {
		return nil, data
	}
	start := unsafe.Pointer(unsafe.SliceData(data))
	if little() && uintptr(start)%unsafe.Alignof(one) == 0 {
		return unsafe.Slice((*T)(start), n), data[size:]
	}
	values = make([]T, n)
	_, _ = binary.Decode(data[:size], binary.LittleEndian, values) // sizes are right
	return values, data[size:]
}

// little reports whether this machine stores numbers as the file does.
func little() bool { return binary.NativeEndian.Uint16([]byte{1, 0}) == 1 }

// put writes values in the form that a file has.
func put[T int8 | float32 | place | key](w io.Writer, values []T) error {
	if len(values) == 0 {
		return nil
	}
	if !little() {
		return binary.Write(w, binary.LittleEndian, values)
	}
	start := (*byte)(unsafe.Pointer(unsafe.SliceData(values)))
	_, err := w.Write(unsafe.Slice(start, len(values)*int(unsafe.Sizeof(values[0]))))
	return err
}
