package main

import (
	"fmt"
	"math"
)

// constants writes what the float32 steps need; see package kernel's coefficients.
func (a *assembly) constants() {
	a.line("")
	for i, p := range []float32{0.3986733555793762, -0.06588775664567947, 0.009505350142717361, -0.001006478676572442, 7.485351670766249e-05, -3.6570229440258117e-06, 1.041919404087821e-07, -1.3012322330752113e-09} {
		a.number(fmt.Sprint("p", i), p)
	}
	for i, e := range []float32{0.6931465864181519, 0.24022164940834045, 0.055510517209768295, 0.009674983099102974, 0.0013201974797993898} {
		a.number(fmt.Sprint("e", i+1), e)
	}
	a.number("phiEnd", 4)
	a.number("phiStart", -4)
	a.number("half", 0.5)
	a.number("one", 1)
	a.number("log2e", math.Log2E)
	a.number("least", -126)
	a.number("epsilon", 1e-12)
	for i, lane := range []int{0, 4, 1, 5, 2, 6, 3, 7} { // undoes the order of VPACKUSDW and VPACKUSWB
		a.line("DATA order<>+%d(SB)/4, $%d", 4*i, lane)
	}
	a.line("GLOBL order<>(SB), RODATA|NOPTR, $32")
}

func (a *assembly) number(name string, x float32) {
	a.line("DATA %s<>+0(SB)/4, $%#08x // %v", name, math.Float32bits(x), x)
	a.line("GLOBL %s<>(SB), RODATA|NOPTR, $4", name)
}
