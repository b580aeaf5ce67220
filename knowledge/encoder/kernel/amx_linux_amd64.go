package kernel

import "golang.org/x/sys/unix"

// allowAMX asks the system for AMX, as each process has to, since signals then save
// 8 KB more: Go's stacks for them have 32. Where it says no, or does not know what
// is asked, there is none.
func allowAMX() bool {
	const request, tiles = 0x1023, 18 // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
	_, _, failed := unix.RawSyscall(unix.SYS_ARCH_PRCTL, request, tiles, 0)
	return failed == 0
}
