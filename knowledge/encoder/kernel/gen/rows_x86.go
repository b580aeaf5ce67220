package main

import "fmt"

// vectors are the registers of one width.
type vectors struct {
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

// three writes an instruction of three registers.
func (a *assembly) three(v vectors, op string, x, y, to int) {
	a.op("%s %s, %s, %s", op, v.r(x), v.r(y), v.r(to))
}

// round writes the nearest whole numbers of x.
func (a *assembly) round(v vectors, x, to int) {
	op := map[int]string{8: "VROUNDPS", 16: "VRNDSCALEPS"}[v.lanes]
	a.op("%s $0, %s, %s", op, v.r(x), v.r(to))
}

// zero clears a register.
func (a *assembly) zero(i int) { a.op("VXORPS X%d, X%d, X%d", i, i, i) }

// reduce leaves in lane 0 of register i the op of all its lanes; spoils register t.
func (a *assembly) reduce(v vectors, op string, i, t int) {
	if v.lanes == 16 {
		a.op("VEXTRACTF64X4 $1, Z%d, Y%d", i, t)
		a.op("%s Y%d, Y%d, Y%d", op, t, i, i)
	}
	a.op("VEXTRACTF128 $1, Y%d, X%d", i, t)
	a.op("%s X%d, X%d, X%d", op, t, i, i)
	a.op("VPERMILPS $0x4e, X%d, X%d", i, t)
	a.op("%s X%d, X%d, X%d", op, t, i, i)
	a.op("VPERMILPS $0xb1, X%d, X%d", i, t)
	a.op("%s X%d, X%d, X%d", op, t, i, i)
}

// spread copies lane 0 of register i to all lanes.
func (a *assembly) spread(v vectors, i int) { a.op("VBROADCASTSS X%d, %s", i, v.r(i)) }

// constant loads a named constant into all lanes.
func (a *assembly) constant(v vectors, name string, to int) {
	a.op("VBROADCASTSS %s<>(SB), %s", name, v.r(to))
}

// slices loads the addresses of slices that are the first arguments, and the
// length of the first in numbers.
func (a *assembly) slices(length string, names ...string) {
	registers := []string{"DI", "SI", "R8", "R9", "R10", "R11", "R12"}
	for i, name := range names {
		a.op("MOVQ %s_base+%d(FP), %s", name, 24*i, registers[i])
		if name == length {
			a.op("MOVQ %s_len+%d(FP), CX", name, 24*i+8)
		}
	}
}

// unrolled is how many registers a loop over a row takes a turn: enough for four
// chains of dependent additions.
const unrolled = 4

// loop writes one over the CX numbers of a row; body gets the offset in bytes of
// each register's share from AX × 4.
func (a *assembly) loop(v vectors, label string, body func(part, offset int)) {
	a.op("XORQ AX, AX")
	a.label(label)
	for p := range unrolled {
		body(p, p*v.bytes())
	}
	a.op("ADDQ $%d, AX", unrolled*v.lanes)
	a.op("CMPQ AX, CX")
	a.op("JLT  %s", label)
}

// join leaves in the first of the unrolled registers the op of all.
func (a *assembly) join(v vectors, op string, first int) {
	for i := 1; i < unrolled; i++ {
		a.three(v, op, first+i, first, first)
	}
}

func floats(v vectors) string {
	a := begin()
	a.constants()
	a.dequantise(v)
	a.quantise(v)
	a.gelu(v)
	a.norm(v)
	a.softmax(v)
	a.matmul(v)
	if v.lanes == 8 {
		a.transpose()
	}
	return a.String()
}

func (a *assembly) dequantise(v vectors) {
	a.function("dequantise"+v.name, "(dst []float32, sums []int32, scale, sum, bias []float32, step, low float32)", 128)
	a.slices("dst", "dst", "sums", "scale", "sum", "bias")
	a.op("VBROADCASTSS step+120(FP), %s", v.r(0))
	a.op("VBROADCASTSS low+124(FP), %s", v.r(1))
	a.loop(v, "loop", func(_, at int) {
		a.op("VCVTDQ2PS %d(SI)(AX*4), %s", at, v.r(2))
		a.op("VMULPS %d(R8)(AX*4), %s, %s", at, v.r(0), v.r(3))
		a.op("VMOVUPS %d(R10)(AX*4), %s", at, v.r(4))
		a.op("VFMADD231PS %d(R9)(AX*4), %s, %s", at, v.r(1), v.r(4))
		a.three(v, "VFMADD231PS", 2, 3, 4)
		a.op("VMOVUPS %s, %d(DI)(AX*4)", v.r(4), at)
	})
	a.op("VZEROUPPER")
	a.op("RET")
}

func (a *assembly) quantise(v vectors) {
	a.function("quantise"+v.name, "(dst []uint8, x []float32, levels float32) (step, low float32)", 64)
	a.slices("x", "dst", "x")
	const low, high, per, x = 0, 4, 8, 12 // four registers each, save per
	for i := range unrolled {
		a.op("VBROADCASTSS (SI), %s", v.r(low+i))
		a.op("VMOVAPS %s, %s", v.r(low+i), v.r(high+i))
	}
	a.loop(v, "bounds", func(part, at int) {
		a.op("VMOVUPS %d(SI)(AX*4), %s", at, v.r(x+part))
		a.three(v, "VMINPS", x+part, low+part, low+part)
		a.three(v, "VMAXPS", x+part, high+part, high+part)
	})
	a.join(v, "VMINPS", low)
	a.join(v, "VMAXPS", high)
	a.reduce(v, "VMINPS", low, x)
	a.reduce(v, "VMAXPS", high, x)
	a.op("VMOVSS X%d, low+60(FP)", low)
	a.op("VSUBSS X%d, X%d, X%d // the width", low, high, high)
	a.op("VMOVSS levels+48(FP), X%d", x)
	a.zero(per)
	a.op("VUCOMISS X%d, X%d", per, high)
	a.op("JLS  flat // no width, or no number")
	a.op("VDIVSS X%d, X%d, X%d", high, x, per)
	a.op("VDIVSS X%d, X%d, X%d", x, high, high)
	a.op("VMOVSS X%d, step+56(FP)", high)
	a.spread(v, low)
	a.spread(v, per)
	if v.lanes == 8 {
		a.op("VMOVDQU order<>(SB), Y9")
	}
	a.loop(v, "numbers", func(part, at int) {
		a.op("VMOVUPS %d(SI)(AX*4), %s", at, v.r(x+part))
		a.three(v, "VSUBPS", low, x+part, x+part)
		a.three(v, "VMULPS", per, x+part, x+part)
		a.op("VCVTPS2DQ %s, %s", v.r(x+part), v.r(x+part))
		a.narrow(v, x, part)
	})
	a.op("VZEROUPPER")
	a.op("RET")
	a.label("flat")
	a.op("VMOVSS X%d, step+56(FP)", per)
	a.op("XORQ AX, AX")
	a.label("clear")
	a.op("VMOVUPS X%d, (DI)(AX*1)", per)
	a.op("ADDQ $16, AX")
	a.op("CMPQ AX, CX")
	a.op("JLT  clear")
	a.op("VZEROUPPER")
	a.op("RET")
}

// narrow writes whole numbers as bytes: those of one register with 512 bits, of
// four, at the last, with 256.
func (a *assembly) narrow(v vectors, first, part int) {
	switch {
	case v.lanes == 16:
		a.op("VPMOVUSDB Z%d, %d(DI)(AX*1)", first+part, 16*part)
	case part == unrolled-1:
		a.op("VPACKUSDW Y%d, Y%d, Y%d", first+1, first, first)
		a.op("VPACKUSDW Y%d, Y%d, Y%d", first+3, first+2, first+2)
		a.op("VPACKUSWB Y%d, Y%d, Y%d", first+2, first, first)
		a.op("VPERMD Y%d, Y9, Y%d", first, first)
		a.op("VMOVDQU Y%d, (DI)(AX*1)", first)
	}
}

func (a *assembly) gelu(v vectors) {
	a.function("gelu"+v.name, "(x []float32)", 24)
	a.slices("x", "x")
	const x, c, u, p, half, top, bottom, first = 0, 1, 2, 3, 4, 5, 6, 7
	for i := range 8 {
		a.constant(v, fmt.Sprint("p", i), first+i)
	}
	a.constant(v, "half", half)
	a.constant(v, "phiEnd", top)
	a.constant(v, "phiStart", bottom)
	a.loop(v, "loop", func(_, at int) {
		a.op("VMOVUPS %d(DI)(AX*4), %s", at, v.r(x))
		a.three(v, "VMINPS", x, top, c)
		a.three(v, "VMAXPS", c, bottom, c)
		a.three(v, "VMULPS", c, c, u)
		a.op("VMOVAPS %s, %s", v.r(first+7), v.r(p))
		for i := 6; i >= 0; i-- {
			a.three(v, "VFMADD213PS", first+i, u, p)
		}
		a.three(v, "VFMADD213PS", half, c, p)
		a.three(v, "VMULPS", p, x, x)
		a.op("VMOVUPS %s, %d(DI)(AX*4)", v.r(x), at)
	})
	a.op("VZEROUPPER")
	a.op("RET")
}

func (a *assembly) norm(v vectors) {
	a.function("norm"+v.name, "(x, add, gain, shift, y, yGain, yShift []float32)", 168)
	a.slices("x", "x", "add", "gain", "shift", "y", "yGain", "yShift")
	const x, sum, mean, per, count = 0, 4, 8, 9, 10 // four registers of x and sum
	clear := func() {
		for i := range unrolled {
			a.zero(sum + i)
		}
	}
	clear()
	a.loop(v, "sum", func(part, at int) {
		a.op("VMOVUPS %d(DI)(AX*4), %s", at, v.r(x+part))
		a.op("VADDPS %d(SI)(AX*4), %s, %s", at, v.r(x+part), v.r(x+part))
		a.op("VMOVUPS %s, %d(DI)(AX*4)", v.r(x+part), at)
		a.three(v, "VADDPS", x+part, sum+part, sum+part)
	})
	a.op("VCVTSI2SSQ CX, X%d, X%d", count, count)
	a.join(v, "VADDPS", sum)
	a.reduce(v, "VADDPS", sum, x)
	a.op("VDIVSS X%d, X%d, X%d", count, sum, mean)
	a.spread(v, mean)
	clear()
	a.loop(v, "squares", func(part, at int) {
		a.op("VMOVUPS %d(DI)(AX*4), %s", at, v.r(x+part))
		a.three(v, "VSUBPS", mean, x+part, x+part)
		a.three(v, "VFMADD231PS", x+part, x+part, sum+part)
	})
	a.join(v, "VADDPS", sum)
	a.reduce(v, "VADDPS", sum, x)
	a.op("VDIVSS X%d, X%d, X%d", count, sum, sum)
	a.op("VADDSS epsilon<>(SB), X%d, X%d", sum, sum)
	a.op("VSQRTSS X%d, X%d, X%d", sum, sum, sum)
	a.op("VMOVSS one<>(SB), X%d", per)
	a.op("VDIVSS X%d, X%d, X%d", sum, per, per)
	a.spread(v, per)
	a.loop(v, "scale", func(part, at int) {
		a.op("VMOVUPS %d(DI)(AX*4), %s", at, v.r(x+part))
		a.three(v, "VSUBPS", mean, x+part, x+part)
		a.three(v, "VMULPS", per, x+part, x+part)
		for _, to := range [][3]string{{"R8", "R9", "DI"}, {"R11", "R12", "R10"}} {
			a.op("VMOVUPS %d(%s)(AX*4), %s", at, to[0], v.r(sum+part))
			a.op("VFMADD213PS %d(%s)(AX*4), %s, %s", at, to[1], v.r(x+part), v.r(sum+part))
			a.op("VMOVUPS %s, %d(%s)(AX*4)", v.r(sum+part), at, to[2])
		}
	})
	a.op("VZEROUPPER")
	a.op("RET")
}
