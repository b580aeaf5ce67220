package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime/pprof"
	"strings"
	"syscall"
	"testing"
	"time"

	"careeradvisor/bot/slackemu"
	"careeradvisor/knowledge/library"
)

// asAdvisor names the variable that turns the test binary into the advisor: "serve" is the real
// thing, and "unlimited" calls Slack as fast as it takes calls.
const asAdvisor = "TEST_AS_ADVISOR"

func TestMain(m *testing.M) {
	if name := os.Getenv("TEST_PROFILE"); name != "" && os.Getenv(asAdvisor) != "" {
		go profile(name)
	}
	switch os.Getenv(asAdvisor) {
	case "serve":
		os.Args = []string{"advisor", "serve"}
		main()
	case "unlimited":
		c, err := readConfig()
		if err == nil {
			c.unlimited = true
			ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
			defer stop()
			err = serveWith(ctx, c, c.Advisor.logger(os.Stderr), func(*library.Library) {})
		}
		os.Exit(exitCode(err, os.Stderr))
	}
	os.Exit(m.Run())
}

// profile writes a file that shows what the process spends its first seconds on.
func profile(name string) {
	f, err := os.Create(fmt.Sprintf("%s.%d", name, os.Getpid()))
	if err == nil && pprof.StartCPUProfile(f) == nil {
		time.Sleep(3 * time.Second)
		pprof.StopCPUProfile()
		_ = f.Close()
	}
}

// process is the advisor in a process of its own.
type process struct {
	*exec.Cmd
	log  *syncBuffer
	done chan error // Wait's result, once
}

// spawn starts a process that serves s. env takes precedence over the variables it has otherwise.
func spawn(t *testing.T, s *slackemu.Server, mode string, env ...string) *process {
	t.Helper()
	p := &process{Cmd: exec.Command(os.Args[0]), log: &syncBuffer{}, done: make(chan error, 1)}
	for _, kv := range os.Environ() {
		if !strings.HasPrefix(kv, "ADVISOR_") && !strings.HasPrefix(kv, "SLACK_") {
			p.Env = append(p.Env, kv)
		}
	}
	p.Env = append(p.Env, asAdvisor+"="+mode, "SLACK_BOT_TOKEN="+s.BotToken(), "SLACK_APP_TOKEN="+s.AppToken(), "SLACK_API_URL="+s.URL(),
		"ADVISOR_LISTEN=127.0.0.1:0", "ADVISOR_USER_RATE=1000000", "ADVISOR_LOG_LEVEL=warn")
	p.Env = append(p.Env, env...)
	p.Stdout, p.Stderr = p.log, p.log
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { p.done <- p.Wait() }()
	t.Cleanup(func() {
		p.kill()
		if t.Failed() {
			t.Logf("a process says:\n%s", tail(p.log.String()))
		}
	})
	return p
}

// dataDir is a folder for a process's data, in memory if the system offers that: a disk that others
// write to may take seconds to sync, and a database that takes seconds counts as down.
func dataDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "advisor-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func tail(s string) string { return s[max(0, len(s)-8000):] }

// kill ends the process as a power cut would, if it is still running, and waits for its end.
func (p *process) kill() { p.end(syscall.SIGKILL) }

// end sends a signal and returns the exit code, -1 for one that a signal ended.
func (p *process) end(sig os.Signal) int {
	_ = p.Process.Signal(sig)
	err := <-p.done
	p.done <- err
	return p.ProcessState.ExitCode()
}

// rss is the memory of the process that is not swapped out, in bytes, and fds is how many files and
// sockets it has open; both are 0 if the system does not say.
func (p *process) rss() (n int) {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.Process.Pid))
	_, after, _ := strings.Cut(string(text), "VmRSS:")
	_, _ = fmt.Sscanf(after, "%d", &n)
	return n << 10
}

func (p *process) fds() int {
	open, _ := filepath.Glob(fmt.Sprintf("/proc/%d/fd/*", p.Process.Pid))
	return len(open)
}

// ample is far longer than anything takes, even on a busy machine: only a test that hangs reaches
// it.
const ample = 5 * time.Minute

// within is a context for a test that may take that long.
func within(t *testing.T, d time.Duration) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), d)
	t.Cleanup(cancel)
	return ctx
}
