package main

import "fmt"

// A tile is up to some number of rows times a few panels of 16 columns. All tile functions have the
// same declaration; in is a multiple of 16, out is the distance between rows of c, and what to
// fetch in the meantime lies ahead bytes after w.
const tileDeclaration = "(c *int32, a *uint8, w *int8, rows, in, out, ahead int)"

// tiles writes tile functions for amd64.
type tiles struct{ *assembly }

// tile begins a tile function: AX has the first row of a, BX its stride, DI c, R9
// the stride of c in bytes, SI the first panel, R8 the distance between panels in
// bytes, R10 the count of steps of 16 inputs, R14 the rows, and R15 what to fetch.
func (a tiles) tile(name string) {
	a.function(name, tileDeclaration, 56)
	for _, load := range []string{"c+0(FP), DI", "a+8(FP), AX", "w+16(FP), SI", "rows+24(FP), R14", "in+32(FP), BX", "out+40(FP), R9", "ahead+48(FP), R15"} {
		a.op("MOVQ %s", load)
	}
	a.op("ADDQ SI, R15")
	a.op("MOVQ BX, R8")
	a.op("SHLQ $4, R8")
	a.op("MOVQ BX, R10")
	a.op("SHRQ $4, R10")
	a.op("SHLQ $2, R9")
}

// step ends a step of 16 inputs in a tile of n rows, fetching a number of lines, and goes on to the
// next.
func (a tiles) step(n, lines int) {
	for i := range lines {
		a.op("PREFETCHT1 %d(R15)", 64*i)
	}
	a.op("ADDQ $%d, R15", 64*lines)
	a.op("ADDQ $256, SI")
	inputs.advance(a.assembly, n, 16)
	a.op("DECQ R10")
	a.op("JNZ  loop%d", n)
}

var (
	inputs  = rows{[]string{"AX", "DX", "R11"}, "BX", "CX"}
	outputs = rows{[]string{"DI", "R12", "R13"}, "R9", "R15"}
)

// store writes the sums, n rows of count registers, and returns.
func (a tiles) store(n, count, width int, register func(row, i int) string) {
	outputs.set(a.assembly, n)
	for r := range n {
		for i := range count {
			a.op("VMOVDQU%s %s, %s", map[int]string{32: "", 64: "32"}[width], register(r, i), outputs.address(r, i*width))
		}
	}
	a.op("VZEROUPPER")
	a.op("RET")
}

// productVNNI: VPDPBUSD adds four products to each of 16 sums. Eight rows times three panels take
// 24 registers; a narrow tile does the remaining columns.
func productVNNI() string {
	a := tiles{begin()}
	for _, panels := range []int{3, 1} {
		const most = 8
		a.tile(fmt.Sprintf("tileVNNI%d", 16*panels))
		a.pick(most)
		for n := most; n > 0; n-- {
			vnni(a, n, panels)
		}
	}
	return a.String()
}

func vnni(a tiles, n, panels int) {
	sum := func(r, p int) string { return fmt.Sprintf("Z%d", r*panels+p) }
	weights := func(p int) string { return fmt.Sprintf("Z%d", 24+p) }
	panel := rows{[]string{"SI"}, "R8", ""}
	a.label("rows%d", n)
	inputs.set(a.assembly, n)
	for r := range n {
		for p := range panels {
			a.op("VPXORD %s, %s, %s", sum(r, p), sum(r, p), sum(r, p))
		}
	}
	a.label("loop%d", n)
	for step := range 4 {
		for p := range panels {
			a.op("VMOVDQU32 %s, %s", panel.address(p, 64*step), weights(p))
		}
		for r := range n {
			input := fmt.Sprintf("Z%d", 27+r%5)
			a.op("VPBROADCASTD %s, %s", inputs.address(r, 4*step), input)
			for p := range panels {
				a.op("VPDPBUSD %s, %s, %s", weights(p), input, sum(r, p))
			}
		}
	}
	a.step(n, 4)
	a.store(n, panels, 64, sum)
}

