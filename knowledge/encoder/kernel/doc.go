// Package kernel is the arithmetic of a quantised transformer: products of int8 matrices, and the
// float32 steps between them. Each [Kernel] is one way to do it on some kind of processor; [Best]
// returns the fastest that this processor can run, and [All] every one that it can run.
//
// It promises that the integer products of all kernels are equal to the last bit, and that each
// float32 step depends on its own rows only, so that a result is the same whatever else is in the
// batch. Between kernels float32 results differ by rounding. Every exported method checks the
// lengths it is given before assembly sees them. The assembly (kernel_*.s) is written by gen, so
// make changes there.
//
// It must not know models, texts or files.
package kernel

//go:generate go run ./gen
