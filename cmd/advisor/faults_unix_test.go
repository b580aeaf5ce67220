//go:build unix

package main

import (
	"syscall"
	"testing"
	"time"
)

// TestFaultPaused: one of two processes stands still, as when a machine is being moved. The other
// takes over what it had in hand, and when the first goes on, it repeats nothing.
func TestFaultPaused(t *testing.T) {
	s := hasty(t)
	ctx := within(t, ample)
	c := ask(s, 8, 12)
	both := pair(t, ctx, s, "serve")
	stream(ctx, c, asMany(10*time.Second, 3*time.Second), 15*time.Millisecond, 60) // more than the rate limits let out
	_ = both[0].Process.Signal(syscall.SIGSTOP)
	_, err := c.Wait(ctx)
	_ = both[0].Process.Signal(syscall.SIGCONT)
	well(t, err, both[1])
	complete(t, ctx, c, both)
}
