package encoder

import (
	"os"
	"os/exec"
	"runtime"
	"testing"

	"careeradvisor/knowledge/race"
)

// TestARM64 runs the kernels' tests, and compares the golden vectors, on an emulated processor of
// that kind.
func TestARM64(t *testing.T) {
	if runtime.GOARCH == "arm64" {
		t.Skip("SKIPPED: this is an arm64, and all tests are its own.")
	}
	if race.Enabled {
		t.Skip("SKIPPED: arm64 is emulated without the race detector.")
	}
	emulator, err := exec.LookPath("qemu-aarch64")
	if err != nil {
		t.Skip("SKIPPED: the kernels for arm64, since there is no qemu-aarch64 (Debian's qemu-user).")
	}
	for _, args := range [][]string{{"./kernel"}, {"-run", "Tiny", "."}} {
		test := exec.CommandContext(t.Context(), "go", append([]string{"test", "-exec", emulator}, args...)...)
		test.Env = append(os.Environ(), "GOARCH=arm64", "GOOS=linux", "CGO_ENABLED=0", "GOFLAGS=")
		if out, err := test.CombinedOutput(); err != nil {
			t.Errorf("%v: %v\n%s", test.Args, err, out)
		}
	}
}
