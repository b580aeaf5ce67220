package encoder

import "careeradvisor/knowledge/encoder/kernel"

// model is a BERT encoder as its file stores it: matrices are not copied out of the file.
type model struct {
	layers    []layer
	width     int // of a token's vector
	heads     int
	inner     int // width of the wide linear layer
	positions int // how many tokens a text may have

	vocabulary string
	rows       []int8    // of the pieces
	scales     []float32 // of the rows
	places     []float32 // of the positions, with the type of the tokens added
	embedding  kernel.Affine
	checksum   string

	head head // of a judge
}

// layer is one layer of the encoder.
type layer struct {
	attention linear // to queries, keys and values, side by side
	context   linear
	middle    kernel.Affine // of the LayerNorm between the halves
	inner     linear
	outer     linear
	end       kernel.Affine
}

// linear is x · weights + bias, with a scale for each output.
type linear struct {
	in, out int
	input   kernel.Affine // if it follows a LayerNorm: what x is made with, evened out for few bits
	weights []int8        // in panels, as [kernel.Kernel.Product] takes them
	scale   []float32
	sum     []float32 // scale × the sum of the output's weights
	bias    []float32
}
