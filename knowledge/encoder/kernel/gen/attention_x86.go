package main

import "fmt"

// softmax writes the softmax of columns, 16 of them at a time: each lane has a column of its own,
// so nothing needs to be added up across lanes.
func softmax(v vectors) {
	v.function("softmax"+v.name, "(x []float32, rows, columns int)", 40)
	v.op("MOVQ x_base+0(FP), DI")
	v.op("MOVQ rows+24(FP), R10")
	v.op("MOVQ columns+32(FP), R9")
	v.op("MOVQ R9, CX // columns that are left")
	v.op("SHLQ $2, R9")
	for i := range 5 {
		v.constant(fmt.Sprint("e", i+1), e1+i)
	}
	v.constant("log2e", log)
	v.constant("least", least)
	v.constant("one", one)
	v.label("sixteen")
	parts := v.parts()
	for p := range parts {
		v.op("VMOVUPS %d(DI), %s", p*v.bytes(), v.r(most+p))
		v.zero(sum + p)
	}
	v.down("most", func() {
		for p := range parts {
			v.op("VMAXPS %d(SI), %s, %s", p*v.bytes(), v.r(most+p), v.r(most+p))
		}
	})
	v.down("powers", func() {
		for p := range parts {
			v.power(p)
		}
	})
	for p := range parts {
		v.three("VDIVPS", sum+p, one, sum+p)
	}
	v.down("shares", func() {
		for p := range parts {
			v.op("VMULPS %d(SI), %s, %s", p*v.bytes(), v.r(sum+p), v.r(t))
			v.op("VMOVUPS %s, %d(SI)", v.r(t), p*v.bytes())
		}
	})
	v.op("ADDQ $64, DI")
	v.op("SUBQ $16, CX")
	v.op("JNZ  sixteen")
	v.op("VZEROUPPER")
	v.op("RET")
}

// The registers of softmax.
const most, sum, t, n, p, e1, log, least, one = 0, 2, 4, 5, 6, 7, 12, 13, 14

// down writes a loop over the rows of 16 columns; SI is each row's address.
func (v vectors) down(label string, body func()) {
	v.op("MOVQ DI, SI")
	v.op("MOVQ R10, DX")
	v.label(label)
	body()
	v.op("ADDQ R9, SI")
	v.op("DECQ DX")
	v.op("JNZ  %s", label)
}

// power replaces one register's share of a row by e to the power of its distance from the greatest,
// and adds that up.
func (v vectors) power(part int) {
	at := part * v.bytes()
	v.op("VMOVUPS %d(SI), %s", at, v.r(t))
	v.three("VSUBPS", most+part, t, t)
	v.three("VMULPS", log, t, t)
	v.three("VMAXPS", least, t, t)
	v.round(t, n)
	v.three("VSUBPS", n, t, t)
	v.op("VMOVAPS %s, %s", v.r(e1+4), v.r(p))
	for i := 3; i >= 0; i-- {
		v.three("VFMADD213PS", e1+i, t, p)
	}
	v.three("VFMADD213PS", one, t, p)
	v.op("VCVTPS2DQ %s, %s", v.r(n), v.r(n))
	v.op("VPSLLD $23, %s, %s", v.r(n), v.r(n))
	v.three("VPADDD", n, p, p) // to the exponent
	v.op("VMOVUPS %s, %d(SI)", v.r(p), at)
	v.three("VADDPS", p, sum+part, sum+part)
}

// floatTileDeclaration declares a function for one tile of a product in float32; the numbers of a
// that one sum needs are next apart, and the rows of a are row apart.
const floatTileDeclaration = "(c *float32, ldc int, a *float32, row, next int, b *float32, ldb, rows, depth int)"

// matmul writes a tile of up to a number of rows times 16 columns.
func matmul(v vectors) {
	most := map[int]int{8: 6, 16: 12}[v.lanes]
	v.function("matmul"+v.name, floatTileDeclaration, 72)
	for _, load := range []string{"c+0(FP), DI", "ldc+8(FP), R9", "a+16(FP), AX", "row+24(FP), BX", "next+32(FP), R13", "b+40(FP), SI", "ldb+48(FP), R8", "rows+56(FP), R14", "depth+64(FP), R10"} {
		v.op("MOVQ %s", load)
	}
	for _, stride := range []string{"R9", "BX", "R13", "R8"} {
		v.op("SHLQ $2, %s", stride)
	}
	v.pick(most)
	for n := most; n > 0; n-- {
		matmulRows(v, n)
	}
}

func matmulRows(v vectors, n int) {
	parts := v.parts()
	sum := func(r, p int) string { return v.r(r*parts + p) }
	free := n * parts
	v.label("rows%d", n)
	inputs.set(v.assembly, n)
	for i := range free {
		v.zero32(i)
	}
	v.label("loop%d", n)
	for p := range parts {
		v.op("VMOVUPS %d(SI), %s", p*v.bytes(), v.r(free+p))
	}
	for r := range n {
		if parts == 1 {
			v.op("VFMADD231PS.BCST %s, %s, %s", inputs.address(r, 0), v.r(free), sum(r, 0))
			continue
		}
		v.op("VBROADCASTSS %s, %s", inputs.address(r, 0), v.r(free+parts))
		for p := range parts {
			v.op("VFMADD231PS %s, %s, %s", v.r(free+p), v.r(free+parts), sum(r, p))
		}
	}
	v.op("ADDQ R8, SI")
	for i := 0; i < n; i += 4 {
		v.op("ADDQ R13, %s", inputs.bases[i/4])
	}
	v.op("DECQ R10")
	v.op("JNZ  loop%d", n)
	outputs.set(v.assembly, n)
	for r := range n {
		for p := range parts {
			v.op("VMOVUPS %s, %s", sum(r, p), outputs.address(r, p*v.bytes()))
		}
	}
	v.op("VZEROUPPER")
	v.op("RET")
}
