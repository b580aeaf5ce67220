//go:build !linux

package kernel

// allowAMX reports that there is no AMX: only Linux is known to allow it so simply.
func allowAMX() bool { return false }
