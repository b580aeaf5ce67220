package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// result is the outcome of a command line.
type result struct {
	code     int
	out, err string
}

// advise runs a command line in an empty folder, with no ADVISOR_* or SLACK_*
// variables but those of env ("NAME=value").
func advise(t *testing.T, stdin string, env []string, args ...string) result {
	t.Helper()
	clearEnv(t, env)
	var out, errs bytes.Buffer
	code := run(t.Context(), args, strings.NewReader(stdin), &out, &errs)
	return result{code, out.String(), errs.String()}
}

func clearEnv(t *testing.T, env []string) {
	t.Helper()
	for _, kv := range os.Environ() {
		name, value, _ := strings.Cut(kv, "=")
		if strings.HasPrefix(name, "ADVISOR_") || strings.HasPrefix(name, "SLACK_") {
			t.Setenv(name, value) // to have it back after the test
			os.Unsetenv(name)
		}
	}
	t.Setenv("ADVISOR_DATA_DIR", t.TempDir())
	t.Setenv("ADVISOR_LISTEN", "127.0.0.1:0")
	for _, kv := range env {
		name, value, _ := strings.Cut(kv, "=")
		t.Setenv(name, value)
	}
}

func (r result) want(t *testing.T, code int, parts ...string) {
	t.Helper()
	if r.code != code {
		t.Errorf("exit code %d, want %d; stderr: %s", r.code, code, r.err)
	}
	for _, p := range parts {
		if !strings.Contains(r.out+r.err, p) {
			t.Errorf("output lacks %q:\n%s%s", p, r.out, r.err)
		}
	}
	if strings.Contains(r.err, "panic") || strings.Contains(r.err, "goroutine ") {
		t.Errorf("a panic shows: %s", r.err)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
