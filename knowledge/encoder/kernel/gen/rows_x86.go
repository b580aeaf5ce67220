package main

import "fmt"

// floats writes the float32 steps for one width of registers.
func floats(name string, lanes int, letter string) string {
	v := vectors{begin(), name, lanes, letter}
	v.constants()
	dequantise(v)
	quantise(v)
	gelu(v)
	norm(v)
	softmax(v)
	matmul(v)
	if lanes == 8 {
		transpose(v.assembly)
	}
	return v.String()
}

func dequantise(v vectors) {
	v.function("dequantise"+v.name, "(dst []float32, sums []int32, scale, sum, bias []float32, step, low float32)", 128)
	v.slices("dst", "dst", "sums", "scale", "sum", "bias")
	v.op("VBROADCASTSS step+120(FP), %s", v.r(0))
	v.op("VBROADCASTSS low+124(FP), %s", v.r(1))
	v.loop("loop", func(_, at int) {
		v.op("VCVTDQ2PS %d(SI)(AX*4), %s", at, v.r(2))
		v.op("VMULPS %d(R8)(AX*4), %s, %s", at, v.r(0), v.r(3))
		v.op("VMOVUPS %d(R10)(AX*4), %s", at, v.r(4))
		v.op("VFMADD231PS %d(R9)(AX*4), %s, %s", at, v.r(1), v.r(4))
		v.three("VFMADD231PS", 2, 3, 4)
		v.op("VMOVUPS %s, %d(DI)(AX*4)", v.r(4), at)
	})
	v.op("VZEROUPPER")
	v.op("RET")
}

func quantise(v vectors) {
	v.function("quantise"+v.name, "(dst []uint8, x []float32, levels float32) (step, low float32)", 64)
	v.slices("x", "dst", "x")
	const low, high, per, x = 0, 4, 8, 12 // four registers each, save per
	for i := range unrolled {
		v.op("VBROADCASTSS (SI), %s", v.r(low+i))
		v.op("VMOVAPS %s, %s", v.r(low+i), v.r(high+i))
	}
	v.loop("bounds", func(part, at int) {
		v.op("VMOVUPS %d(SI)(AX*4), %s", at, v.r(x+part))
		v.three("VMINPS", x+part, low+part, low+part)
		v.three("VMAXPS", x+part, high+part, high+part)
	})
	v.join("VMINPS", low)
	v.join("VMAXPS", high)
	v.reduce("VMINPS", low, x)
	v.reduce("VMAXPS", high, x)
	v.op("VMOVSS X%d, low+60(FP)", low)
	v.op("VSUBSS X%d, X%d, X%d // the width", low, high, high)
	v.op("VMOVSS levels+48(FP), X%d", x)
	v.zero(per)
	v.op("VUCOMISS X%d, X%d", per, high)
	v.op("JLS  flat // no width, or no number")
	v.op("VDIVSS X%d, X%d, X%d", high, x, per)
	v.op("VDIVSS X%d, X%d, X%d", x, high, high)
	v.op("VMOVSS X%d, step+56(FP)", high)
	v.spread(low)
	v.spread(per)
	if v.lanes == 8 {
		v.op("VMOVDQU order<>(SB), Y9")
	}
	v.loop("numbers", func(part, at int) {
		v.op("VMOVUPS %d(SI)(AX*4), %s", at, v.r(x+part))
		v.three("VSUBPS", low, x+part, x+part)
		v.three("VMULPS", per, x+part, x+part)
		v.op("VCVTPS2DQ %s, %s", v.r(x+part), v.r(x+part))
		v.narrow(x, part)
	})
	v.op("VZEROUPPER")
	v.op("RET")
	v.label("flat")
	v.op("VMOVSS X%d, step+56(FP)", per)
	v.op("XORQ AX, AX")
	v.label("clear")
	v.op("VMOVUPS X%d, (DI)(AX*1)", per)
	v.op("ADDQ $16, AX")
	v.op("CMPQ AX, CX")
	v.op("JLT  clear")
	v.op("VZEROUPPER")
	v.op("RET")
}

