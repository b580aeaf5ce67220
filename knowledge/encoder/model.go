package encoder

import "careeradvisor/knowledge/encoder/kernel"

// model is a BERT encoder as its file has it, and the judge beside it: matrices are
// not copied out of the file.
type model struct {
	network // the encoder's
	judge   *judge

	width int // of a token's vector
	heads int
	inner int // width of the wide linear layer

	vocabulary string
	rows       []int8    // of the pieces
	scales     []float32 // of the rows
	places     []float32 // of the positions, with the type of the encoder's tokens added
	checksum   string
}

// network is what tokens go through. Encoder and judge have one each, over the same
// rows and places.
type network struct {
	positions int       // how many tokens it reads
	types     []float32 // two rows: what a token of the question gets added, and one of the passage; the encoder has none
	embedding kernel.Affine
	layers    []layer
}

// layer is one of a network's.
type layer struct {
	attention linear // to queries, keys and values, side by side
	context   linear
	middle    kernel.Affine // of the LayerNorm between the halves
	inner     linear
	outer     linear
	end       kernel.Affine
}

// linear is x · weights + bias, with a scale an output.
type linear struct {
	in, out int
	input   kernel.Affine // where it follows a LayerNorm: what x is made with, evened out for few bits
	weights []int8        // as kernel.Panels lays them out
	scale   []float32
	sum     []float32 // scale × the sum of the output's weights
	bias    []float32
}
