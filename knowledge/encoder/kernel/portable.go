package kernel

import "sync"

// quad is how many inputs of one output lie side by side in a panel: what one lane
// of a dot product instruction takes.
const quad = 4

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
// has a0·b0 + a1·b1 + a2·b2 at X². Weights get 128 added, so that nothing is negative and no field
// borrows from the next. A field holds 21 bits: three products of 127 × 255 add up 21 times before
// it overflows, and the code stops at 16. The X³ and X⁴ terms overflow off the top, except for one
// bit: bit 63 is not part of the field.
const (
	field = 21
	turns = 16
	bias  = 128

	// Words are packed four at a time, from twelve numbers: three quads.
	numbersPacked, wordsPacked = 3 * quad, 4
)

// packer reuses the memory of finished products.
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
	words := (in + 3*turns - 1) / (3 * turns) * turns
	m.packRows(a, rows, in, words)
	m.b = sized(m.b, block*words)
	clear(m.b)
	for n := 0; n < out; n += block {
		m.packPanel(w[n*in:(n+block)*in], in, words)
		for r := range rows {
			row, to := m.a[r*words:(r+1)*words], c[r*out+n:][:block]
			for i := 0; i < block; i += 2 {
				x, y := dotPacked(row, m.b[i*words:(i+1)*words], m.b[(i+1)*words:(i+2)*words])
				to[i], to[i+1] = x-m.sums[r], y-m.sums[r]
			}
		}
	}
}

// dotPacked returns the sums of the products of one packed row with two others, all
// of one length.
func dotPacked(a, b, c []uint64) (int32, int32) {
	var ab, ac uint64
	for len(a) >= turns && len(b) >= turns && len(c) >= turns {
		x, y, z := (*[turns]uint64)(a), (*[turns]uint64)(b), (*[turns]uint64)(c)
		ab += (x[0]*y[0] + x[1]*y[1] + x[2]*y[2] + x[3]*y[3] + x[4]*y[4] + x[5]*y[5] + x[6]*y[6] + x[7]*y[7] +
			x[8]*y[8] + x[9]*y[9] + x[10]*y[10] + x[11]*y[11] + x[12]*y[12] + x[13]*y[13] + x[14]*y[14] + x[15]*y[15]) >>
			(2 * field) & (1<<field - 1)
		ac += (x[0]*z[0] + x[1]*z[1] + x[2]*z[2] + x[3]*z[3] + x[4]*z[4] + x[5]*z[5] + x[6]*z[6] + x[7]*z[7] +
			x[8]*z[8] + x[9]*z[9] + x[10]*z[10] + x[11]*z[11] + x[12]*z[12] + x[13]*z[13] + x[14]*z[14] + x[15]*z[15]) >>
			(2 * field) & (1<<field - 1)
		a, b, c = a[turns:], b[turns:], c[turns:]
	}
	return int32(ab), int32(ac)
}

func (m *packed) packRows(a []uint8, rows, in, words int) {
	m.a, m.sums = sized(m.a, rows*words), sized(m.sums, rows)
	clear(m.a)
	for r := range rows {
		sum, to := int32(0), m.a[r*words:(r+1)*words]
		for k, v := range a[r*in : (r+1)*in] {
			to[k/3] |= uint64(v) << (k % 3 * field)
			sum += int32(v)
		}
		m.sums[r] = bias * sum
	}
}

// packPanel packs a panel's 16 outputs. It does not matter what a last word lacks, since it meets
// activations of zero.
func (m *packed) packPanel(w []int8, in, words int) {
	for k := 0; k < in; k += numbersPacked {
		var quads [3][]int8
		for q := range quads {
			quads[q] = w[min(k+q*quad, in-quad)*block:][:block*quad]
		}
		for i := range block {
			x, y, z := (*[quad]int8)(quads[0][i*quad:]), (*[quad]int8)(quads[1][i*quad:]), (*[quad]int8)(quads[2][i*quad:])
			to := (*[wordsPacked]uint64)(m.b[i*words+k/3:])
			to[0], to[1] = word(x[0], x[1], x[2]), word(x[3], y[0], y[1])
			to[2], to[3] = word(y[2], y[3], z[0]), word(z[1], z[2], z[3])
		}
	}
}

// word packs three weights, with 128 added, which is the same as flipping the sign bit.
func word(a, b, c int8) uint64 {
	return uint64(uint8(a)^bias)<<(2*field) | uint64(uint8(b)^bias)<<field | uint64(uint8(c)^bias)
}

// sized is s with n elements, in new memory only if the old is too small.
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
