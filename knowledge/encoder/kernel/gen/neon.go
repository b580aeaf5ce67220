package main

import "fmt"

// Go's assembler does not know most of NEON's arithmetic; these are the encodings,
// with registers 0. All work on four 32-bit lanes unless the name says otherwise.
var neon = map[string]uint32{
	"FADD": 0x4e20d400, "FSUB": 0x4ea0d400, "FMUL": 0x6e20dc00, "FDIV": 0x6e20fc00,
	"FMAX": 0x4e20f400, "FMIN": 0x4ea0f400, "FMLA": 0x4e20cc00, "ADD": 0x4ea08400,
	"SMLAL": 0x0e608000, "SMLAL2": 0x4e608000, // four products of 16 bits, lower and upper
	"SCVTF": 0x4e21d800, "FCVTNS": 0x4e21a800, "FRINTN": 0x4e218800,
	"FMAXV": 0x6e30f800, "FMINV": 0x6eb0f800, "ADDV": 0x4eb1b800, "FADDP": 0x6e20d400,
	"SXTL": 0x0f08a400, "SXTL2": 0x4f08a400, // eight bytes to 16 bits, lower and upper
	"SHL23": 0x4f375400, // by 23 bits
}

// v writes an instruction of vector registers: to, one operand, or two.
func (a *assembly) v(op string, to int, from ...int) {
	code, ok := neon[op]
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
func (a *assembly) sdot(to, w, x, i int) {
	code := 0x4f80e000 | uint32(i&1)<<21 | uint32(x)<<16 | uint32(i>>1)<<11 | uint32(w)<<5 | uint32(to)
	a.op("WORD $%#08x // SDOT V%d, V%d, V%d[%d]", code, to, w, x, i)
}

// fours is a list of four registers, for loads and stores.
func fours(first int) string {
	return fmt.Sprintf("[V%d.S4, V%d.S4, V%d.S4, V%d.S4]", first, first+1, first+2, first+3)
}

// load reads 16 numbers to four registers and moves the address on.
func (a *assembly) load(address string, first int) {
	a.op("VLD1.P 64(%s), %s", address, fours(first))
}

func (a *assembly) save(address string, first int) {
	a.op("VST1.P %s, 64(%s)", fours(first), address)
}

func (a *assembly) clear(first, n int) {
	for i := first; i < first+n; i++ {
		a.op("VEOR V%d.B16, V%d.B16, V%d.B16", i, i, i)
	}
}

// copyOf copies a register.
func (a *assembly) copyOf(from, to int) {
	a.op("VORR V%d.B16, V%d.B16, V%d.B16", from, from, to)
}

// dup copies lane 0 of a register to all lanes.
func (a *assembly) dup(i int) { a.op("VDUP V%d.S[0], V%d.S4", i, i) }

// named loads a named constant into all lanes.
func (a *assembly) named(name string, to int) {
	a.op("MOVD $%s<>(SB), R0", name)
	a.op("VLD1R (R0), [V%d.S4]", to)
}

// arguments loads arguments, eight bytes each, from an offset on.
func (a *assembly) arguments(at int, names []string, registers []string) {
	for i, name := range names {
		a.op("MOVD %s+%d(FP), %s", name, at+8*i, registers[i])
	}
}

// count ends a loop: register less n, back to label while that is above zero.
func (a *assembly) count(register string, n int, label string) {
	a.op("SUBS $%d, %s, %s", n, register, register)
	a.op("BGT  %s", label)
}
