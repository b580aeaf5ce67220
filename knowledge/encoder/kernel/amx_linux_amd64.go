package kernel

import "golang.org/x/sys/unix"

// allowAMX asks the system for AMX. Every process has to ask, because signals then save 8 KB more;
// Go's signal stacks have 32 KB. If the system refuses or does not know the call, there is no AMX.
func allowAMX() bool {
	const request, tiles = 0x1023, 18 // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
	_, _, failed := unix.RawSyscall(unix.SYS_ARCH_PRCTL, request, tiles, 0)
	return failed == 0
}
