//go:build !linux

package kernel

// allowAMX reports that there is no AMX: no other system is known to allow it as simply as Linux.
func allowAMX() bool { return false }
