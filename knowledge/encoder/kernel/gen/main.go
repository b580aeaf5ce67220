// Command gen writes the assembly of package kernel (a file for each kind of product, and one with
// the float32 steps for each width of vector registers) and the constants that it shares with Go.
// go generate in the package runs it; a test compares what it writes with what is there.
//
// It must not know anything but instructions.
package main

import (
	"fmt"
	"os"
)

func main() {
	for name, text := range files() {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// files are the generated files by name.
func files() map[string]string {
	return map[string]string{
		"constants.go":            constantsGo(),
		"product_amx_amd64.s":     productAMX(),
		"product_vnni_amd64.s":    productVNNI(),
		"product_avxvnni_amd64.s": productAVXVNNI(),
		"product_avx2_amd64.s":    productAVX2(),
		"product_sdot_arm64.s":    productSDOT(),
		"float_avx512_amd64.s":    floats("AVX512", 16, "Z"),
		"float_avx2_amd64.s":      floats("AVX2", 8, "Y"),
		"float_neon_arm64.s":      floatsNEON(),
		"dots_amd64.s":            dots(),
		"dots_arm64.s":            dotsNEON(),
	}
}
