package main

import "fmt"

// vectors writes instructions for amd64 with registers of one width.
type vectors struct {
	*assembly
	name   string // what function names end with
	lanes  int    // float32 numbers in a register
	letter string
}

// r is register i.
func (v vectors) r(i int) string { return fmt.Sprint(v.letter, i) }

// bytes is the size of a register.
func (v vectors) bytes() int { return 4 * v.lanes }

// parts is how many registers 16 numbers take.
func (v vectors) parts() int { return 16 / v.lanes }

// three writes an instruction on three registers.
func (v vectors) three(op string, x, y, to int) {
	v.op("%s %s, %s, %s", op, v.r(x), v.r(y), v.r(to))
}

// round writes the nearest whole numbers of x.
func (v vectors) round(x, to int) {
	op := map[int]string{8: "VROUNDPS", 16: "VRNDSCALEPS"}[v.lanes]
	v.op("%s $0, %s, %s", op, v.r(x), v.r(to))
}

// zero clears a register.
func (v vectors) zero(i int) { v.op("VXORPS X%d, X%d, X%d", i, i, i) }

// reduce combines all lanes of register i by op and leaves the result in lane 0; it overwrites register t.
func (v vectors) reduce(op string, i, t int) {
	if v.lanes == 16 {
		v.op("VEXTRACTF64X4 $1, Z%d, Y%d", i, t)
		v.op("%s Y%d, Y%d, Y%d", op, t, i, i)
	}
	v.op("VEXTRACTF128 $1, Y%d, X%d", i, t)
	v.op("%s X%d, X%d, X%d", op, t, i, i)
	v.op("VPERMILPS $0x4e, X%d, X%d", i, t)
	v.op("%s X%d, X%d, X%d", op, t, i, i)
	v.op("VPERMILPS $0xb1, X%d, X%d", i, t)
	v.op("%s X%d, X%d, X%d", op, t, i, i)
}

// spread copies lane 0 of register i to all lanes.
func (v vectors) spread(i int) { v.op("VBROADCASTSS X%d, %s", i, v.r(i)) }

// constant loads a named constant into all lanes.
func (v vectors) constant(name string, to int) {
	v.op("VBROADCASTSS %s<>(SB), %s", name, v.r(to))
}

// slices loads the addresses of the slices that are the first arguments, and the length of the first one
// in numbers.
func (v vectors) slices(length string, names ...string) {
	registers := []string{"DI", "SI", "R8", "R9", "R10", "R11", "R12"}
	for i, name := range names {
		v.op("MOVQ %s_base+%d(FP), %s", name, 24*i, registers[i])
		if name == length {
			v.op("MOVQ %s_len+%d(FP), CX", name, 24*i+8)
		}
	}
}

// unrolled is how many registers a loop over a row takes at a time: enough for four chains of dependent
// additions.
const unrolled = 4

// loop writes a loop over the CX numbers of a row; body gets the offset in bytes of each register's share
// from AX × 4.
func (v vectors) loop(label string, body func(part, offset int)) {
	v.op("XORQ AX, AX")
	v.label(label)
	for p := range unrolled {
		body(p, p*v.bytes())
	}
	v.op("ADDQ $%d, AX", unrolled*v.lanes)
	v.op("CMPQ AX, CX")
	v.op("JLT  %s", label)
}

// join combines all the unrolled registers by op and leaves the result in the first.
func (v vectors) join(op string, first int) {
	for i := 1; i < unrolled; i++ {
		v.three(op, first+i, first, first)
	}
}

// zero32 clears any register.
func (v vectors) zero32(i int) {
	op := map[int]string{8: "VXORPS", 16: "VPXORD"}[v.lanes]
	v.three(op, i, i, i)
}
