package encoder

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"os"
	"strings"
	"testing"

	"careeradvisor/knowledge/encoder/kernel"
)

func tinyFile(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/tiny.bin")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestEmbedded(t *testing.T) {
	e, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{embedded, embeddedJudge} {
		if err := verify(file); err != nil {
			t.Error(err)
		}
	}
	if e.Kernel() != kernel.Best().Name || len(e.Checksum()) != 64 {
		t.Errorf("kernel %q, checksum %q", e.Kernel(), e.Checksum())
	}
	checkUnit(t, "query", e.Query("PM vs TPM?"))
}

// TestGroupRule checks that the embedded weights keep the rule that AVX2 needs: the eight of an
// output that meet in a 16-bit lane do not overflow it with activations of 127.
func TestGroupRule(t *testing.T) {
	e, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range append(e.model.layers, e.judge.model.layers...) {
		for name, m := range map[string]linear{"attention": l.attention, "context": l.context, "inner": l.inner, "outer": l.outer} {
			for at := 0; at < len(m.weights); at += 256 { // 16 inputs of 16 outputs
				for lane := range 32 {
					var sums [2]int
					for j := range 8 {
						v := int(m.weights[at+j/2*64+lane*2+j%2])
						sums[(1+sign(v))/2] += v
					}
					if 127*sums[1] > 32767 || 127*sums[0] < -32768 {
						t.Fatalf("layer %d, %s: the weights from %d on overflow", i, name, at)
					}
				}
			}
		}
	}
}

func sign(v int) int {
	if v < 0 {
		return -1
	}
	return 1
}

func TestFilesThatAreDamaged(t *testing.T) {
	good := tinyFile(t)
	number := func(at int, n uint32) string {
		data := []byte(good)
		binary.LittleEndian.PutUint32(data[at:], n)
		return string(data)
	}
	for name, file := range map[string]string{
		"empty":                      "",
		"another kind":               strings.Repeat("x", 1000),
		"of another version":         strings.Replace(good, magic, "ENCODER2", 1),
		"cut in its head":            good[:20],
		"cut in its table":           good[:500],
		"cut in its arrays":          good[:len(good)/2],
		"of too many arrays":         number(8, 1<<31),
		"of fewer arrays":            number(8, 5),
		"of more layers":             number(12, 3),
		"of no layers":               number(12, 0),
		"of another width":           number(16, 128),
		"of no heads":                number(20, 0),
		"of huge sizes":              number(24, 1<<31),
		"of more positions":          number(28, 129),
		"of fewer pieces":            number(32, 100),
		"with an array elsewhere":    number(tableAt+nameSize, 1<<30),
		"with an array not in place": number(tableAt+nameSize, 65),
	} {
		if e, err := Open(file, kernel.Best()); err == nil {
			t.Errorf("a file %s is opened with %d layers", name, len(e.model.layers))
		}
	}
}

func TestVerify(t *testing.T) {
	good := tinyFile(t)
	if err := verify(good); err != nil {
		t.Error(err)
	}
	for _, at := range []int{headSize, tableAt, len(good) - 1} {
		bad := []byte(good)
		bad[at] ^= 1
		if verify(string(bad)) == nil {
			t.Errorf("a changed bit at %d is not noticed", at)
		}
	}
	if verify("") == nil {
		t.Error("an empty file is whole")
	}
}

func FuzzOpen(f *testing.F) {
	good := tinyFile(f)
	f.Add(good[:5000])
	f.Add(magic)
	f.Fuzz(func(t *testing.T, head string) {
		if len(head) < len(good) {
			head += good[len(head):]
		}
		if e, err := Open(head, kernel.Best()); err == nil {
			e.Query("PM vs TPM?")
		}
	})
}

// verify reports whether a model file is intact.
func verify(data string) error {
	if len(data) < tableAt {
		return errors.New("the model file ends in its head")
	}
	if got := sha256.Sum256([]byte(data[tableAt:])); string(got[:]) != data[headSize:tableAt] {
		return errors.New("the model file does not have the checksum that it says")
	}
	return nil
}
