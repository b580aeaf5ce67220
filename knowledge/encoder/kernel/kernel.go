package kernel

// Kernel is one way to do the arithmetic. It is immutable and safe for concurrent
// use.
type Kernel struct {
	Name   string  // for people: "AVX-512 VNNI"
	Levels float32 // the greatest quantised activation: 127, or 255 if the products allow it

	product    func(c []int32, a []uint8, w []int8, rows, in, out int)
	matmul     func(c []float32, ldc int, a []float32, row, next int, b []float32, ldb int, rows, n, k int)
	transpose  func(dst []float32, ldd int, src []float32, lds int, rows, columns int)
	dequantise func(dst []float32, sums []int32, scale, sum, bias []float32, step, low float32)
	quantise   func(dst []uint8, x []float32, levels float32) (step, low float32)
	gelu       func(x []float32)
	norm       func(x, add, gain, shift, y, yGain, yShift []float32)
	softmax    func(x []float32, rows, columns int)
	dots       func(dst []int32, query []int16, rows []int8)
}

// Best returns the fastest kernel that this processor can run.
func Best() *Kernel { return All()[0] }

// All returns the kernels that this processor can run, the fastest first; the last
// is the portable one.
func All() []*Kernel { return append(native(), portable()) }

// The widths of matrices are multiples of block, and those of the rows that the steps between them
// work on are multiples of rowBlock.
const (
	block    = 16
	rowBlock = 64
)

// Product sets c = a · w, exactly: rows × in activations of at most Levels, times weights laid out
// as [out/16][in/4][16][4], give rows × out sums. A panel is 16 outputs, and a step in it is four
// of their inputs.
func (k *Kernel) Product(c []int32, a []uint8, w []int8, rows, in, out int) {
	must(rows > 0 && in > 0 && in%block == 0 && out > 0 && out%block == 0)
	must(len(c) >= rows*out && len(a) >= rows*in && len(w) >= in*out)
	k.product(c, a, w, rows, in, out)
}

// MatMul sets c = a · b in float32: rows × depth times depth × n, where n is a multiple of 16. The
// rows of c and b lie ldc and ldb apart. The rows of a lie row apart, and the numbers in one of its
// rows next apart, so a may be transposed.
func (k *Kernel) MatMul(c []float32, ldc int, a []float32, row, next int, b []float32, ldb int, rows, n, depth int) {
	must(rows > 0 && depth > 0 && n > 0 && n%block == 0 && row > 0 && next > 0 && ldb >= n && ldc >= n)
	must(len(c) >= (rows-1)*ldc+n && len(a) > (rows-1)*row+(depth-1)*next && len(b) >= (depth-1)*ldb+n)
	k.matmul(c, ldc, a, row, next, b, ldb, rows, n, depth)
}

// Transpose writes rows × columns of src as columns × rows. It works in squares of 8: columns is a
// multiple of 8, rows is rounded up to one, and anything beyond the last row is copied too.
func (k *Kernel) Transpose(dst []float32, ldd int, src []float32, lds int, rows, columns int) {
	rows = (rows + 7) / 8 * 8
	must(rows > 0 && columns > 0 && columns%8 == 0 && lds >= columns && ldd >= rows)
	must(len(dst) >= (columns-1)*ldd+rows && len(src) >= (rows-1)*lds+columns)
	k.transpose(dst, ldd, src, lds, rows, columns)
}

// Dequantise turns a row of sums back to numbers. The activations were
// low + step × a, the weights scale × w, and sum is scale × the sum of w.
func (k *Kernel) Dequantise(dst []float32, sums []int32, scale, sum, bias []float32, step, low float32) {
	n := len(dst)
	must(n > 0 && n%rowBlock == 0 && len(sums) >= n && len(scale) >= n && len(sum) >= n && len(bias) >= n)
	k.dequantise(dst, sums, scale, sum, bias, step, low)
}

// Quantise writes x as low + step × dst, as closely as Levels allow.
func (k *Kernel) Quantise(dst []uint8, x []float32) (step, low float32) {
	must(len(x) > 0 && len(x)%rowBlock == 0 && len(dst) >= len(x))
	return k.quantise(dst, x, k.Levels)
}

// GELU replaces each x by x × the share of a normal distribution below it.
func (k *Kernel) GELU(x []float32) {
	must(len(x) > 0 && len(x)%rowBlock == 0)
	k.gelu(x)
}

// Affine is the last step of a LayerNorm: × Gain + Shift, number by number.
type Affine struct{ Gain, Shift []float32 }

// Norm normalises x + add and writes the result to x through to, and to y through next.
func (k *Kernel) Norm(x, add []float32, to Affine, y []float32, next Affine) {
	n := len(x)
	must(n > 0 && n%rowBlock == 0 && len(add) >= n && len(y) >= n)
	must(len(to.Gain) >= n && len(to.Shift) >= n && len(next.Gain) >= n && len(next.Shift) >= n)
	k.norm(x, add, to.Gain, to.Shift, y, next.Gain, next.Shift)
}

// Softmax replaces each column of rows × columns scores by its softmax.
func (k *Kernel) Softmax(x []float32, rows, columns int) {
	must(rows > 0 && columns > 0 && columns%block == 0 && len(x) >= rows*columns)
	k.softmax(x, rows, columns)
}

// Dots sets dst to the exact products of the query with that many rows of its length. The query's
// numbers times 127 must not add up to more than an int32 holds.
func (k *Kernel) Dots(dst []int32, query []int16, rows []int8) {
	must(len(query) > 0 && len(query)%block == 0 && len(rows) >= len(dst)*len(query))
	k.dots(dst, query, rows)
}

func must(ok bool) {
	if !ok {
		panic("kernel: lengths do not fit together")
	}
}
