//go:build !unix

package storetest

import "os/exec"

// humble returns how to run a command; PostgreSQL itself drops its rights here.
func humble(dir string, _ ...string) (func(*exec.Cmd), error) {
	return func(c *exec.Cmd) { inC(c, dir) }, nil
}
