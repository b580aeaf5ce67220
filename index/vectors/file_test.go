package vectors

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// kept is a file of vectors, with what it holds.
func kept(t testing.TB) (path string, data []byte) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "vectors")
	s := New(numbered(0, 40), nil, path)
	if err := s.Make(t.Context(), newStub(), nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, data
}

// A file that is damaged in any way costs its vectors, and is replaced.
func TestDamagedFiles(t *testing.T) {
	_, whole := kept(t)
	flip := func(at int) func([]byte) []byte {
		return func(b []byte) []byte {
			b[at] ^= 1
			return b
		}
	}
	for name, damage := range map[string]func([]byte) []byte{
		"empty":          func([]byte) []byte { return nil },
		"cut in head":    func(b []byte) []byte { return b[:headSize-1] },
		"cut":            func(b []byte) []byte { return b[:len(b)/2] },
		"a byte short":   func(b []byte) []byte { return b[:len(b)-1] },
		"too long":       func(b []byte) []byte { return append(b, 0) },
		"garbage":        func(b []byte) []byte { return bytes.Repeat([]byte("garbage!"), 1000) },
		"magic":          flip(0),
		"width":          flip(len(magic)),
		"passages":       flip(len(magic) + 4),
		"count":          flip(len(magic) + 12),
		"count is large": flip(len(magic) + 15),
		"weights":        flip(weightsAt),
		"kernel":         flip(kernelAt),
		"a row":          flip(headSize),
		"a key":          flip(len(whole) - 33),
		"the checksum":   flip(len(whole) - 1),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "vectors")
			if err := os.WriteFile(path, damage(bytes.Clone(whole)), 0o600); err != nil {
				t.Fatal(err)
			}
			m, s := newStub(), New(numbered(0, 40), nil, path)
			if err := s.Load(MadeBy(m), nil); !errors.Is(err, errDamaged) {
				t.Errorf("it says %v", err)
			}
			if have, _ := s.Count(); have != 0 {
				t.Errorf("%d vectors are used", have)
			}
			other := New(numbered(0, 40), nil, "")
			if err := other.Load(MadeBy(m), nil, path); err != nil {
				t.Errorf("another one cares: %v", err)
			}
			_ = s.Make(t.Context(), m, nil) // it says once more that the file was damaged
			if m.calls() != 120 {
				t.Errorf("%d texts were encoded", m.calls())
			}
			fill(t, New(numbered(0, 40), nil, path), m)
			if m.calls() != 120 {
				t.Error("the file was not replaced")
			}
		})
	}
}

// A file whose texts are in other places belongs to another generation.
func TestAFileOfOtherPassages(t *testing.T) {
	path, _ := kept(t)
	for _, passages := range [][]string{{"It is short."}, make([]string, 40)} {
		s := New(passagesOf(passages...), nil, path)
		if err := s.Load(MadeBy(newStub()), nil); !errors.Is(err, errDamaged) {
			t.Errorf("it says %v", err)
		}
	}
}

// If somebody truncates a file that is in use, its vectors are lost but the process is not.
func TestAFileIsCutWhileItIsUsed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("SKIPPED: files are not mapped here")
	}
	path, _ := kept(t)
	s := New(numbered(0, 40), nil, path)
	if err := s.Load(MadeBy(newStub()), nil); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Compare(vectorOf("x")); !errors.Is(err, errDamaged) {
		t.Errorf("it says %v", err)
	}
	more := New(numbered(0, 50), nil, "")
	set := s.Hold()
	defer set.Close()
	if err := more.Load(MadeBy(newStub()), []*Set{set}); !errors.Is(err, errDamaged) {
		t.Errorf("another one says %v", err)
	}
}

func FuzzParse(f *testing.F) {
	_, data := kept(f)
	f.Add(data[:len(data)-sha256.Size])
	f.Add(data[:headSize])
	f.Fuzz(func(t *testing.T, data []byte) {
		sum := sha256.Sum256(data)
		s, err := Parse(append(data, sum[:]...))
		if passages := numbered(0, 40); err == nil && s.of(passages, nil) {
			s.compare(make([]float32, s.made.Width), len(passages), 0)
		}
	})
}
