package kernel

import "golang.org/x/sys/cpu"

// native is NEON, which every arm64 has; its products need the dot product
// instruction, which nearly all of them have.
func native() []*Kernel {
	neon := &Kernel{
		Name:       "NEON",
		Levels:     127,
		product:    new(packer).product,
		matmul:     floatTile{4, matmulNEON}.matmul,
		transpose:  transposeNEON,
		dequantise: dequantiseNEON,
		quantise:   quantiseNEON,
		gelu:       geluNEON,
		norm:       normNEON,
		softmax:    softmaxNEON,
		dots:       dotsNEON,
	}
	if !cpu.ARM64.HasASIMDDP {
		return []*Kernel{neon}
	}
	dot := *neon
	dot.Name, dot.product = "NEON dot product", tiled(tile{4, 16, 0, tileSDOT})
	return []*Kernel{&dot, neon}
}

//go:noescape
func tileSDOT(c *int32, a *uint8, w *int8, rows, in, out, ahead int)

//go:noescape
func matmulNEON(c *float32, ldc int, a *float32, row, next int, b *float32, ldb, rows, depth int)

//go:noescape
func transposeNEON(dst []float32, ldd int, src []float32, lds int, rows, columns int)

//go:noescape
func dequantiseNEON(dst []float32, sums []int32, scale, sum, bias []float32, step, low float32)

//go:noescape
func quantiseNEON(dst []uint8, x []float32, levels float32) (step, low float32)

//go:noescape
func geluNEON(x []float32)

//go:noescape
func normNEON(x, add, gain, shift, y, yGain, yShift []float32)

//go:noescape
func softmaxNEON(x []float32, rows, columns int)

//go:noescape
func dotsNEON(dst []int32, query []int16, rows []int8)
