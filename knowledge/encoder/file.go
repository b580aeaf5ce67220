package encoder

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"strings"
	"unsafe"

	"careeradvisor/knowledge/encoder/kernel"
)

// A model file is described in export/export.py, which writes it.
const (
	magic     = "ENCODER1"
	headSize  = len(magic) + 8*4
	tableAt   = headSize + sha256.Size
	entrySize = nameSize + 2*8
	nameSize  = 48
	alignment = 64 // of each array in the file
)

// file finds a model file's arrays. The first fault is kept, and ends the search.
type file struct {
	data  string
	table map[string]string
	err   error
}

func openFile(data string) (f file, head [8]int) {
	f.data = data
	if len(data) < tableAt || !strings.HasPrefix(data, magic) {
		f.err = errors.New("not a model file, or one of another version")
		return f, head
	}
	for i := range head {
		head[i] = int(binary.LittleEndian.Uint32([]byte(data[len(magic)+4*i:][:4])))
	}
	f.readTable(head[0])
	return f, head
}

func (f *file) readTable(n int) {
	if n > (len(f.data)-tableAt)/entrySize {
		f.err = errors.New("the model file ends in its table")
		return
	}
	f.table = make(map[string]string, n)
	for i := range n {
		entry := f.data[tableAt+i*entrySize:][:entrySize]
		numbers := []byte(entry[nameSize:])
		at, size := binary.LittleEndian.Uint64(numbers), binary.LittleEndian.Uint64(numbers[8:])
		if at%alignment != 0 || at > uint64(len(f.data)) || size > uint64(len(f.data))-at {
			f.err = fmt.Errorf("array %d of the model file lies outside of it", i)
			return
		}
		f.table[strings.TrimRight(entry[:nameSize], "\x00")] = f.data[at : at+size]
	}
}

// bytes returns an array of size bytes, or of any size if size is negative.
func (f *file) bytes(name string, size int) string {
	a, ok := f.table[name]
	switch {
	case f.err != nil:
		return ""
	case !ok:
		f.err = fmt.Errorf("the model file has no array %s", name)
	case size >= 0 && len(a) != size:
		f.err = fmt.Errorf("array %s of the model file has %d bytes, want %d", name, len(a), size)
	}
	return a
}

// int8s returns an array in place; it must not be written to.
func (f *file) int8s(name string, n int) []int8 {
	a := f.bytes(name, n)
	if f.err != nil || n == 0 {
		return nil
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(a))), n)
}

// floats returns an array in place if this machine stores numbers as the file does, and otherwise a copy.
func (f *file) floats(name string, n int) []float32 {
	a := f.bytes(name, 4*n)
	if f.err != nil || n == 0 {
		return nil
	}
	start := unsafe.Pointer(unsafe.StringData(a))
	if binary.NativeEndian.Uint16([]byte{1, 0}) == 1 && uintptr(start)%4 == 0 {
		return unsafe.Slice((*float32)(start), n)
	}
	floats := make([]float32, n)
	for i := range floats {
		floats[i] = math.Float32frombits(binary.LittleEndian.Uint32([]byte(a[4*i:][:4])))
	}
	return floats
}

func (f *file) linear(name string, in, out int) linear {
	return linear{
		in: in, out: out,
		weights: f.int8s(name+".weight", in*out),
		scale:   f.floats(name+".scale", out),
		sum:     f.floats(name+".sum", out),
		bias:    f.floats(name+".bias", out),
	}
}

// afterNorm is a linear layer that follows a LayerNorm.
func (f *file) afterNorm(name string, in, out int) linear {
	l := f.linear(name, in, out)
	l.input = f.affine(name, in)
	return l
}

func (f *file) affine(name string, width int) kernel.Affine {
	return kernel.Affine{Gain: f.floats(name+".gain", width), Shift: f.floats(name+".shift", width)}
}

// parse reads a model file. It does not compute the checksum, which would read the whole file from
// disk; verify does. A file without words of its own is another network over those of the model
// words.
func parse(data string, words *model) (*model, error) {
	f, head := openFile(data)
	if f.err != nil {
		return nil, f.err
	}
	m := &model{width: head[2], heads: head[3], inner: head[4], positions: head[5]}
	if err := m.check(head[1], head[6]); err != nil {
		return nil, err
	}
	m.checksum = hex.EncodeToString([]byte(data[headSize:tableAt]))
	switch {
	case words == nil:
		m.vocabulary = f.bytes("vocabulary", -1)
		m.rows, m.scales = f.int8s("words.rows", head[6]*m.width), f.floats("words.scale", head[6])
		m.places = f.floats("positions", m.positions*m.width)
	case words.width != m.width || words.positions != m.positions || len(words.scales) != head[6]:
		return nil, errors.New("the model file belongs to other words")
	default:
		m.rows, m.scales, m.places = words.rows, words.scales, words.places
		m.head.inner, m.head.shift = f.floats("head.inner.weight", m.width*m.width), f.floats("head.inner.bias", m.width)
		m.head.outer, m.head.bias = f.floats("head.outer.weight", m.width), f.floats("head.outer.bias", 1)
	}
	m.embedding = f.affine("embedding", m.width)
	for i := range head[1] {
		name := fmt.Sprintf("layer.%d.", i)
		m.layers = append(m.layers, layer{
			attention: f.afterNorm(name+"attention", m.width, 3*m.width),
			context:   f.linear(name+"context", m.width, m.width),
			middle:    f.affine(name+"middle", m.width),
			inner:     f.afterNorm(name+"inner", m.width, m.inner),
			outer:     f.linear(name+"outer", m.inner, m.width),
			end:       f.affine(name+"end", m.width),
		})
	}
	return m, f.err
}

// check refuses sizes that the arithmetic does not support.
func (m *model) check(layers, pieces int) error {
	const most = 1 << 16
	for _, n := range []int{layers, pieces, m.width, m.heads, m.inner, m.positions} {
		if n < 1 || n > most {
			return errors.New("the model file's sizes make no sense")
		}
	}
	if m.width != m.heads*headWidth || m.width%64 != 0 || m.inner%64 != 0 || m.positions < 8 {
		return errors.New("the model file's sizes are not those of a model that this package can run")
	}
	return nil
}
