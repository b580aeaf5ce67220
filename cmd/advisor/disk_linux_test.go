package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// disk is a small disk of its own; a user who may not mount one skips the test and says so.
func disk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("SKIPPED: no right to mount a small disk: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// fill fills up a disk.
func fill(t *testing.T, dir string) (free func()) {
	t.Helper()
	name := filepath.Join(dir, "full")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for err == nil {
		_, err = f.Write(bytes.Repeat([]byte{1}, 4096))
	}
	return func() { _ = os.Remove(name) }
}

// TestFaultDisk: a sentence says that a disk is full or cannot be written to. If the disk fills up
// later, answers continue, and all is well once there is room again.
func TestFaultDisk(t *testing.T) {
	data := disk(t, "4m")
	s, env := toStart(t, data)
	free := fill(t, data)
	for _, command := range []string{"serve", "check"} {
		advise(t, "", env, command).want(t, 1, "free some space", data)
	}
	free()
	if err := syscall.Mount("", data, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"serve", "check"} {
		advise(t, "", env, command).want(t, 1, "writable", data)
	}
	if err := syscall.Mount("", data, "", syscall.MS_REMOUNT, ""); err != nil {
		t.Fatal(err)
	}
	ctx := within(t, ample)
	c := ask(s, 2, 4)
	p := spawn(t, s, "unlimited", env...)
	well(t, s.WaitConnected(ctx, 2), p)
	free = fill(t, data)
	for range 40 {
		c.Ask()
	}
	tally, err := c.Wait(ctx)
	well(t, err, p)
	t.Logf("with a full disk: %s", tally)
	if !strings.Contains(p.log.String(), "the memory is down") {
		t.Errorf("the log does not say so:\n%s", p.log)
	}
	free()
	for range 20 {
		c.Ask()
	}
	complete(t, ctx, c, []*process{p})
}
