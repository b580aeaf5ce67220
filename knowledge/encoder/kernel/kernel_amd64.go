package kernel

import "golang.org/x/sys/cpu"

func native() []*Kernel {
	x := cpu.X86
	var all []*Kernel
	if x.HasAVX512F && x.HasAVX512BW && x.HasAVX512DQ && x.HasAVX512VL && x.HasAVX512VNNI && x.HasFMA {
		vnni := avx512()
		if x.HasAMXTile && x.HasAMXInt8 && allowAMX() {
			all = append(all, amx(vnni))
		}
		all = append(all, vnni)
	}
	if !x.HasAVX2 || !x.HasFMA {
		return all
	}
	if x.HasAVXVNNI {
		all = append(all, avx2("AVX-VNNI", 255, tile{6, 16, 4, tileAVXVNNI}))
	}
	return append(all, avx2("AVX2", 127, tile{3, 16, 4, tileAVX2}))
}

// amx is AVX-512 with products by AMX, for the sizes that fill its tiles.
func amx(vnni *Kernel) *Kernel {
	k, configs := *vnni, tileConfigs()
	k.Name = "AMX"
	k.product = func(c []int32, a []uint8, w []int8, rows, in, out int) {
		if in%64 != 0 || out%32 != 0 {
			vnni.product(c, a, w, rows, in, out)
			return
		}
		for from := 0; from < in; from += amxDepth {
			depth, add := min(amxDepth, in-from), from > 0
			for r, m := 0, 0; r < rows; r += m {
				if m = (rows - r) / tileRows * tileRows; m == 0 {
					m = rows - r
				}
				productAMX(&c[r*out], &a[r*in+from], &w[from*block], m, in, out, depth, add, &configs[min(m, tileRows)])
			}
		}
	}
	return &k
}

// amxDepth is how many inputs are multiplied at a time: those of 96 rows, and two panels of weights,
// just fill a first-level cache of 48 KB.
const amxDepth = 384

const tileRows = 16

// tileConfigs are the configurations that LDTILECFG reads, for tiles of inputs and sums with no
// more rows than there are: palette 1; 64 bytes per row for each of eight tiles; and each tile's
// rows, which are 16 for the last two, the weights.
func tileConfigs() *[tileRows + 1][64]byte {
	var configs [tileRows + 1][64]byte
	for rows := range configs {
		c := &configs[rows]
		c[0] = 1
		for t := range 8 {
			c[16+2*t], c[48+t] = 64, byte(rows)
		}
		c[48+6], c[48+7] = tileRows, tileRows
	}
	return &configs
}

func avx512() *Kernel {
	return &Kernel{
		Name:       "AVX-512 VNNI",
		Levels:     255,
		product:    tiled(tile{8, 48, 16, tileVNNI48}, tile{8, 16, 16, tileVNNI16}),
		matmul:     floatTile{12, matmulAVX512}.matmul,
		transpose:  transposeAVX2,
		dequantise: dequantiseAVX512,
		quantise:   quantiseAVX512,
		gelu:       geluAVX512,
		norm:       normAVX512,
		softmax:    softmaxAVX512,
		dots:       dotsAVX2,
	}
}

func avx2(name string, levels float32, t tile) *Kernel {
	return &Kernel{
		Name:       name,
		Levels:     levels,
		product:    tiled(t),
		matmul:     floatTile{6, matmulAVX2}.matmul,
		transpose:  transposeAVX2,
		dequantise: dequantiseAVX2,
		quantise:   quantiseAVX2,
		gelu:       geluAVX2,
		norm:       normAVX2,
		softmax:    softmaxAVX2,
		dots:       dotsAVX2,
	}
}

//go:noescape
func productAMX(c *int32, a *uint8, w *int8, rows, in, out, depth int, add bool, config *[64]byte)

//go:noescape
func tileVNNI48(c *int32, a *uint8, w *int8, rows, in, out, ahead int)

//go:noescape
func tileVNNI16(c *int32, a *uint8, w *int8, rows, in, out, ahead int)

//go:noescape
func tileAVXVNNI(c *int32, a *uint8, w *int8, rows, in, out, ahead int)

//go:noescape
func tileAVX2(c *int32, a *uint8, w *int8, rows, in, out, ahead int)

//go:noescape
func matmulAVX512(c *float32, ldc int, a *float32, row, next int, b *float32, ldb, rows, depth int)

//go:noescape
func matmulAVX2(c *float32, ldc int, a *float32, row, next int, b *float32, ldb, rows, depth int)

//go:noescape
func transposeAVX2(dst []float32, ldd int, src []float32, lds int, rows, columns int)

//go:noescape
func dequantiseAVX512(dst []float32, sums []int32, scale, sum, bias []float32, step, low float32)

//go:noescape
func dequantiseAVX2(dst []float32, sums []int32, scale, sum, bias []float32, step, low float32)

//go:noescape
func quantiseAVX512(dst []uint8, x []float32, levels float32) (step, low float32)

//go:noescape
func quantiseAVX2(dst []uint8, x []float32, levels float32) (step, low float32)

//go:noescape
func geluAVX512(x []float32)

//go:noescape
func geluAVX2(x []float32)

//go:noescape
func normAVX512(x, add, gain, shift, y, yGain, yShift []float32)

//go:noescape
func normAVX2(x, add, gain, shift, y, yGain, yShift []float32)

//go:noescape
func softmaxAVX512(x []float32, rows, columns int)

//go:noescape
func softmaxAVX2(x []float32, rows, columns int)

//go:noescape
func dotsAVX2(dst []int32, query []int16, rows []int8)