// narrow writes whole numbers as bytes: with 512 bits those of one register; with 256 those of
// four, once the last is there.
func (v vectors) narrow(first, part int) {
	switch {
	case v.lanes == 16:
		v.op("VPMOVUSDB Z%d, %d(DI)(AX*1)", first+part, 16*part)
	case part == unrolled-1:
		v.op("VPACKUSDW Y%d, Y%d, Y%d", first+1, first, first)
		v.op("VPACKUSDW Y%d, Y%d, Y%d", first+3, first+2, first+2)
		v.op("VPACKUSWB Y%d, Y%d, Y%d", first+2, first, first)
		v.op("VPERMD Y%d, Y9, Y%d", first, first)
		v.op("VMOVDQU Y%d, (DI)(AX*1)", first)
	}
}

func gelu(v vectors) {
	v.function("gelu"+v.name, "(x []float32)", 24)
	v.slices("x", "x")
	const x, c, u, p, half, top, bottom, first = 0, 1, 2, 3, 4, 5, 6, 7
	for i := range 8 {
		v.constant(fmt.Sprint("p", i), first+i)
	}
	v.constant("half", half)
	v.constant("phiEnd", top)
	v.constant("phiStart", bottom)
	v.loop("loop", func(_, at int) {
		v.op("VMOVUPS %d(DI)(AX*4), %s", at, v.r(x))
		v.three("VMINPS", x, top, c)
		v.three("VMAXPS", c, bottom, c)
		v.three("VMULPS", c, c, u)
		v.op("VMOVAPS %s, %s", v.r(first+7), v.r(p))
		for i := 6; i >= 0; i-- {
			v.three("VFMADD213PS", first+i, u, p)
		}
		v.three("VFMADD213PS", half, c, p)
		v.three("VMULPS", p, x, x)
		v.op("VMOVUPS %s, %d(DI)(AX*4)", v.r(x), at)
	})
	v.op("VZEROUPPER")
	v.op("RET")
}

func norm(v vectors) {
	v.function("norm"+v.name, "(x, add, gain, shift, y, yGain, yShift []float32)", 168)
	v.slices("x", "x", "add", "gain", "shift", "y", "yGain", "yShift")
	const x, sum, mean, per, count = 0, 4, 8, 9, 10 // four registers of x and sum
	clear := func() {
		for i := range unrolled {
			v.zero(sum + i)
		}
	}
	clear()
	v.loop("sum", func(part, at int) {
		v.op("VMOVUPS %d(DI)(AX*4), %s", at, v.r(x+part))
		v.op("VADDPS %d(SI)(AX*4), %s, %s", at, v.r(x+part), v.r(x+part))
		v.op("VMOVUPS %s, %d(DI)(AX*4)", v.r(x+part), at)
		v.three("VADDPS", x+part, sum+part, sum+part)
	})
	v.op("VCVTSI2SSQ CX, X%d, X%d", count, count)
	v.join("VADDPS", sum)
	v.reduce("VADDPS", sum, x)
	v.op("VDIVSS X%d, X%d, X%d", count, sum, mean)
	v.spread(mean)
	clear()
	v.loop("squares", func(part, at int) {
		v.op("VMOVUPS %d(DI)(AX*4), %s", at, v.r(x+part))
		v.three("VSUBPS", mean, x+part, x+part)
		v.three("VFMADD231PS", x+part, x+part, sum+part)
	})
	v.join("VADDPS", sum)
	v.reduce("VADDPS", sum, x)
	v.op("VDIVSS X%d, X%d, X%d", count, sum, sum)
	v.op("VADDSS epsilon<>(SB), X%d, X%d", sum, sum)
	v.op("VSQRTSS X%d, X%d, X%d", sum, sum, sum)
	v.op("VMOVSS one<>(SB), X%d", per)
	v.op("VDIVSS X%d, X%d, X%d", sum, per, per)
	v.spread(per)
	v.loop("scale", func(part, at int) {
		v.op("VMOVUPS %d(DI)(AX*4), %s", at, v.r(x+part))
		v.three("VSUBPS", mean, x+part, x+part)
		v.three("VMULPS", per, x+part, x+part)
		for _, to := range [][3]string{{"R8", "R9", "DI"}, {"R11", "R12", "R10"}} {
			v.op("VMOVUPS %d(%s)(AX*4), %s", at, to[0], v.r(sum+part))
			v.op("VFMADD213PS %d(%s)(AX*4), %s, %s", at, to[1], v.r(x+part), v.r(sum+part))
			v.op("VMOVUPS %s, %d(%s)(AX*4)", v.r(sum+part), at, to[2])
		}
	})
	v.op("VZEROUPPER")
	v.op("RET")
}
