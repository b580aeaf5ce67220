package main

import (
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
	"careeradvisor/knowledge/race"
)

// TestFaultMemoryOfDocuments gives a process exactly the memory that documents are said to need,
// and replaces all of them: it has to stay within a container that allows a quarter more. The long
// form prints the table in docs/operations.md.
func TestFaultMemoryOfDocuments(t *testing.T) {
	if race.Enabled {
		t.Skip("SKIPPED: the memory of a process is measured without the race detector")
	}
	for _, k := range []struct {
		name                  string
		files, sections, size int // a file's sections, and their characters
	}{
		{"lines", asMany(480, 20), 100, 80},
		{"paragraphs", asMany(120, 4), 100, 400},
		{"pages", asMany(60, 2), 40, 2500},
	} {
		t.Run(k.name, func(t *testing.T) {
			dir := t.TempDir()
			bytes := writeHandbook(t, dir, k.files, k.sections, k.size, 2)
			need := memoryOf(t, dir, bytes)
			writeHandbook(t, dir, k.files, k.sections, k.size, 1)
			emu := hasty(t)
			p := spawn(t, emu, "serve", "ADVISOR_DATA_DIR="+t.TempDir(), "ADVISOR_KNOWLEDGE="+dir, "ADVISOR_LOG_LEVEL=info", fmt.Sprintf("GOMEMLIMIT=%dMiB", need+1))
			s := &served{Server: emu, ctx: within(t, asMany(15*time.Minute, ample)), log: p.log}
			began := time.Now()
			s.logs(t, "pages for operators")
			s.becomes(t, "/readyz", http.StatusOK, `"ready": true`)
			ready := time.Since(began)
			writeHandbook(t, dir, k.files, k.sections, k.size, 2)
			s.becomes(t, "/metrics", http.StatusOK, fmt.Sprintf("advisor_passages %d\n", k.files*(k.sections+1)))
			s.until(t, func() (bool, string) { // their vectors take memory, too
				_, body := s.page(t, http.MethodGet, "/metrics")
				made, wanted := vectorsMade.FindStringSubmatch(body), vectorsWanted.FindStringSubmatch(body)
				return made != nil && wanted != nil && made[1] == wanted[1], "not all vectors are made:\n" + body
			})
			peak := p.peak() >> 20
			t.Logf("| %d × %d %s of %d characters | %.1f MB | %d MB | %d MB | %.0f s |", k.files, k.sections, k.name, k.size, float64(bytes)/1e6, need, peak, ready.Seconds())
			if peak > need*5/4 {
				t.Errorf("%d MB are said to be enough, and not even a quarter more is: %d MB", need, peak)
			}
		})
	}
}

var (
	vectorsMade   = regexp.MustCompile(`(?m)^advisor_vectors (.+)$`)
	vectorsWanted = regexp.MustCompile(`(?m)^advisor_vectors_wanted (.+)$`)
)

// writeHandbook writes files of sections with many different words, which differ in each edition,
// and one section more in the second; it returns their size in bytes.
func writeHandbook(t *testing.T, dir string, files, sections, size int, edition uint64) (bytes int) {
	t.Helper()
	random := rand.New(rand.NewPCG(1, edition))
	words := rand.NewZipf(random, 1.1, 4, 50_000)
	word := func() string { // of letters; the lower its number, the more frequent it is
		return "w" + strings.Map(func(r rune) rune { return r - '0' + 'a' }, strconv.FormatUint(words.Uint64(), 10))
	}
	sentences := func(size int) string {
		var b strings.Builder
		for b.Len() < size {
			b.WriteString("The")
			for range 12 {
				b.WriteString(" " + word())
			}
			b.WriteString(". ")
		}
		return b.String()
	}
	for f := range files {
		var b strings.Builder
		fmt.Fprintf(&b, "# Handbook %d\n\n", f)
		for range sections + int(edition) - 1 {
			fmt.Fprintf(&b, "## %s %s %s %s\n\n%s\n\n", word(), word(), word(), word(), sentences(size))
		}
		write(t, filepath.Join(dir, fmt.Sprintf("%04d.md", f)), b.String())
		bytes += b.Len()
	}
	return bytes
}

// memoryOf is how much memory documents are said to need, in MB.
func memoryOf(t *testing.T, dir string, bytes int) int {
	t.Helper()
	const toRead = 96 << 20 // and four times the files, which is enough to read them and compare them with what all would take
	_, err := library.Open(t.Context(), library.Config{Sources: []string{dir}, Memory: library.Memory{Bytes: toRead + 4*int64(bytes)}}, slog.New(slog.DiscardHandler))
	m := regexp.MustCompile(`would take about (\d+) MB`).FindStringSubmatch(knowledge.Say(err))
	if m == nil {
		t.Fatalf("it does not say what it needs: %v", err)
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// peak is the most memory that the process has had, in bytes, not counting that of files, which the
// system takes back when memory is short.
func (p *process) peak() int {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.Process.Pid))
	kilobytes := func(name string) (n int) {
		_, after, _ := strings.Cut(string(text), name+":")
		_, _ = fmt.Sscanf(after, "%d", &n)
		return n
	}
	return (kilobytes("VmHWM") - kilobytes("RssFile")) << 10
}
