package main

import (
	"context"
	"math"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"careeradvisor/bot/slackemu/crowd"
	"careeradvisor/bot/store"
	"careeradvisor/knowledge/race"
)

// TestFaultLoad asks 200 questions a second in 50 channels. Slack takes about one message a second
// per channel, so with its rate limits most of the questions wait in the database. How quick the
// acks are, and how much the process grows, depends on the machine: the short form reports it, and
// asks no faster than a slow machine can bear; the long form checks it against what is promised.
func TestFaultLoad(t *testing.T) {
	if race.Enabled {
		t.Skip("SKIPPED: the load of a process is measured without the race detector")
	}
	for _, mode := range []string{"serve", "unlimited"} {
		t.Run(mode, func(t *testing.T) { underLoad(t, mode) })
	}
}

func underLoad(t *testing.T, mode string) {
	s, data := hasty(t), dataDir(t)
	ctx := within(t, asMany(25*time.Minute, ample))
	c := ask(s, 50, 300)
	p := spawn(t, s, mode, "ADVISOR_DATA_DIR="+data)
	well(t, s.WaitConnected(ctx, 2), p)
	if *long && mode == "unlimited" { // what was read last is kept, up to a bound (see encoder.Kept): a process grows until it has read that much
		for range 300 {
			c.Ask()
		}
		_, err := c.Wait(ctx)
		well(t, err, p)
	}
	asking, stop := context.WithTimeout(ctx, asMany(time.Minute, 3*time.Second))
	defer stop()
	began, before := time.Now(), c.Asked()
	var stream sync.WaitGroup
	stream.Go(func() { c.Stream(asking, 5*time.Millisecond, asMany(math.MaxInt, 400)) })
	rss, fds := p.size(asking, asMany(30*time.Second, time.Second))
	rssEnd, fdsEnd := p.size(asking, time.Hour)
	stream.Wait()
	took := time.Since(began)
	well(t, s.WaitIdle(ctx), p)
	acks := crowd.AckTimes(s, began)
	at := func(share float64) time.Duration {
		return acks[int(share*float64(len(acks)-1))].Round(100 * time.Microsecond)
	}
	t.Logf("%d questions in %v; acks: p50 %v, p90 %v, p99 %v, longest %v; memory %d MB, then %d MB; files and sockets %d, then %d",
		c.Asked()-before, took.Round(time.Millisecond), at(.5), at(.9), at(.99), at(1), rss>>20, rssEnd>>20, fds, fdsEnd)
	if *long && at(.99) > 50*time.Millisecond {
		t.Errorf("the slowest acks in a hundred take over 50 ms")
	}
	if *long && (float64(rssEnd) > 1.1*float64(rss) || float64(fdsEnd) > 1.1*float64(fds)) {
		t.Errorf("the process grows")
	}
	if mode == "unlimited" {
		complete(t, ctx, c, []*process{p})
		return
	}
	p.kill()
	nothingLost(t, c, data)
}

// TestFaultHalfLoad first measures how fast a burst is answered, by every core but one, and then
// asks at half of one core's share.
func TestFaultHalfLoad(t *testing.T) {
	if race.Enabled {
		t.Skip("SKIPPED: the load of a process is measured without the race detector")
	}
	s, data := hasty(t), dataDir(t)
	ctx := within(t, asMany(5*time.Minute, ample))
	c := ask(s, 50, 300)
	p := spawn(t, s, "unlimited", "ADVISOR_DATA_DIR="+data)
	well(t, s.WaitConnected(ctx, 2), p)
	workers := max(1, runtime.GOMAXPROCS(0)-1)
	burst, began := asMany(300, 20*workers), time.Now()
	for range burst {
		c.Ask()
	}
	_, err := c.Wait(ctx)
	well(t, err, p)
	every := 2 * time.Duration(workers) * time.Since(began) / time.Duration(burst)
	asking, stop := context.WithTimeout(ctx, asMany(time.Minute, 2*time.Second))
	defer stop()
	began = time.Now()
	c.Stream(asking, every, math.MaxInt)
	complete(t, ctx, c, []*process{p})
	answers := c.AnswerTimes(began)
	if len(answers) == 0 {
		t.Fatal("no mention was answered")
	}
	at := func(share float64) time.Duration {
		return answers[int(share*float64(len(answers)-1))].Round(time.Millisecond)
	}
	t.Logf("%d questions, one every %v; answers to %d mentions: p50 %v, p90 %v, p99 %v, longest %v", c.Asked()-burst, every.Round(time.Millisecond), len(answers), at(.5), at(.9), at(.99), at(1))
	if *long && at(.99) > 500*time.Millisecond {
		t.Errorf("the slowest answers in a hundred take over half a second")
	}
}

// nothingLost compares what was answered and what is waiting with what was asked.
func nothingLost(t *testing.T, c *crowd.Crowd, data string) {
	t.Helper()
	memory, err := store.Open(t.Context(), store.Options{Path: filepath.Join(data, "advisor.db")})
	if err != nil {
		t.Fatal(err)
	}
	defer memory.Close()
	waiting, err := memory.Waiting(t.Context())
	tally := c.Count()
	t.Logf("%s; %d wait in the database", tally, waiting)
	missing := tally.Lost + tally.Commands.Lost // the person is told that a command without an ack is lost, but it may still be answered
	if err != nil || missing > waiting || tally.Twice+tally.Strange > 0 {
		t.Errorf("%d are neither answered nor do they wait, %v", missing-waiting, err)
	}
}

// size is the least that a process has in memory, and open, in the last seconds before d or ctx ends,
// since anything in use for only a moment comes and goes.
func (p *process) size(ctx context.Context, d time.Duration) (rss, fds int) {
	ctx, stop := context.WithTimeout(ctx, d)
	defer stop()
	look := time.NewTicker(200 * time.Millisecond)
	defer look.Stop()
	var sizes, files []int
	for ctx.Err() == nil {
		sizes, files = append(sizes, p.rss()), append(files, p.fds())
		select {
		case <-look.C:
		case <-ctx.Done():
		}
	}
	last := max(0, len(sizes)-15)
	return slices.Min(sizes[last:]), slices.Min(files[last:])
}
