package kernel

import "sync"

// portable is the kernel for every processor. Its activations have 7 bits, like
// those of AVX2.
func portable() *Kernel {
	return &Kernel{
		Name:       "portable Go",
		Levels:     127,
		product:    new(packer).product,
		matmul:     matmulPortable,
		transpose:  transposePortable,
		dequantise: dequantisePortable,
		quantise:   quantisePortable,
		gelu:       geluPortable,
		norm:       normPortable,
		softmax:    softmaxPortable,
		dots:       dotsPortable,
	}
}

// A 64-bit multiplication does three products at once. With X = 2^21,
//
//	(a0 + a1·X + a2·X²) · (b2 + b1·X + b0·X²)
//
// has a0·b0 + a1·b1 + a2·b2 at X². Weights get 128 added, so that nothing is
// negative and no field borrows from the next. A field holds 21 bits: three
// products of 127 × 255 add up 21 times before it overflows; 16 times are taken.
// What X³ and X⁴ give falls off the top, save one bit: bit 63 is not part of the
// field.
const (
	field = 21
	turns = 16
	three = 3
	bias  = 128
)

// packer keeps the words of one product at a time, and the memory of those before.
type packer struct{ pool sync.Pool }

type packed struct {
	a, b []uint64
	sums []int32 // of each row's activations, times the bias
}

func (p *packer) product(c []int32, a []uint8, w []int8, rows, in, out int) {
	m, ok := p.pool.Get().(*packed)
	if !ok {
		m = new(packed)
	}
	defer p.pool.Put(m)
	words := (in + three*turns - 1) / (three * turns) * turns
	m.packRows(a, rows, in, words)
	for n := 0; n < out; n += block {
		m.packPanel(w[n*in:(n+block)*in], in, words)
		for r := range rows {
			row := m.a[r*words : (r+1)*words]
			for i := range block {
				c[r*out+n+i] = dotPacked(row, m.b[i*words:(i+1)*words]) - m.sums[r]
			}
		}
	}
}

// dotPacked returns the sum of the products of two packed rows of one length.
func dotPacked(a, b []uint64) int32 {
	var total uint64
	for len(a) >= turns && len(b) >= turns {
		x, y := (*[turns]uint64)(a), (*[turns]uint64)(b)
		fields := x[0]*y[0] + x[1]*y[1] + x[2]*y[2] + x[3]*y[3] +
			x[4]*y[4] + x[5]*y[5] + x[6]*y[6] + x[7]*y[7] +
			x[8]*y[8] + x[9]*y[9] + x[10]*y[10] + x[11]*y[11] +
			x[12]*y[12] + x[13]*y[13] + x[14]*y[14] + x[15]*y[15]
		total += fields >> (2 * field) & (1<<field - 1)
		a, b = a[turns:], b[turns:]
	}
	return int32(total)
}

func (m *packed) packRows(a []uint8, rows, in, words int) {
	m.a, m.sums = sized(m.a, rows*words), sized(m.sums, rows)
	clear(m.a)
	for r := range rows {
		sum, to := int32(0), m.a[r*words:(r+1)*words]
		for k, v := range a[r*in : (r+1)*in] {
			to[k/three] |= uint64(v) << (k % three * field)
			sum += int32(v)
		}
		m.sums[r] = bias * sum
	}
}

func (m *packed) packPanel(w []int8, in, words int) {
	m.b = sized(m.b, block*words)
	clear(m.b)
	for k := 0; k < in; k += quad {
		for i := range block {
			from, to := w[k*block+i*quad:][:quad], m.b[i*words:(i+1)*words]
			for j, v := range from {
				to[(k+j)/three] |= uint64(int32(v)+bias) << ((2 - (k+j)%three) * field)
			}
		}
	}
}

// sized is s with n elements, in new memory only where the old does not suffice.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

func dotsPortable(dst []int32, query []int16, rows []int8) {
	for i := range dst {
		sum := int32(0)
		for j, v := range rows[i*len(query) : (i+1)*len(query)] {
			sum += int32(query[j]) * int32(v)
		}
		dst[i] = sum
	}
}
