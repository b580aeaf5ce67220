//go:build unix

package storetest

import (
	"errors"
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"syscall"
)

// humble gives files to the user that PostgreSQL is to run as, which must not be root, and returns
// how to run a command as that user.
func humble(dir string, files ...string) (func(*exec.Cmd), error) {
	if os.Geteuid() != 0 {
		return func(c *exec.Cmd) { inC(c, dir) }, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		u, err = user.Lookup("nobody")
	}
	if err != nil {
		return nil, err
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	gid, err2 := strconv.ParseUint(u.Gid, 10, 32)
	if err := errors.Join(err, err2); err != nil {
		return nil, err
	}
	for _, f := range append(files, dir) {
		if err := os.Chown(f, int(uid), int(gid)); err != nil {
			return nil, err
		}
	}
	return func(c *exec.Cmd) {
		inC(c, dir)
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
	}, nil
}
