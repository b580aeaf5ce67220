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

// defaultMemory is what the process may use where neither GOMEMLIMIT nor a container
// says so, in bytes.
const defaultMemory = 2 << 30

// HostMemory is how much memory the process may use: as much as GOMEMLIMIT says, but at
// most four fifths of what its control group allows, since that counts memory outside
// Go too. The file system is that of the host.
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

// controlGroup is the memory of the process's control group, the least of its own and
// those above it, in bytes; math.MaxInt64 where there is no bound, or none is known. It
// reads version 2, whose groups have one hierarchy.
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
