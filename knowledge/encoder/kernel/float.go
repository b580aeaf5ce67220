package kernel

import "math"

func matmulPortable(c []float32, ldc int, a []float32, row, next int, b []float32, ldb int, rows, n, depth int) {
	for i := range rows {
		to := c[i*ldc:][:n]
		clear(to)
		for j := range depth {
			x := a[i*row+j*next]
			for l, y := range b[j*ldb:][:n] {
				to[l] += x * y
			}
		}
	}
}

func transposePortable(dst []float32, ldd int, src []float32, lds int, rows, columns int) {
	for i := range rows {
		for j, x := range src[i*lds:][:columns] {
			dst[j*ldd+i] = x
		}
	}
}

func dequantisePortable(dst []float32, sums []int32, scale, sum, bias []float32, step, low float32) {
	for i := range dst {
		dst[i] = float32(sums[i])*(step*scale[i]) + (low*sum[i] + bias[i])
	}
}

// whole, added to a number from 0 to 255, leaves the nearest whole number in the lowest bits.
const whole = 1 << 23

func quantisePortable(dst []uint8, x []float32, levels float32) (step, low float32) {
	low, high := x[0], x[0]
	for _, v := range x {
		low, high = min(low, v), max(high, v)
	}
	width := high - low
	if !(width > 0) { // one number throughout, or none
		clear(dst[:len(x)])
		return 0, low
	}
	per := levels / width
	for i, v := range x {
		dst[i] = uint8(math.Float32bits((v-low)*per + whole))
	}
	return width / levels, low
}

func geluPortable(x []float32) {
	for i, v := range x {
		c := min(max(v, phiStart), phiEnd)
		u := c * c
		p := ((((((p7*u+p6)*u+p5)*u+p4)*u+p3)*u+p2)*u+p1)*u + p0
		x[i] = v * (half + c*p)
	}
}

func normPortable(x, add, gain, shift, y, yGain, yShift []float32) {
	sum := float32(0)
	for i := range x {
		x[i] += add[i]
		sum += x[i]
	}
	mean := sum / float32(len(x))
	sum = 0
	for i := range x {
		x[i] -= mean
		sum += x[i] * x[i]
	}
	per := one / float32(math.Sqrt(float64(sum/float32(len(x))+epsilon)))
	for i := range x {
		v := x[i] * per
		x[i], y[i] = v*gain[i]+shift[i], v*yGain[i]+yShift[i]
	}
}

func softmaxPortable(x []float32, rows, columns int) {
	for j := range columns {
		most, sum := x[j], float32(0)
		for i := j; i < rows*columns; i += columns {
			most = max(most, x[i])
		}
		for i := j; i < rows*columns; i += columns {
			x[i] = exp2(max((x[i]-most)*log2e, least))
			sum += x[i]
		}
		per := one / sum
		for i := j; i < rows*columns; i += columns {
			x[i] *= per
		}
	}
}

// exp2 returns 2^t for t from least to 0.
func exp2(t float32) float32 {
	const round = 3 << 22 // added and taken off again, it leaves the nearest whole number
	n := t + round - round
	f := t - n
	p := one + f*(e1+f*(e2+f*(e3+f*(e4+f*e5))))
	return p * math.Float32frombits(uint32(int32(n)+127)<<23)
}
