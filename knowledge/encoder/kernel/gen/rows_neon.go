package main

import "fmt"

// floatsNEON writes the float32 steps for arm64, 16 numbers at a time in four registers.
func floatsNEON() string {
	a := neon{begin()}
	a.constants()
	dequantiseNEON(a)
	quantiseNEON(a)
	geluNEON(a)
	normNEON(a)
	softmaxNEON(a)
	matmulNEON(a)
	transposeNEON(a)
	return a.String()
}

func dequantiseNEON(a neon) {
	a.function("dequantiseNEON", "(dst []float32, sums []int32, scale, sum, bias []float32, step, low float32)", 128)
	a.arguments(0, []string{"dst_base", "dst_len"}, []string{"R0", "R1"})
	for i, name := range []string{"sums", "scale", "sum", "bias"} {
		a.op("MOVD %s_base+%d(FP), R%d", name, 24+24*i, 2+i)
	}
	a.op("FMOVS step+120(FP), F30")
	a.op("FMOVS low+124(FP), F31")
	a.dup(30)
	a.dup(31)
	a.label("loop")
	for i := range 4 {
		a.load(fmt.Sprint("R", 2+i), 4*i)
	}
	a.each("SCVTF", 0, four(0))
	a.each("FMUL", 4, four(4), one4(30))
	a.each("FMLA", 12, four(8), one4(31))
	a.each("FMLA", 12, four(0), four(4))
	a.save("R0", 12)
	a.count("R1", 16, "loop")
	a.op("RET")
}

func quantiseNEON(a neon) {
	a.function("quantiseNEON", "(dst []uint8, x []float32, levels float32) (step, low float32)", 64)
	a.arguments(0, []string{"dst_base"}, []string{"R0"})
	a.arguments(24, []string{"x_base", "x_len"}, []string{"R2", "R1"})
	a.op("MOVD R2, R3")
	a.op("MOVD R1, R4")
	for i := range 8 {
		a.op("VLD1R (R2), [V%d.S4]", 16+i)
	}
	a.label("bounds")
	a.load("R3", 0)
	a.each("FMIN", 16, four(16), four(0))
	a.each("FMAX", 20, four(20), four(0))
	a.count("R4", 16, "bounds")
	for i := 1; i < 4; i++ {
		a.v("FMIN", 16, 16, 16+i)
		a.v("FMAX", 20, 20, 20+i)
	}
	a.v("FMINV", 16, 16)
	a.v("FMAXV", 20, 20)
	a.op("FMOVS F16, low+60(FP)")
	a.op("FSUBS F16, F20, F20 // the width")
	a.clear(17, 1)
	a.op("FCMPS F17, F20")
	a.op("BGT  width")
	a.op("FMOVS F17, step+56(FP) // no width, or no number")
	a.label("clear")
	a.op("VST1.P [V17.B16], 16(R0)")
	a.count("R1", 16, "clear")
	a.op("RET")
	a.label("width")
	a.op("FMOVS levels+48(FP), F18")
	a.op("FDIVS F20, F18, F19")
	a.op("FDIVS F18, F20, F20")
	a.op("FMOVS F20, step+56(FP)")
	a.dup(16)
	a.dup(19)
	a.label("numbers")
	a.load("R2", 0)
	a.each("FSUB", 0, four(0), one4(16))
	a.each("FMUL", 0, four(0), one4(19))
	a.each("FCVTNS", 0, four(0))
	a.op("VUZP1 V1.H8, V0.H8, V0.H8")
	a.op("VUZP1 V3.H8, V2.H8, V2.H8")
	a.op("VUZP1 V2.B16, V0.B16, V0.B16")
	a.op("VST1.P [V0.B16], 16(R0)")
	a.count("R1", 16, "numbers")
	a.op("RET")
}

func geluNEON(a neon) {
	a.function("geluNEON", "(x []float32)", 24)
	a.arguments(0, []string{"x_base", "x_len"}, []string{"R2", "R1"})
	const x, c, u, p, next, first, half, top, bottom = 0, 4, 8, 12, 28, 16, 24, 25, 26
	for i := range 8 {
		a.named(fmt.Sprint("p", i), first+i)
	}
	a.named("half", half)
	a.named("phiEnd", top)
	a.named("phiStart", bottom)
	a.op("MOVD R2, R3")
	a.label("loop")
	a.load("R2", x)
	a.each("FMIN", c, four(x), one4(top))
	a.each("FMAX", c, four(c), one4(bottom))
	a.each("FMUL", u, four(c), four(c))
	for i := range 4 {
		a.copyOf(first+7, p+i)
	}
	for i := 6; i >= 0; i-- {
		a.horner(p, u, first+i, next)
	}
	a.horner(p, c, half, next)
	a.each("FMUL", x, four(x), four(p))
	a.save("R3", x)
	a.count("R1", 16, "loop")
	a.op("RET")
}

func normNEON(a neon) {
	a.function("normNEON", "(x, add, gain, shift, y, yGain, yShift []float32)", 168)
	a.arguments(0, []string{"x_base", "x_len"}, []string{"R2", "R1"})
	for i, name := range []string{"add", "gain", "shift", "y", "yGain", "yShift"} {
		a.op("MOVD %s_base+%d(FP), R%d", name, 24+24*i, []int{3, 4, 5, 9, 10, 11}[i])
	}
	const x, y, sum, mean, per, count = 0, 4, 8, 16, 17, 18
	again := func() {
		a.op("MOVD R2, R6")
		a.op("MOVD R2, R7")
		a.op("MOVD R1, R8")
	}
	total := func() {
		for i := 1; i < 4; i++ {
			a.v("FADD", sum, sum, sum+i)
		}
		a.v("FADDP", sum, sum, sum)
		a.v("FADDP", sum, sum, sum)
		a.op("FDIVS F%d, F%d, F%d", count, sum, sum)
	}
	a.op("SCVTFS R1, F%d", count)
	again()
	a.clear(sum, 4)
	a.label("sum")
	a.load("R6", x)
	a.load("R3", y)
	a.each("FADD", x, four(x), four(y))
	a.each("FADD", sum, four(sum), four(x))
	a.save("R7", x)
	a.count("R8", 16, "sum")
	total()
	a.op("VDUP V%d.S[0], V%d.S4", sum, mean)
	again()
	a.clear(sum, 4)
	a.label("squares")
	a.load("R6", x)
	a.each("FSUB", x, four(x), one4(mean))
	a.each("FMLA", sum, four(x), four(x))
	a.count("R8", 16, "squares")
	total()
	a.op("FMOVS epsilon<>(SB), F%d", y)
	a.op("FADDS F%d, F%d, F%d", y, sum, sum)
	a.op("FSQRTS F%d, F%d", sum, sum)
	a.op("FMOVS one<>(SB), F%d", per)
	a.op("FDIVS F%d, F%d, F%d", sum, per, per)
	a.dup(per)
	again()
	a.label("scale")
	a.load("R6", x)
	a.each("FSUB", x, four(x), one4(mean))
	a.each("FMUL", x, four(x), one4(per))
	for _, to := range [][3]string{{"R4", "R5", "R7"}, {"R10", "R11", "R9"}} {
		a.load(to[0], y)
		a.load(to[1], sum)
		a.each("FMLA", sum, four(x), four(y))
		a.save(to[2], sum)
	}
	a.count("R8", 16, "scale")
	a.op("RET")
}
