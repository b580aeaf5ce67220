package main

import "fmt"

// neon writes arm64's instructions for vectors.
type neon struct{ *assembly }

// Go's assembler does not know most of NEON's arithmetic; these are the encodings, with all
// registers 0. They work on four 32-bit lanes unless the name says otherwise.
var encodings = map[string]uint32{
	"FADD": 0x4e20d400, "FSUB": 0x4ea0d400, "FMUL": 0x6e20dc00, "FDIV": 0x6e20fc00,
	"FMAX": 0x4e20f400, "FMIN": 0x4ea0f400, "FMLA": 0x4e20cc00, "ADD": 0x4ea08400,
	"SMLAL": 0x0e608000, "SMLAL2": 0x4e608000, // four products of 16 bits, lower and upper
	"SCVTF": 0x4e21d800, "FCVTNS": 0x4e21a800, "FRINTN": 0x4e218800,
	"FMAXV": 0x6e30f800, "FMINV": 0x6eb0f800, "ADDV": 0x4eb1b800, "FADDP": 0x6e20d400,
	"SXTL": 0x0f08a400, "SXTL2": 0x4f08a400, // eight bytes to 16 bits, lower and upper
	"SHL23": 0x4f375400, // by 23 bits
}

// v writes an instruction on vector registers: to, and one operand or two.
func (a neon) v(op string, to int, from ...int) {
	code, ok := encodings[op]
	if !ok {
		panic(op)
	}
	text := fmt.Sprintf("%s V%d", op, to)
	for i, r := range from {
		code |= uint32(r) << (5 + 11*i)
		text += fmt.Sprintf(", V%d", r)
	}
	a.op("WORD $%#08x // %s", code|uint32(to), text)
}

// sdot writes SDOT: to each of four sums, four products of bytes, where the second
// operand is lane i of x.
func (a neon) sdot(to, w, x, i int) {
	code := 0x4f80e000 | uint32(i&1)<<21 | uint32(x)<<16 | uint32(i>>1)<<11 | uint32(w)<<5 | uint32(to)
	a.op("WORD $%#08x // SDOT V%d, V%d, V%d[%d]", code, to, w, x, i)
}

// fours is a list of four registers, for loads and stores.
func fours(first int) string {
	return fmt.Sprintf("[V%d.S4, V%d.S4, V%d.S4, V%d.S4]", first, first+1, first+2, first+3)
}

// load reads 16 numbers into four registers and moves the address forward.
func (a neon) load(address string, first int) {
	a.op("VLD1.P 64(%s), %s", address, fours(first))
}

func (a neon) save(address string, first int) {
	a.op("VST1.P %s, 64(%s)", fours(first), address)
}

func (a neon) clear(first, n int) {
	for i := first; i < first+n; i++ {
		a.op("VEOR V%d.B16, V%d.B16, V%d.B16", i, i, i)
	}
}

// copyOf copies a register.
func (a neon) copyOf(from, to int) {
	a.op("VORR V%d.B16, V%d.B16, V%d.B16", from, from, to)
}

// dup copies lane 0 of a register to all lanes.
func (a neon) dup(i int) { a.op("VDUP V%d.S[0], V%d.S4", i, i) }

// named loads a named constant into all lanes.
func (a neon) named(name string, to int) {
	a.op("MOVD $%s<>(SB), R0", name)
	a.op("VLD1R (R0), [V%d.S4]", to)
}

// arguments loads arguments of eight bytes each, starting at an offset.
func (a neon) arguments(at int, names []string, registers []string) {
	for i, name := range names {
		a.op("MOVD %s+%d(FP), %s", name, at+8*i, registers[i])
	}
}

// count ends a loop: it subtracts n from the register, and goes back to label while the result is above zero.
func (a neon) count(register string, n int, label string) {
	a.op("SUBS $%d, %s, %s", n, register, register)
	a.op("BGT  %s", label)
}

// each writes an instruction four times, for four registers starting at to.
func (a neon) each(op string, to int, from ...group) {
	for i := range 4 {
		var operands []int
		for _, g := range from {
			operands = append(operands, g.first+i*g.step)
		}
		a.v(op, to+i, operands...)
	}
}

// group is four registers in a row, or one taken four times.
type group struct{ first, step int }

func four(first int) group { return group{first, 1} }
func one4(i int) group     { return group{i, 0} }

// horner sets the four registers of p to constant + p × u, using the registers from next on.
func (a neon) horner(p, u, constant, next int) {
	for i := range 4 {
		a.copyOf(constant, next+i)
		a.v("FMLA", next+i, p+i, u+i)
		a.copyOf(next+i, p+i)
	}
}
