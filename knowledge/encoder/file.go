package encoder

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
	"unsafe"
)

// A model file is described in export/export.py, which writes it: an encoder, and
// perhaps a judge. Each part has a magic of its own.
const (
	magic      = "ENCODER1"
	judgeMagic = "JUDGE001"

	headSize  = len(magic) + 8*4
	tableAt   = headSize + sha256.Size
	entrySize = nameSize + 2*8
	nameSize  = 48
	alignment = 64 // of each array in the file
)

// file finds the arrays of a part of a model file. The first fault is kept, and ends
// the search.
type file struct {
	data  string
	table map[string]string
	err   error
}

// split returns the parts of a file; judge is empty where it has none.
func split(data string) (encoder, judge string, err error) {
	if len(data) < tableAt || !strings.HasPrefix(data, magic) {
		return "", "", errors.New("not a model file, or one of another version")
	}
	at := binary.LittleEndian.Uint32([]byte(data[headSize-4 : headSize]))
	switch {
	case at == 0:
		return data, "", nil
	case at < uint32(tableAt) || uint64(at)+uint64(tableAt) > uint64(len(data)) || at%alignment != 0 || !strings.HasPrefix(data[at:], judgeMagic):
		return "", "", errors.New("the model file's judge is missing, or one of another version")
	}
	return data[:at], data[at:], nil
}

// openPart opens a part of a file that split returned.
func openPart(data string) (f file, head [8]int) {
	f.data = data
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

// bytes returns an array of size bytes; any size, where size is negative.
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

// floats returns an array in place where this machine's numbers are like the
// file's, else a copy.
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

// verify reports whether a model file is whole.
func verify(data string) error {
	encoder, judge, err := split(data)
	for _, part := range []string{encoder, judge} {
		if part == "" || err != nil {
			continue
		}
		if got := sha256.Sum256([]byte(part[tableAt:])); string(got[:]) != part[headSize:tableAt] {
			err = errors.New("the model file does not have the checksum that it says")
		}
	}
	return err
}
