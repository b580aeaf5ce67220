package main

import "fmt"

// productSDOT: four rows times one panel of 16 columns take 16 registers. Inputs
// of 7 bits fit the instruction's signed bytes.
func productSDOT() string {
	const most = 4
	a := neon{begin()}
	a.function("tileSDOT", tileDeclaration, 56)
	a.arguments(0, []string{"c", "a", "w", "rows", "in", "out"}, []string{"R8", "R4", "R2", "R3", "R1", "R9"})
	a.op("LSL $2, R9")
	for n := most; n > 1; n-- {
		a.op("CMP $%d, R3", n)
		a.op("BEQ rows%d", n)
	}
	for n := 1; n <= most; n++ {
		sdotRows(a, n)
	}
	return a.String()
}

func sdotRows(a neon, n int) {
	a.label("rows%d", n)
	for r := 1; r < n; r++ {
		a.op("ADD R1, R%d, R%d", 4+r-1, 4+r)
	}
	a.clear(0, 4*n)
	a.label("loop%d", n)
	for r := range n {
		a.op("VLD1.P 16(R%d), [V%d.B16]", 4+r, 24+r)
	}
	for step := range 4 {
		w := 16 + step%2*4
		a.op("VLD1.P 64(R2), [V%d.B16, V%d.B16, V%d.B16, V%d.B16]", w, w+1, w+2, w+3)
		for r := range n {
			for i := range 4 {
				a.sdot(4*r+i, w+i, 24+r, step)
			}
		}
	}
	a.count("R1", 16, fmt.Sprint("loop", n))
	for r := range n {
		a.op("VST1 %s, (R8)", fours(4*r))
		a.op("ADD R9, R8, R8")
	}
	a.op("RET")
}

// dotsNEON is dots for arm64.
func dotsNEON() string {
	a := neon{begin()}
	a.function("dotsNEON", "(dst []int32, query []int16, rows []int8)", 72)
	a.arguments(0, []string{"dst_base", "dst_len"}, []string{"R0", "R1"})
	a.arguments(24, []string{"query_base", "query_len"}, []string{"R2", "R3"})
	a.arguments(48, []string{"rows_base"}, []string{"R4"})
	a.op("CBZ R1, done")
	a.label("row")
	a.op("MOVD R2, R5")
	a.op("MOVD R3, R6")
	a.clear(16, 4)
	a.label("loop")
	a.op("VLD1.P 16(R4), [V0.B16]")
	a.op("VLD1.P 32(R5), [V3.H8, V4.H8]")
	a.v("SXTL", 1, 0)
	a.v("SXTL2", 2, 0)
	for i, op := range []string{"SMLAL", "SMLAL2", "SMLAL", "SMLAL2"} {
		a.v(op, 16+i, 1+i/2, 3+i/2)
	}
	a.count("R6", 16, "loop")
	for i := range 3 {
		a.v("ADD", 16, 16, 17+i)
	}
	a.v("ADDV", 16, 16)
	a.op("FMOVS F16, (R0)")
	a.op("ADD $4, R0, R0")
	a.count("R1", 1, "row")
	a.label("done")
	a.op("RET")
	return a.String()
}
