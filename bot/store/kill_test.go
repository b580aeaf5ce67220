package store_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/bot/store"
)

// victim names the file in which a test binary, started again, records events
// until it is killed.
const victim = "STORE_TEST_VICTIM"

func TestMain(m *testing.M) {
	if path := os.Getenv(victim); path != "" {
		recordForEver(path)
	}
	os.Exit(m.Run())
}

// recordForEver prints the key of each event after recording it.
func recordForEver(path string) {
	ctx := context.Background()
	s, err := store.Open(ctx, store.Options{Path: path})
	for n := 0; err == nil; n++ {
		key := fmt.Sprint(os.Getpid(), " ", n)
		if _, _, err = s.Record(ctx, event(fmt.Sprint(n%7), key)); err == nil {
			fmt.Println(key)
		}
		if err == nil && n%5 == 0 {
			_, err = s.Take(ctx, "victim", noon, noon.Add(lease), 3)
		}
	}
	fmt.Println("error:", err)
	os.Exit(1)
}

// TestKilledProcess kills processes while they are recording, each at a different moment, and looks
// for what they said they had recorded.
func TestKilledProcess(t *testing.T) {
	self, err := os.Executable()
	must(t, err)
	path := filepath.Join(t.TempDir(), "advisor.db")
	recorded := 0
	for round := range 6 {
		keys := killAfter(t, self, path, 10+round*23)
		s := open(t, store.Options{Path: path})
		for _, k := range keys {
			if _, fresh, err := s.Record(t.Context(), event("again", k)); err != nil || fresh {
				t.Errorf("round %d: event %q is lost (%v)", round, k, err)
			}
		}
		// One more event may have been recorded than was printed.
		recorded += len(keys)
		if n := waiting(t, s); n < recorded || n > recorded+round+1 {
			t.Errorf("round %d: %d events wait, %d were recorded", round, n, recorded)
		}
		must(t, s.Close())
	}
}

// killAfter lets a process record some events, kills it while it is recording the next, and returns
// the keys that it printed.
func killAfter(t *testing.T, self, path string, events int) []string {
	t.Helper()
	c := exec.Command(self)
	c.Env = append(os.Environ(), victim+"="+path)
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	var keys []string
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "error") {
			t.Error(lines.Text())
		}
		if keys = append(keys, lines.Text()); len(keys) == events {
			must(t, c.Process.Kill()) // anything it says before it ends is read as well
		}
	}
	_ = c.Wait() // it was killed
	return keys
}
