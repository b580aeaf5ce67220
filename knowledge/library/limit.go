package library

import (
	"bytes"
	"io/fs"
	"math"
	"path"
	"runtime/debug"
	"strconv"
	"strings"
)

// defaultMemory is how much memory the process may use, in bytes, if neither GOMEMLIMIT nor a
// container says so.
const defaultMemory = 2 << 30

// HostMemory is how much memory the process may use: as much as GOMEMLIMIT says, but at most four
// fifths of what its control group allows, since that also counts memory outside Go. host is the
// host's file system.
func HostMemory(host fs.FS) Memory {
	m := Memory{Bytes: defaultMemory, From: "where GOMEMLIMIT is not set"}
	if set := debug.SetMemoryLimit(-1); set != math.MaxInt64 {
		m = Memory{Bytes: set, From: "GOMEMLIMIT"}
	}
	if most := controlGroup(host) / 5 * 4; most < m.Bytes {
		m = Memory{Bytes: most, From: "four fifths of what the container or service may use"}
	}
	return m
}

// controlGroup is the memory limit of the process's control group in bytes, the lowest of its own
// and those above it; math.MaxInt64 if there is no limit, or none is known. It reads version 2, in
// which groups have a single hierarchy.
func controlGroup(host fs.FS) int64 {
	least := int64(math.MaxInt64)
	text, err := fs.ReadFile(host, "proc/self/cgroup")
	_, group, ok := strings.Cut(strings.TrimSpace(string(text)), "0::/")
	if err != nil || !ok {
		return least
	}
	const root = "sys/fs/cgroup"
	for dir := path.Join(root, group); ; dir = path.Dir(dir) {
		if text, err := fs.ReadFile(host, path.Join(dir, "memory.max")); err == nil {
			if n, err := strconv.ParseInt(string(bytes.TrimSpace(text)), 10, 64); err == nil {
				least = min(least, n)
			}
		}
		if dir == root || !strings.HasPrefix(dir, root) {
			return least
		}
	}
}
