package kernel

// Minimax polynomials, shared by all kernels; gen writes them into the assembly.
const (
	// 2^f = 1 + f·(e1 + f·(e2 + …)) for f in ±0.5, within 7e-8.
	e1 = 0.6931465864181519
	e2 = 0.24022164940834045
	e3 = 0.055510517209768295
	e4 = 0.009674983099102974
	e5 = 0.0013201974797993898

	// The share of a normal distribution below x is 0.5 + x·(p0 + x²·(p1 + …)) for x in
	// ±phiEnd. Times x that is within 5e-5; beyond, within x × 5e-5.
	p0     = 0.3986733555793762
	p1     = -0.06588775664567947
	p2     = 0.009505350142717361
	p3     = -0.001006478676572442
	p4     = 7.485351670766249e-05
	p5     = -3.6570229440258117e-06
	p6     = 1.041919404087821e-07
	p7     = -1.3012322330752113e-09
	phiEnd = 4

	log2e   = 1.4426950408889634
	least   = -126  // the least exponent of 2 that softmax knows
	epsilon = 1e-12 // LayerNorm's, in the variance
)
