package kernel

// panels arranges in × out weights as [out/16][in/4][16][4], the one order that all kernels read: a
// panel is 16 outputs, and a step in it is four of their inputs.
func panels(w []int8, in, out int) []int8 {
	must(in%block == 0 && out%block == 0 && len(w) >= in*out)
	p := make([]int8, in*out)
	for k := range in {
		for n := range out {
			p[panelIndex(k, n, in)] = w[k*out+n]
		}
	}
	return p
}

func panelIndex(k, n, in int) int {
	return n/block*block*in + k/quad*block*quad + n%block*quad + k%quad
}