// productAVXVNNI is the same for processors that have the instruction for 256
// bits only, in an encoding that Go's assembler does not know.
func productAVXVNNI() string {
	const most = 6
	a := tiles{begin()}
	a.tile("tileAVXVNNI")
	a.pick(most)
	for n := most; n > 0; n-- {
		avxvnni(a, n)
	}
	return a.String()
}

func avxvnni(a tiles, n int) {
	sum := func(r, half int) string { return fmt.Sprintf("Y%d", 2*r+half) }
	a.label("rows%d", n)
	inputs.set(a.assembly, n)
	for r := range 2 * n {
		a.op("VPXOR Y%d, Y%d, Y%d", r, r, r)
	}
	a.label("loop%d", n)
	for step := range 4 {
		a.op("VMOVDQU %d(SI), Y12", 64*step)
		a.op("VMOVDQU %d(SI), Y13", 64*step+32)
		for r := range n {
			input := 14 + r%2
			a.op("VPBROADCASTD %s, Y%d", inputs.address(r, 4*step), input)
			a.dot(12, input, 2*r)
			a.dot(13, input, 2*r+1)
		}
	}
	a.step(n, 1)
	a.store(n, 2, 32, sum)
}

// dot writes {vex} VPDPBUSD Yw, Yx, Ysum: VEX.256.66.0F38.W0 50 /r.
func (a tiles) dot(w, x, sum int) {
	rex := 0xe2 // the fourth bits of sum and w follow, inverted
	if sum >= 8 {
		rex &^= 0x80
	}
	if w >= 8 {
		rex &^= 0x20
	}
	a.op("BYTE $0xc4; BYTE $%#02x; BYTE $%#02x; BYTE $0x50; BYTE $%#02x // VPDPBUSD Y%d, Y%d, Y%d",
		rex, 0x05|(^x&0xf)<<3, 0xc0|sum%8<<3|w%8, w, x, sum)
}

// productAVX2: VPMADDUBSW adds two products in each of 16 words. The exporter has made sure that
// four results for activations of 7 bits fit into a word, so VPMADDWD, with ones, and VPADDD need
// to take them to 32 bits only after that.
func productAVX2() string {
	const most = 3
	a := tiles{begin()}
	a.line("\nDATA ones<>+0(SB)/4, $0x00010001")
	a.line("GLOBL ones<>(SB), RODATA|NOPTR, $4")
	a.tile("tileAVX2")
	a.pick(most)
	for n := most; n > 0; n-- {
		avx2(a, n)
	}
	return a.String()
}

func avx2(a tiles, n int) {
	sum := func(r, half int) string { return fmt.Sprintf("Y%d", 2*r+half) }
	word := func(r, half int) string { return fmt.Sprintf("Y%d", 6+2*r+half) }
	a.label("rows%d", n)
	inputs.set(a.assembly, n)
	for r := range 2 * n {
		a.op("VPXOR Y%d, Y%d, Y%d", r, r, r)
	}
	a.label("loop%d", n)
	for step := range 4 {
		a.op("VMOVDQU %d(SI), Y12", 64*step)
		a.op("VMOVDQU %d(SI), Y13", 64*step+32)
		for r := range n {
			a.op("VPBROADCASTD %s, Y14", inputs.address(r, 4*step))
			for half := range 2 {
				if step == 0 {
					a.op("VPMADDUBSW Y%d, Y14, %s", 12+half, word(r, half))
					continue
				}
				a.op("VPMADDUBSW Y%d, Y14, Y15", 12+half)
				a.op("VPADDW Y15, %s, %s", word(r, half), word(r, half))
			}
		}
	}
	a.op("VPBROADCASTD ones<>(SB), Y15")
	for r := range n {
		for half := range 2 {
			a.op("VPMADDWD Y15, %s, %s", word(r, half), word(r, half))
			a.op("VPADDD %s, %s, %s", word(r, half), sum(r, half), sum(r, half))
		}
	}
	a.step(n, 1)
	a.store(n, 2, 32, sum)
}
