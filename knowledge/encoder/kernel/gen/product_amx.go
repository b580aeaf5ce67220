package main

import "fmt"

// amx writes AMX, which multiplies tiles of 16 rows of 64 bytes, in eight registers T0
// to T7. Go's assembler does not know it.
type amx struct{ *assembly }

// tile writes an instruction without memory: a VEX prefix whose third byte is
// given, an opcode, and the registers' byte.
func (a amx) tile(third, opcode, registers int, text string) {
	a.op("BYTE $0xc4; BYTE $0xe2; BYTE $%#02x; BYTE $%#02x; BYTE $%#02x // %s", third, opcode, registers, text)
}

// memory writes a load (0x7b) or a store (0x7a) of a tile whose rows lie a stride apart, starting
// at base + offset.
func (a amx) memory(third, tile int, base, stride string, offset int) {
	number := map[string]int{"AX": 0, "CX": 1, "DX": 2, "BX": 3, "SI": 6, "DI": 7, "R9": 9, "R10": 10, "R11": 11, "R15": 15}
	b, s := number[base], number[stride]
	prefix := 0xe2 &^ (b >> 3 << 5) &^ (s >> 3 << 6)
	text := fmt.Sprintf("TILELOADD %d(%s)(%s*1), T%d", offset, base, stride, tile)
	if third == 0x7a {
		text = fmt.Sprintf("TILESTORED T%d, %d(%s)(%s*1)", tile, offset, base, stride)
	}
	a.op("BYTE $0xc4; BYTE $%#02x; BYTE $%#02x; BYTE $0x4b; BYTE $%#02x; BYTE $%#02x; BYTE $%#02x // %s",
		prefix, third, 0x44|tile<<3, s&7<<3|b&7, offset, text)
}

// dot adds to tile sum the products of unsigned x and signed w.
func (a amx) dot(sum, x, w int) {
	a.tile(0x01|(^w&0xf)<<3, 0x5e, 0xc0|sum<<3|x, fmt.Sprintf("TDPBUSD T%d, T%d, T%d", w, x, sum))
}

// productAMX multiplies the first depth inputs of each row, and adds the sums to c if add is set, or
// else stores them. For every two panels of columns it goes down the rows, 32 at a time: four tiles
// of sums, two of inputs, two of weights, which are already laid out as the instruction wants them.
// There are fewer than 16 rows or a multiple of 16; config is for tiles of min(rows, 16).
func productAMX() string {
	a := amx{begin()}
	a.function("productAMX", "(c *int32, a *uint8, w *int8, rows, in, out, depth int, add bool, config *[64]byte)", 72)
	for _, load := range []string{"c+0(FP), DI", "a+8(FP), AX", "w+16(FP), SI", "in+32(FP), BX", "out+40(FP), R9", "config+64(FP), DX"} {
		a.op("MOVQ %s", load)
	}
	a.tile(0x78, 0x49, 0x02, "LDTILECFG (DX)")
	a.op("MOVQ BX, R8")
	a.op("SHLQ $4, R8 // from panel to panel, and 16 rows of a")
	a.op("SHLQ $2, R9 // from row to row of c")
	a.op("MOVQ $64, R15")
	a.label("columns")
	a.op("XORQ R14, R14 // the row")
	a.op("LEAQ (SI)(R8*2), R12 // the next two panels, to be fetched ahead")
	a.label("rows")
	a.op("MOVQ rows+24(FP), R13")
	a.op("SUBQ R14, R13")
	a.op("CMPQ R13, $16")
	a.op("JGT  two")
	a.tiles(1)
	a.op("JMP  next")
	a.label("two")
	a.tiles(2)
	a.op("ADDQ $32, R14")
	a.op("CMPQ R14, rows+24(FP)")
	a.op("JLT  rows")
	a.label("next")
	a.op("LEAQ (SI)(R8*2), SI")
	a.op("ADDQ $128, DI")
	a.op("SUBQ $32, out+40(FP)")
	a.op("JNZ  columns")
	a.tile(0x78, 0x49, 0xc0, "TILERELEASE")
	a.op("RET")
	return a.String()
}

// tiles writes one or two tiles of rows times two panels.
func (a amx) tiles(n int) {
	rows := []string{"CX", "DX"}[:n]
	sums := func(op int) {
		a.op("MOVQ R14, CX")
		a.op("IMULQ R9, CX")
		a.op("ADDQ DI, CX")
		a.op("MOVQ R9, DX")
		a.op("SHLQ $4, DX")
		a.op("ADDQ CX, DX")
		for t := range n {
			for p := range 2 {
				a.memory(op, 2*t+p, rows[t], "R9", 64*p)
			}
		}
	}
	a.op("CMPB add+56(FP), $0")
	a.op("JEQ  zero%d", n)
	sums(0x7b)
	a.op("JMP  inputs%d", n)
	a.label("zero%d", n)
	for t := range 2 * n {
		a.tile(0x7b, 0x49, 0xc0|t<<3, fmt.Sprintf("TILEZERO T%d", t))
	}
	a.label("inputs%d", n)
	a.op("MOVQ R14, CX")
	a.op("IMULQ BX, CX")
	a.op("ADDQ AX, CX")
	a.op("LEAQ (CX)(R8*1), DX")
	a.op("MOVQ SI, R10")
	a.op("LEAQ (SI)(R8*1), R11")
	a.op("MOVQ depth+48(FP), R13")
	a.label("step%d", n)
	for p, panel := range []string{"R10", "R11"} {
		a.memory(0x7b, 6+p, panel, "R15", 0)
	}
	for t := range n {
		a.memory(0x7b, 4+t, rows[t], "BX", 0)
		for p := range 2 {
			a.dot(2*t+p, 4+t, 6+p)
		}
	}
	for line := range 4 {
		a.op("PREFETCHT0 %d(R12)", 64*line)
		a.op("PREFETCHT0 %d(R12)(R8*1)", 64*line)
	}
	a.op("ADDQ $256, R12")
	for _, pointer := range rows {
		a.op("ADDQ $64, %s", pointer)
	}
	a.op("ADDQ $1024, R10")
	a.op("ADDQ $1024, R11")
	a.op("SUBQ $64, R13")
	a.op("JNZ  step%d", n)
	sums(0x7a)
}
