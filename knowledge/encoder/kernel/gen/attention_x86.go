package main

import "fmt"

// softmax writes that of columns, 16 of them at a time: each lane has a column of
// its own, so that nothing needs to be added up across lanes.
func (a *assembly) softmax(v vectors) {
	a.function("softmax"+v.name, "(x []float32, rows, columns int)", 40)
	a.op("MOVQ x_base+0(FP), DI")
	a.op("MOVQ rows+24(FP), R10")
	a.op("MOVQ columns+32(FP), R9")
	a.op("MOVQ R9, CX // columns that are left")
	a.op("SHLQ $2, R9")
	for i := range 5 {
		a.constant(v, fmt.Sprint("e", i+1), e1+i)
	}
	a.constant(v, "log2e", log)
	a.constant(v, "least", least)
	a.constant(v, "one", one)
	a.label("sixteen")
	parts := v.parts()
	for p := range parts {
		a.op("VMOVUPS %d(DI), %s", p*v.bytes(), v.r(most+p))
		a.zero(sum + p)
	}
	a.down("most", func() {
		for p := range parts {
			a.op("VMAXPS %d(SI), %s, %s", p*v.bytes(), v.r(most+p), v.r(most+p))
		}
	})
	a.down("powers", func() {
		for p := range parts {
			a.power(v, p)
		}
	})
	for p := range parts {
		a.three(v, "VDIVPS", sum+p, one, sum+p)
	}
	a.down("shares", func() {
		for p := range parts {
			a.op("VMULPS %d(SI), %s, %s", p*v.bytes(), v.r(sum+p), v.r(t))
			a.op("VMOVUPS %s, %d(SI)", v.r(t), p*v.bytes())
		}
	})
	a.op("ADDQ $64, DI")
	a.op("SUBQ $16, CX")
	a.op("JNZ  sixteen")
	a.op("VZEROUPPER")
	a.op("RET")
}

// The registers of softmax.
const most, sum, t, n, p, e1, log, least, one = 0, 2, 4, 5, 6, 7, 12, 13, 14

// down writes a loop over the rows of 16 columns; SI is each row's address.
func (a *assembly) down(label string, body func()) {
	a.op("MOVQ DI, SI")
	a.op("MOVQ R10, DX")
	a.label(label)
	body()
	a.op("ADDQ R9, SI")
	a.op("DECQ DX")
	a.op("JNZ  %s", label)
}

// power replaces one register's share of a row by e to the power of what it is
// above the greatest, and adds that up.
func (a *assembly) power(v vectors, part int) {
	at := part * v.bytes()
	a.op("VMOVUPS %d(SI), %s", at, v.r(t))
	a.three(v, "VSUBPS", most+part, t, t)
	a.three(v, "VMULPS", log, t, t)
	a.three(v, "VMAXPS", least, t, t)
	a.round(v, t, n)
	a.three(v, "VSUBPS", n, t, t)
	a.op("VMOVAPS %s, %s", v.r(e1+4), v.r(p))
	for i := 3; i >= 0; i-- {
		a.three(v, "VFMADD213PS", e1+i, t, p)
	}
	a.three(v, "VFMADD213PS", one, t, p)
	a.op("VCVTPS2DQ %s, %s", v.r(n), v.r(n))
	a.op("VPSLLD $23, %s, %s", v.r(n), v.r(n))
	a.three(v, "VPADDD", n, p, p) // to the exponent
	a.op("VMOVUPS %s, %d(SI)", v.r(p), at)
	a.three(v, "VADDPS", p, sum+part, sum+part)
}

// floatTileDeclaration is that of a tile of a product in float32; the numbers of a
// that one sum needs lie next apart, those of the next row row apart.
const floatTileDeclaration = "(c *float32, ldc int, a *float32, row, next int, b *float32, ldb, rows, depth int)"

// matmul writes a tile of up to so many rows times 16 columns.
func (a *assembly) matmul(v vectors) {
	most := map[int]int{8: 6, 16: 12}[v.lanes]
	a.function("matmul"+v.name, floatTileDeclaration, 72)
	for _, load := range []string{"c+0(FP), DI", "ldc+8(FP), R9", "a+16(FP), AX", "row+24(FP), BX", "next+32(FP), R13", "b+40(FP), SI", "ldb+48(FP), R8", "rows+56(FP), R14", "depth+64(FP), R10"} {
		a.op("MOVQ %s", load)
	}
	for _, stride := range []string{"R9", "BX", "R13", "R8"} {
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
	for i := 0; i < n; i += 4 {
		a.op("ADDQ R13, %s", inputs.bases[i/4])
	}
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
