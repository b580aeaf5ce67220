package main

// dots writes products of int8 rows with an int16 query. Most of the time goes on reading the rows,
// so 256 bits are enough.
func dots() string {
	a := begin()
	a.function("dotsAVX2", "(dst []int32, query []int16, rows []int8)", 72)
	for _, load := range []string{"dst_base+0(FP), DI", "dst_len+8(FP), CX", "query_base+24(FP), BX", "query_len+32(FP), DX", "rows_base+48(FP), SI"} {
		a.op("MOVQ %s", load)
	}
	a.op("TESTQ CX, CX")
	a.op("JZ   done")
	a.label("row")
	a.op("VPXOR Y0, Y0, Y0")
	a.op("XORQ AX, AX")
	a.label("loop")
	a.op("VPMOVSXBW (SI)(AX*1), Y1")
	a.op("VPMADDWD (BX)(AX*2), Y1, Y1")
	a.op("VPADDD Y1, Y0, Y0")
	a.op("ADDQ $16, AX")
	a.op("CMPQ AX, DX")
	a.op("JLT  loop")
	a.op("VEXTRACTI128 $1, Y0, X1")
	a.op("VPADDD X1, X0, X0")
	a.op("VPSHUFD $0x4e, X0, X1")
	a.op("VPADDD X1, X0, X0")
	a.op("VPSHUFD $0xb1, X0, X1")
	a.op("VPADDD X1, X0, X0")
	a.op("VMOVD X0, (DI)")
	a.op("ADDQ $4, DI")
	a.op("ADDQ DX, SI")
	a.op("DECQ CX")
	a.op("JNZ  row")
	a.op("VZEROUPPER")
	a.label("done")
	a.op("RET")
	return a.String()
}
