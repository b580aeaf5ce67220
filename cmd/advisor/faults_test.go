package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/slackemu/crowd"
	"careeradvisor/bot/store/storetest"
)

// long runs the fault tests in full; see "make faults".
var long = flag.Bool("long", false, "run the fault tests in full: this takes some minutes")

// asMany is n with -long, else short.
func asMany[T any](n, short T) T {
	if *long {
		return n
	}
	return short
}

// hasty is a Slack that redelivers soon and often.
func hasty(t *testing.T) *slackemu.Server {
	t.Helper()
	s, err := slackemu.Start(slackemu.Options{
		Subscriptions: bot.Events(), AckWithin: time.Second, RetryAfter: slices.Repeat([]time.Duration{300 * time.Millisecond}, 200),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// questions are some that the built-in guides answer; a number tells them apart.
func questions(n int) string {
	all := []string{"What is a technical product manager?", "PM vs TPM?", "What does a TPM earn?", "How do I become a TPM?", "Where can I park?"}
	return fmt.Sprintf("%s (no %d)", all[n/5%len(all)], n)
}

func ask(s *slackemu.Server, channels, people int) *crowd.Crowd {
	return crowd.New(s, crowd.Options{Channels: channels, People: people, Question: questions})
}

// complete waits for all answers, ends the processes that are still alive, so that none posts any
// more, and checks the tally against what is promised. Among all processes, including those already
// gone, one whose database did not answer in time may have said something without it that another
// said as well.
func complete(t *testing.T, ctx context.Context, c *crowd.Crowd, live []*process, gone ...*process) {
	t.Helper()
	if _, err := c.Wait(ctx); err != nil {
		t.Error(err)
	}
	for _, p := range live {
		if code := p.end(syscall.SIGTERM); code != 0 {
			t.Errorf("ended with %d:\n%s", code, tail(p.log.String()))
		}
	}
	without := 0
	for _, p := range slices.Concat(live, gone) {
		without += strings.Count(p.log.String(), "answering without it")
	}
	tally := c.Count()
	t.Logf("%s; %d may have been answered without the database", tally, without)
	if tally.Lost+tally.Strange+tally.Commands.Lost > 0 || tally.Twice > without || tally.Answered == 0 {
		t.Errorf("something was lost or said twice: %s", tally)
	}
}

// TestFaultKill kills the process in the middle of its work, again and again. An answer to a
// command cannot be looked up afterwards, so one that was being posted at that moment may be posted
// twice; those are counted and reported.
func TestFaultKill(t *testing.T) {
	s, data := hasty(t), dataDir(t)
	ctx := within(t, asMany(20*time.Minute, ample))
	c := ask(s, 8, 12)
	var gone []*process
	for range asMany(100, 4) {
		p := spawn(t, s, "unlimited", "ADVISOR_DATA_DIR="+data)
		gone = append(gone, p)
		well(t, s.WaitConnected(ctx, 2), p)
		burst, stop := context.WithTimeout(ctx, time.Duration(rand.N(int64(1500*time.Millisecond))))
		c.Stream(burst, 20*time.Millisecond, inHand)
		stop()
		p.kill()
	}
	p := spawn(t, s, "unlimited", "ADVISOR_DATA_DIR="+data)
	well(t, s.WaitConnected(ctx, 2), p)
	complete(t, ctx, c, []*process{p}, gone...)
}

func well(t *testing.T, err error, p *process) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v; the process says:\n%s", err, tail(p.log.String()))
	}
}

// pair runs two processes that share a PostgreSQL.
func pair(t *testing.T, ctx context.Context, s *slackemu.Server, mode string) (both []*process) {
	t.Helper()
	url := storetest.Start(t).Database(t)
	for range 2 {
		both = append(both, spawn(t, s, mode, "ADVISOR_DATABASE_URL="+url, "ADVISOR_DATA_DIR="+dataDir(t)))
	}
	well(t, s.WaitConnected(ctx, 4), both[0])
	return both
}

// TestFaultTwoProcesses share the work of one database; one is killed in the middle.
func TestFaultTwoProcesses(t *testing.T) {
	s := hasty(t)
	ctx := within(t, ample)
	c := ask(s, 8, 12)
	both := pair(t, ctx, s, "unlimited")
	half := asMany(30*time.Second, 2*time.Second)
	stream(ctx, c, half, 20*time.Millisecond, inHand)
	both[0].kill()
	stream(ctx, c, half, 20*time.Millisecond, inHand)
	complete(t, ctx, c, both[1:], both[0])
}

// inHand is how many questions may wait for a bot that is working on them and that no rate limit
// holds up: enough for it to be in the middle of some at any time.
const inHand = 20

// stream keeps asking for a while.
func stream(ctx context.Context, c *crowd.Crowd, d, every time.Duration, waiting int) {
	ctx, stop := context.WithTimeout(ctx, d)
	defer stop()
	c.Stream(ctx, every, waiting)
}

// TestFaultTerminated: whatever was acked before SIGTERM is answered, by this process or the next;
// whatever came later waits for the next.
func TestFaultTerminated(t *testing.T) {
	s, data := hasty(t), dataDir(t)
	ctx := within(t, ample)
	c := ask(s, 4, 12)
	asking, stop := context.WithCancel(ctx)
	defer stop()
	var gone []*process
	for range asMany(10, 2) {
		p := spawn(t, s, "serve", "ADVISOR_DATA_DIR="+data)
		gone = append(gone, p)
		well(t, s.WaitConnected(ctx, 2), p)
		var crowd sync.WaitGroup
		round, end := context.WithCancel(asking)
		const more = 60 // than Slack's rate limits let out at once
		crowd.Go(func() { c.Stream(round, 25*time.Millisecond, more) })
		want := c.Asked() + more
		_ = s.WaitFor(ctx, func() bool { return c.Asked() >= want })
		began := time.Now()
		_ = p.Process.Signal(syscall.SIGTERM)
		_ = s.WaitFor(ctx, func() bool { return s.Connected() == 0 })
		end()
		crowd.Wait()
		code := p.end(syscall.Signal(0)) // sends nothing
		endedInTime(t, p, code, time.Since(began))
	}
	p := spawn(t, s, "unlimited", "ADVISOR_DATA_DIR="+data)
	well(t, s.WaitConnected(ctx, 2), p)
	complete(t, ctx, c, []*process{p}, gone...)
}

// TestFaultTerminatedTwice: anyone who does not want to wait can send a second signal.
func TestFaultTerminatedTwice(t *testing.T) {
	s := hasty(t)
	ctx := within(t, ample)
	c := ask(s, 1, 1)
	s.Slow("chat.postMessage", time.Hour)
	p := spawn(t, s, "serve", "ADVISOR_DATA_DIR="+dataDir(t), "ADVISOR_LOG_LEVEL=info")
	well(t, s.WaitConnected(ctx, 2), p)
	c.Ask()
	well(t, s.WaitIdle(ctx), p)
	_ = p.Process.Signal(syscall.SIGTERM)
	well(t, s.WaitFor(ctx, func() bool { return s.Connected() == 0 }), p) // it has taken note
	if code := p.end(syscall.SIGTERM); code == 0 {
		t.Error("ended with 0, as if it had finished what it had in hand")
	}
}

// TestFaultTerminatedWhileSlackHangs: the process ends in time although no call to Slack does.
func TestFaultTerminatedWhileSlackHangs(t *testing.T) {
	s := hasty(t)
	ctx := within(t, ample)
	c := ask(s, 1, 1)
	s.Slow("chat.postMessage", time.Hour)
	p := spawn(t, s, "serve", "ADVISOR_DATA_DIR="+dataDir(t))
	well(t, s.WaitConnected(ctx, 2), p)
	c.Ask()
	well(t, s.WaitFor(ctx, func() bool { return len(s.CallsOf("reactions.add")) > 0 }), p)
	s.Slow("*", time.Hour)
	began := time.Now()
	code := p.end(syscall.SIGTERM)
	endedInTime(t, p, code, time.Since(began))
}

// endedInTime checks the end of a process against what is promised; the time it takes counts only
// with -long, on a machine that does nothing else.
func endedInTime(t *testing.T, p *process, code int, took time.Duration) {
	t.Helper()
	t.Logf("ended with %d after %v", code, took.Round(time.Millisecond))
	if code != 0 || *long && took > 10*time.Second {
		t.Errorf("ended with %d after %v:\n%s", code, took, tail(p.log.String()))
	}
}
