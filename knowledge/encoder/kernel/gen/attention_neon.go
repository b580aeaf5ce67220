package main

import "fmt"

// softmaxNEON is softmax for arm64.
func softmaxNEON(a neon) {
	const most, sum, x, n, p, next, first, log, least, unit = 0, 4, 8, 12, 16, 20, 24, 29, 30, 31
	a.function("softmaxNEON", "(x []float32, rows, columns int)", 40)
	a.arguments(0, []string{"x_base"}, []string{"R1"})
	a.arguments(24, []string{"rows", "columns"}, []string{"R2", "R3"})
	a.op("LSL $2, R3, R4")
	for i := range 5 {
		a.named(fmt.Sprint("e", i+1), first+i)
	}
	a.named("log2e", log)
	a.named("least", least)
	a.named("one", unit)
	down := func(label string, body func()) {
		a.op("MOVD R1, R5")
		a.op("MOVD R2, R6")
		a.label(label)
		a.op("VLD1 (R5), %s", fours(x))
		body()
		a.op("ADD R4, R5, R5")
		a.count("R6", 1, label)
	}
	a.label("sixteen")
	a.op("VLD1 (R1), %s", fours(most))
	a.clear(sum, 4)
	down("most", func() { a.each("FMAX", most, four(most), four(x)) })
	down("powers", func() {
		a.each("FSUB", x, four(x), four(most))
		a.each("FMUL", x, four(x), one4(log))
		a.each("FMAX", x, four(x), one4(least))
		a.each("FRINTN", n, four(x))
		a.each("FSUB", x, four(x), four(n))
		for i := range 4 {
			a.copyOf(first+4, p+i)
		}
		for i := 3; i >= 0; i-- {
			a.horner(p, x, first+i, next)
		}
		a.horner(p, x, unit, next)
		a.each("FCVTNS", n, four(n))
		a.each("SHL23", n, four(n))
		a.each("ADD", p, four(p), four(n)) // to the exponent
		a.each("FADD", sum, four(sum), four(p))
		a.op("VST1 %s, (R5)", fours(p))
	})
	a.each("FDIV", sum, one4(unit), four(sum))
	down("shares", func() {
		a.each("FMUL", x, four(x), four(sum))
		a.op("VST1 %s, (R5)", fours(x))
	})
	a.op("ADD $64, R1, R1")
	a.count("R3", 16, "sixteen")
	a.op("RET")
}

// matmulNEON is matmul for arm64: four rows times 16 columns.
func matmulNEON(a neon) {
	const most = 4
	a.function("matmulNEON", floatTileDeclaration, 72)
	a.arguments(0, []string{"c", "ldc", "a", "row", "next", "b", "ldb", "rows", "depth"},
		[]string{"R8", "R9", "R4", "R1", "R10", "R2", "R11", "R3", "R12"})
	for _, stride := range []string{"R9", "R1", "R10", "R11"} {
		a.op("LSL $2, %s", stride)
	}
	for n := most; n > 1; n-- {
		a.op("CMP $%d, R3", n)
		a.op("BEQ rows%d", n)
	}
	for n := 1; n <= most; n++ {
		a.label("rows%d", n)
		for r := 1; r < n; r++ {
			a.op("ADD R1, R%d, R%d", 4+r-1, 4+r)
		}
		a.clear(0, 4*n)
		a.label("loop%d", n)
		a.op("VLD1 (R2), %s", fours(16))
		a.op("ADD R11, R2, R2")
		for r := range n {
			a.op("VLD1R (R%d), [V%d.S4]", 4+r, 20+r)
			a.op("ADD R10, R%d, R%d", 4+r, 4+r)
			a.each("FMLA", 4*r, four(16), one4(20+r))
		}
		a.count("R12", 1, fmt.Sprint("loop", n))
		for r := range n {
			a.op("VST1 %s, (R8)", fours(4*r))
			a.op("ADD R9, R8, R8")
		}
		a.op("RET")
	}
}

// transposeNEON is transpose for arm64, in squares of 4.
func transposeNEON(a neon) {
	a.function("transposeNEON", "(dst []float32, ldd int, src []float32, lds int, rows, columns int)", 80)
	a.arguments(0, []string{"dst_base"}, []string{"R0"})
	a.arguments(24, []string{"ldd", "src_base"}, []string{"R9", "R1"})
	a.arguments(56, []string{"lds", "rows", "columns"}, []string{"R10", "R2", "R3"})
	a.op("LSL $2, R9")
	a.op("LSL $2, R10")
	a.label("column")
	a.op("MOVD R1, R4")
	a.op("MOVD R0, R5")
	a.op("MOVD R2, R6")
	a.label("square")
	for i := range 4 {
		a.op("VLD1 (R4), [V%d.S4]", i)
		a.op("ADD R10, R4, R4")
	}
	for i := 0; i < 4; i += 2 {
		a.op("VZIP1 V%d.S4, V%d.S4, V%d.S4", 2+i/2, i/2, 4+i)
		a.op("VZIP2 V%d.S4, V%d.S4, V%d.S4", 2+i/2, i/2, 5+i)
	}
	for i := range 2 {
		a.op("VZIP1 V%d.S4, V%d.S4, V%d.S4", 6+i, 4+i, 8+2*i)
		a.op("VZIP2 V%d.S4, V%d.S4, V%d.S4", 6+i, 4+i, 9+2*i)
	}
	a.op("MOVD R5, R7")
	for i := range 4 {
		a.op("VST1 [V%d.S4], (R7)", 8+i)
		a.op("ADD R9, R7, R7")
	}
	a.op("ADD $16, R5, R5")
	a.count("R6", 4, "square")
	a.op("ADD $16, R1, R1")
	a.op("ADD R9<<2, R0, R0")
	a.count("R3", 4, "column")
	a.op("RET")
}
