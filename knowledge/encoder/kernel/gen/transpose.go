package main

// transpose writes squares of 8 × 8 numbers, transposed. It goes down the rows in the inner loop
// and across the columns in the outer one.
func transpose(a *assembly) {
	a.function("transposeAVX2", "(dst []float32, ldd int, src []float32, lds int, rows, columns int)", 80)
	for _, load := range []string{"dst_base+0(FP), DI", "ldd+24(FP), R9", "src_base+32(FP), AX", "lds+56(FP), BX", "rows+64(FP), R10", "columns+72(FP), R14"} {
		a.op("MOVQ %s", load)
	}
	a.op("SHLQ $2, R9")
	a.op("SHLQ $2, BX")
	a.op("LEAQ (R9)(R9*2), R15")
	a.op("LEAQ (BX)(BX*2), CX")
	a.label("column")
	a.op("MOVQ AX, SI")
	a.op("MOVQ DI, R8")
	a.op("MOVQ R10, R13")
	a.label("square")
	from := rows{[]string{"SI", "DX"}, "BX", "CX"}
	to := rows{[]string{"R8", "R12"}, "R9", "R15"}
	a.op("LEAQ (SI)(BX*4), DX")
	a.op("LEAQ (R8)(R9*4), R12")
	turn(a, from, to)
	a.op("LEAQ (SI)(BX*8), SI")
	a.op("ADDQ $32, R8")
	a.op("SUBQ $8, R13")
	a.op("JNZ  square")
	a.op("ADDQ $32, AX")
	a.op("LEAQ (DI)(R9*8), DI")
	a.op("SUBQ $8, R14")
	a.op("JNZ  column")
	a.op("VZEROUPPER")
	a.op("RET")
}

// turn transposes one square: pairs, then fours, then halves.
func turn(a *assembly, from, to rows) {
	for i := range 8 {
		a.op("VMOVUPS %s, Y%d", from.address(i, 0), i)
	}
	for i := 0; i < 8; i += 2 {
		a.op("VUNPCKLPS Y%d, Y%d, Y%d", i+1, i, 8+i)
		a.op("VUNPCKHPS Y%d, Y%d, Y%d", i+1, i, 9+i)
	}
	for i := 0; i < 8; i += 4 {
		for j := range 2 {
			a.op("VSHUFPS $0x44, Y%d, Y%d, Y%d", 10+i+j, 8+i+j, i+2*j)
			a.op("VSHUFPS $0xee, Y%d, Y%d, Y%d", 10+i+j, 8+i+j, i+2*j+1)
		}
	}
	for i := range 4 {
		a.op("VPERM2F128 $0x20, Y%d, Y%d, Y8", i+4, i)
		a.op("VPERM2F128 $0x31, Y%d, Y%d, Y9", i+4, i)
		a.op("VMOVUPS Y8, %s", to.address(i, 0))
		a.op("VMOVUPS Y9, %s", to.address(i+4, 0))
	}
}
