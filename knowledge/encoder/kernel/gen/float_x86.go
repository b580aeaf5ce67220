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
	registers := []string{"DI", "SI", "R8", "R9", "R10"}
	for i, name := range names {
		a.op("MOVQ %s_base+%d(FP), %s", name, 24*i, registers[i])
		if name == length {
			a.op("MOVQ %s_len+%d(FP), CX", name, 24*i+8)
		}
	}
}

// sixteens writes a loop over CX numbers, 16 a turn; body gets the offset in bytes
// of each register's share from AX × 4.
func (a *assembly) sixteens(v vectors, label string, body func(part, offset int)) {
	a.op("XORQ AX, AX")
	a.label(label)
	for p := range v.parts() {
		body(p, p*v.bytes())
	}
	a.op("ADDQ $16, AX")
	a.op("CMPQ AX, CX")
	a.op("JLT  %s", label)
}

func floats(v vectors) string {
	a := begin("")
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
	a.sixteens(v, "loop", func(_, at int) {
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
	a.op("VBROADCASTSS (SI), %s", v.r(0))
	a.op("VMOVAPS %s, %s", v.r(0), v.r(1))
	a.sixteens(v, "bounds", func(_, at int) {
		a.op("VMOVUPS %d(SI)(AX*4), %s", at, v.r(2))
		a.three(v, "VMINPS", 2, 0, 0)
		a.three(v, "VMAXPS", 2, 1, 1)
	})
	a.reduce(v, "VMINPS", 0, 3)
	a.reduce(v, "VMAXPS", 1, 3)
	a.op("VSUBSS X0, X1, X1") // the width
	a.op("VMOVSS X0, low+60(FP)")
	a.op("VMOVSS levels+48(FP), X2")
	a.zero(3)
	a.op("VUCOMISS X3, X1")
	a.op("JLS  flat") // no width, or no number
	a.op("VDIVSS X1, X2, X3")
	a.op("VDIVSS X2, X1, X1")
	a.op("VMOVSS X1, step+56(FP)")
	a.spread(v, 0)
	a.spread(v, 3)
	a.sixteens(v, "numbers", func(part, at int) {
		a.op("VMOVUPS %d(SI)(AX*4), %s", at, v.r(4+part))
		a.three(v, "VSUBPS", 0, 4+part, 4+part)
		a.three(v, "VMULPS", 3, 4+part, 4+part)
		a.op("VCVTPS2DQ %s, %s", v.r(4+part), v.r(4+part))
		if part == v.parts()-1 {
			a.narrow(v)
		}
	})
	a.op("VZEROUPPER")
	a.op("RET")
	a.label("flat")
	a.op("VMOVSS X3, step+56(FP)")
	a.op("VXORPS X4, X4, X4")
	a.op("XORQ AX, AX")
	a.label("clear")
	a.op("VMOVUPS X4, (DI)(AX*1)")
	a.op("ADDQ $16, AX")
	a.op("CMPQ AX, CX")
	a.op("JLT  clear")
	a.op("VZEROUPPER")
	a.op("RET")
}

// narrow writes 16 whole numbers from register 4 on as bytes.
func (a *assembly) narrow(v vectors) {
	if v.lanes == 16 {
		a.op("VPMOVUSDB Z4, (DI)(AX*1)")
		return
	}
	a.op("VPACKUSDW Y5, Y4, Y4")
	a.op("VPERMQ $0xd8, Y4, Y4")
	a.op("VEXTRACTI128 $1, Y4, X5")
	a.op("VPACKUSWB X5, X4, X4")
	a.op("VMOVDQU X4, (DI)(AX*1)")
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
	a.sixteens(v, "loop", func(_, at int) {
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
	a.function("norm"+v.name, "(x, add, gain, shift []float32)", 96)
	a.slices("x", "x", "add", "gain", "shift")
	a.zero(0)
	a.sixteens(v, "sum", func(_, at int) {
		a.op("VMOVUPS %d(DI)(AX*4), %s", at, v.r(1))
		a.op("VADDPS %d(SI)(AX*4), %s, %s", at, v.r(1), v.r(1))
		a.op("VMOVUPS %s, %d(DI)(AX*4)", v.r(1), at)
		a.three(v, "VADDPS", 1, 0, 0)
	})
	a.op("VCVTSI2SSQ CX, X4, X4") // how many
	a.reduce(v, "VADDPS", 0, 1)
	a.op("VDIVSS X4, X0, X0")
	a.spread(v, 0)
	a.zero(2)
	a.sixteens(v, "squares", func(_, at int) {
		a.op("VMOVUPS %d(DI)(AX*4), %s", at, v.r(1))
		a.three(v, "VSUBPS", 0, 1, 1)
		a.three(v, "VFMADD231PS", 1, 1, 2)
	})
	a.reduce(v, "VADDPS", 2, 1)
	a.op("VDIVSS X4, X2, X2")
	a.op("VADDSS epsilon<>(SB), X2, X2")
	a.op("VSQRTSS X2, X2, X2")
	a.op("VMOVSS one<>(SB), X3")
	a.op("VDIVSS X2, X3, X3")
	a.spread(v, 3)
	a.sixteens(v, "scale", func(_, at int) {
		a.op("VMOVUPS %d(DI)(AX*4), %s", at, v.r(1))
		a.three(v, "VSUBPS", 0, 1, 1)
		a.three(v, "VMULPS", 3, 1, 1)
		a.op("VMOVUPS %d(R8)(AX*4), %s", at, v.r(2))
		a.op("VFMADD213PS %d(R9)(AX*4), %s, %s", at, v.r(2), v.r(1))
		a.op("VMOVUPS %s, %d(DI)(AX*4)", v.r(1), at)
	})
	a.op("VZEROUPPER")
	a.op("RET")
}

func (a *assembly) softmax(v vectors) {
	a.function("softmax"+v.name, "(x []float32, n int)", 32)
	a.slices("x", "x")
	a.hide()
	a.op("VBROADCASTSS (DI), %s", v.r(0))
	a.sixteens(v, "most", func(_, at int) {
		a.op("VMAXPS %d(DI)(AX*4), %s, %s", at, v.r(0), v.r(0))
	})
	a.reduce(v, "VMAXPS", 0, 1)
	a.spread(v, 0)
	const sum, t, n, p, first, log, least, one = 1, 2, 3, 4, 5, 10, 11, 12
	a.zero(sum)
	for i := range 5 {
		a.constant(v, fmt.Sprint("e", i+1), first+i)
	}
	a.constant(v, "log2e", log)
	a.constant(v, "least", least)
	a.constant(v, "one", one)
	a.sixteens(v, "powers", func(_, at int) {
		a.op("VMOVUPS %d(DI)(AX*4), %s", at, v.r(t))
		a.three(v, "VSUBPS", 0, t, t)
		a.three(v, "VMULPS", log, t, t)
		a.three(v, "VMAXPS", least, t, t)
		a.round(v, t, n)
		a.three(v, "VSUBPS", n, t, t)
		a.op("VMOVAPS %s, %s", v.r(first+4), v.r(p))
		for i := 3; i >= 0; i-- {
			a.three(v, "VFMADD213PS", first+i, t, p)
		}
		a.three(v, "VFMADD213PS", one, t, p)
		a.op("VCVTPS2DQ %s, %s", v.r(n), v.r(n))
		a.op("VPSLLD $23, %s, %s", v.r(n), v.r(n))
		a.three(v, "VPADDD", n, p, p) // the exponent of p
		a.op("VMOVUPS %s, %d(DI)(AX*4)", v.r(p), at)
		a.three(v, "VADDPS", p, sum, sum)
	})
	a.reduce(v, "VADDPS", sum, t)
	a.op("VDIVSS X%d, X%d, X%d", sum, one, sum)
	a.spread(v, sum)
	a.sixteens(v, "share", func(_, at int) {
		a.op("VMULPS %d(DI)(AX*4), %s, %s", at, v.r(sum), v.r(t))
		a.op("VMOVUPS %s, %d(DI)(AX*4)", v.r(t), at)
	})
	a.op("VZEROUPPER")
	a.op("RET")
}

// hide makes nothing of the scores beyond the n-th, which are in the last 16.
func (a *assembly) hide() {
	a.op("MOVQ n+24(FP), AX")
	a.op("MOVQ CX, BX")
	a.op("SUBQ AX, BX")
	a.op("JZ   whole")
	a.op("LEAQ mask<>(SB), DX")
	a.op("LEAQ -64(DI)(CX*4), SI")
	a.op("VBROADCASTSS nothing<>(SB), Y2")
	for at := 0; at < 64; at += 32 {
		a.op("VMOVUPS %d(DX)(BX*4), Y0", at)
		a.op("VANDPS %d(SI), Y0, Y1", at)
		a.op("VANDNPS Y2, Y0, Y0")
		a.op("VORPS Y1, Y0, Y0")
		a.op("VMOVUPS Y0, %d(SI)", at)
	}
	a.label("whole")
}

// matmul writes a tile of up to so many rows times 16 columns.
func (a *assembly) matmul(v vectors) {
	most := map[int]int{8: 6, 16: 12}[v.lanes]
	a.function("matmul"+v.name, "(c *float32, ldc int, a *float32, lda int, b *float32, ldb, rows, depth int)", 64)
	for _, load := range []string{"c+0(FP), DI", "ldc+8(FP), R9", "a+16(FP), AX", "lda+24(FP), BX", "b+32(FP), SI", "ldb+40(FP), R8", "rows+48(FP), R14", "depth+56(FP), R10"} {
		a.op("MOVQ %s", load)
	}
	for _, stride := range []string{"R9", "BX", "R8"} {
		a.op("SHLQ $2, %s", stride)
	}
	a.pick("R14", "rows", most)
	for n := most; n > 0; n-- {
		a.matmulRows(v, n)
	}
}

func (a *assembly) matmulRows(v vectors, n int) {
	parts := v.parts()
	sum := func(r, p int) string { return v.r(r*parts + p) }
	free := n * parts
	a.label("rows%d", n)
	inputs.set(a, n)
	for i := range free {
		a.zero32(v, i)
	}
	a.label("loop%d", n)
	for p := range parts {
		a.op("VMOVUPS %d(SI), %s", p*v.bytes(), v.r(free+p))
	}
	for r := range n {
		if parts == 1 {
			a.op("VFMADD231PS.BCST %s, %s, %s", inputs.address(r, 0), v.r(free), sum(r, 0))
			continue
		}
		a.op("VBROADCASTSS %s, %s", inputs.address(r, 0), v.r(free+parts))
		for p := range parts {
			a.op("VFMADD231PS %s, %s, %s", v.r(free+p), v.r(free+parts), sum(r, p))
		}
	}
	a.op("ADDQ R8, SI")
	inputs.advance(a, n, 4)
	a.op("DECQ R10")
	a.op("JNZ  loop%d", n)
	outputs.set(a, n)
	for r := range n {
		for p := range parts {
			a.op("VMOVUPS %s, %s", sum(r, p), outputs.address(r, p*v.bytes()))
		}
	}
	a.op("VZEROUPPER")
	a.op("RET")
}

// zero32 clears any register.
func (a *assembly) zero32(v vectors, i int) {
	op := map[int]string{8: "VXORPS", 16: "VPXORD"}[v.lanes]
	a.three(v, op, i, i, i)
}
