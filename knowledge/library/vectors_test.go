package library

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// rocks is a file of n sections of two sentences each, which makes three texts each.
func rocks(name string, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", name)
	for i := range n {
		fmt.Fprintf(&b, "\n## Rock %d\n\nRock %s %d is off the coast. Ships steer %d miles clear of it.\n", i, name, i, i+2)
	}
	return b.String()
}

// runs runs a library until the test ends, or stop is called.
func runs(t *testing.T, l *Library) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- l.Run(ctx) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(stop)
	return stop
}

// filled waits until all vectors of a running library are made.
func filled(t *testing.T, l *Library) {
	t.Helper()
	f := l.filler
	f.mu.Lock()
	defer f.mu.Unlock()
	for v := l.Status().Vectors; f.stop != nil || v.Wanted == 0 || v.Done < v.Wanted; v = l.Status().Vectors {
		f.changed.Wait()
	}
}

// near returns the text nearest to a question.
func near(t *testing.T, l *Library, question string) string {
	t.Helper()
	g, done := l.Read()
	defer done()
	return nearIn(t, g, question)
}

func nearIn(t *testing.T, g *Generation, question string) string {
	t.Helper()
	c, err := g.Compare(question)
	if err != nil {
		t.Error(err)
	}
	if c == nil {
		return ""
	}
	if all := c.Nearest(1, nil); len(all) == 1 {
		return all[0].Text
	}
	return ""
}

const earns = "A lighthouse keeper earns 31,000 crowns a year."

// keepers makes a folder with a document, and a data dir.
func keepers(t *testing.T, e *stub) Config {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	return Config{Sources: []string{dir}, DataDir: t.TempDir(), encoder: e}
}

// TestWordsFirst: documents answer before they have vectors, which come bit by bit.
func TestWordsFirst(t *testing.T) {
	for _, kind := range []string{"on disk", "in memory"} {
		t.Run(kind, func(t *testing.T) {
			asked, gate := make(chan bool), make(chan bool)
			e := &stub{before: func([]string) { asked <- true; <-gate }}
			c := keepers(t, e)
			if kind == "in memory" {
				c.DataDir = ""
			}
			log, ticks := &journal{}, make(chan time.Time)
			l := start(t, c, Options{Log: slog.New(slog.NewTextHandler(log, nil)), Ticks: ticks})
			runs(t, l)
			<-asked
			if text, _ := answersOf(t, l, "what does a lighthouse keeper earn?"); !strings.Contains(text, "31,000") {
				t.Errorf("while vectors are made it answers %q", text)
			}
			if text := near(t, l, earns); text != "" {
				t.Errorf("%q is near before it has a vector", text)
			}
			gate <- true
			filled(t, l)
			if text := near(t, l, earns); text != earns {
				t.Errorf("%q is nearest", text)
			}
			if v := l.Status().Vectors; v != (Vectors{Done: 2, Wanted: 2}) {
				t.Errorf("%+v", v)
			}
			for _, part := range []string{"vectors are being made", "vectors are made"} {
				if !strings.Contains(log.String(), part) {
					t.Errorf("the log does not say that %s:\n%s", part, log)
				}
			}
			if len(l.Notes()) != 1 {
				t.Errorf("notes %q", l.Notes())
			}
		})
	}
}

// TestProgress: operators can read how many are done, how fast, and how long the rest will take.
func TestProgressOfVectors(t *testing.T) {
	now := time.Unix(1000, 0)
	e := &stub{}
	c := keepers(t, e)
	write(t, filepath.Join(c.Sources[0], "rocks.md"), rocks("A", 200))
	var mu sync.Mutex
	l := start(t, c, Options{Ticks: make(chan time.Time), Now: func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Second)
		return now
	}})
	seen := map[string]bool{}
	e.before = func([]string) {
		if v := l.Status().Vectors; v.Rate > 0 {
			mu.Lock()
			defer mu.Unlock()
			seen[l.Notes()[0]] = true
		}
	}
	runs(t, l)
	filled(t, l)
	if len(seen) == 0 {
		t.Fatal("nothing was said meanwhile")
	}
	for note := range seen {
		if !strings.HasPrefix(note, "What the documents mean is still being worked out: vectors of ") || !strings.Contains(note, " of 602 texts, ") || !strings.Contains(note, " a second, about ") {
			t.Errorf("it says %q", note)
		}
	}
}

// TestVectorsAreUsedAgain after an edit, and after a restart.
func TestVectorsAreUsedAgain(t *testing.T) {
	for _, kind := range []string{"on disk", "in memory"} {
		t.Run(kind, func(t *testing.T) {
			e := &stub{}
			c := keepers(t, e)
			if kind == "in memory" {
				c.DataDir = ""
			}
			write(t, filepath.Join(c.Sources[0], "rocks.md"), rocks("A", 50))
			l := start(t, c, Options{Ticks: make(chan time.Time)})
			stop := runs(t, l)
			filled(t, l)
			if n := e.encoded(); n != 152 {
				t.Errorf("%d texts were encoded, want 152", n)
			}
			write(t, filepath.Join(c.Sources[0], "keeper.md"), strings.Replace(keeper, "31,000", "42,000", 1))
			looks(t, l, 2)
			if v := l.Status().Vectors; v.Done < 151 { // the new one may be made by now
				t.Errorf("the new documents begin with %s", v)
			}
			filled(t, l)
			if n := e.encoded(); n != 153 {
				t.Errorf("%d texts were encoded, want one more", n)
			}
			if text := near(t, l, earns); !strings.Contains(text, "42,000") {
				t.Errorf("%q is nearest", text)
			}
			stop()
			if kind == "in memory" {
				return
			}
			again := start(t, c, Options{Ticks: make(chan time.Time)})
			if v := again.Status().Vectors; v.Done != 152 || v.Wanted != 152 {
				t.Errorf("after a restart: %s", v)
			}
			if n := e.encoded(); n != 153 {
				t.Errorf("after a restart %d texts were encoded", n)
			}
		})
	}
}

// TestReloadWhileVectorsAreMade: the newer documents answer at once, and take over the vectors that
// were made for the older ones.
func TestReloadWhileVectorsAreMade(t *testing.T) {
	for _, kind := range []string{"on disk", "in memory"} {
		t.Run(kind, func(t *testing.T) {
			asked, gate := make(chan bool), make(chan bool)
			e := &stub{before: func([]string) {
				select {
				case asked <- true:
					<-gate
				case <-gate: // open for good
				}
			}}
			c := keepers(t, e)
			if kind == "in memory" {
				c.DataDir = ""
			}
			write(t, filepath.Join(c.Sources[0], "rocks.md"), rocks("A", 500))
			l := start(t, c, Options{Ticks: make(chan time.Time)})
			runs(t, l)
			<-asked
			gate <- true // one batch is made, others begin
			<-asked
			write(t, filepath.Join(c.Sources[0], "keeper.md"), strings.Replace(keeper, "31,000", "42,000", 1))
			reloaded := make(chan bool)
			go func() {
				looks(t, l, 2)
				close(reloaded)
			}()
			close(gate)
			<-reloaded
			if text, _ := answersOf(t, l, "what does a lighthouse keeper earn?"); !strings.Contains(text, "42,000") {
				t.Errorf("it answers %q", text)
			}
			filled(t, l)
			e.wantOnce(t)
			if v := l.Status().Vectors; v.Done != 1502 {
				t.Errorf("%s", v)
			}
			if text := near(t, l, earns); !strings.Contains(text, "42,000") {
				t.Errorf("%q is nearest", text)
			}
		})
	}
}

// TestStoppedWhileVectorsAreMade: the next process carries on from there.
func TestStoppedWhileVectorsAreMade(t *testing.T) {
	asked := make(chan bool)
	e := &stub{before: func([]string) { asked <- true }}
	c := keepers(t, e)
	write(t, filepath.Join(c.Sources[0], "rocks.md"), rocks("A", 500))
	l, err := Start(t.Context(), c, Options{Log: slog.New(slog.DiscardHandler), Ticks: make(chan time.Time)})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- l.Run(ctx) }()
	<-asked
	<-asked
	cancel()
	for running := true; running; {
		select {
		case <-asked: // a batch that had begun
		case err = <-done:
			running = false
		}
	}
	if err := errors.Join(err, l.Close()); err != nil {
		t.Fatal(err)
	}
	made := e.encoded()
	if made == 0 || made >= 1502 {
		t.Fatalf("%d texts were encoded before it was stopped", made)
	}
	e.before = nil
	again := start(t, c, Options{Ticks: make(chan time.Time)})
	if v := again.Status().Vectors; v.Done != made {
		t.Errorf("it goes on from %s, not from %d", v, made)
	}
	runs(t, again)
	filled(t, again)
	e.wantOnce(t)
}

// TestDamagedVectors: words answer, the log says so, and the vectors are made again.
func TestDamagedVectors(t *testing.T) {
	e := &stub{}
	c := keepers(t, e)
	g, err := Build(t.Context(), c, slog.New(slog.DiscardHandler), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(c.IndexDir(), g.Generation, "vectors")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	write(t, file, string(data))
	log := &journal{}
	l := start(t, c, Options{Ticks: make(chan time.Time), Log: slog.New(slog.NewTextHandler(log, nil))})
	if got, done := l.Read(); got.Index.Generation() != g.Generation || got.Index.Trouble() != nil {
		t.Errorf("generation %s opens with %v", got.Index.Generation(), got.Index.Trouble())
	} else {
		done()
	}
	if text, _ := answersOf(t, l, "what does a lighthouse keeper earn?"); !strings.Contains(text, "31,000") {
		t.Errorf("it answers %q", text)
	}
	if !strings.Contains(log.String(), "are made again") || !strings.Contains(log.String(), "damaged") {
		t.Errorf("the log says:\n%s", log)
	}
	runs(t, l)
	filled(t, l)
	if n := e.encoded(); n != 4 {
		t.Errorf("%d texts were encoded, want each twice", n)
	}
	if text := near(t, l, earns); text != earns {
		t.Errorf("%q is nearest", text)
	}
}

// TestAnotherEncoder makes vectors of its own: those of one are never compared with
// those of another.
func TestAnotherEncoder(t *testing.T) {
	c := keepers(t, &stub{kernel: "one"})
	discard := slog.New(slog.DiscardHandler)
	if _, err := Build(t.Context(), c, discard, nil, nil); err != nil {
		t.Fatal(err)
	}
	g, err := Open(t.Context(), c, discard)
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	other := &stub{kernel: "other"}
	c.encoder = other
	log := &journal{}
	h, err := Open(t.Context(), c, slog.New(slog.NewTextHandler(log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	if v := h.Vectors(); v.Done != 0 || !strings.Contains(log.String(), "one") {
		t.Errorf("%s; the log says:\n%s", v, log)
	}
	if h.Index.Generation() != g.Index.Generation() {
		t.Error("words were indexed again, for nothing")
	}
	l := start(t, c, Options{Ticks: make(chan time.Time)})
	runs(t, l)
	filled(t, l)
	if other.encoded() != 2 {
		t.Errorf("%d texts were encoded", other.encoded())
	}
	if text := nearIn(t, g, earns); text != earns {
		t.Errorf("who has the older ones open finds %q", text)
	}
}

// TestTwoProcessesShareVectors: one makes them, and both have them.
func TestTwoProcessesShareVectors(t *testing.T) {
	e := &stub{}
	c := keepers(t, e)
	write(t, filepath.Join(c.Sources[0], "rocks.md"), rocks("A", 500))
	one, two := start(t, c, Options{Ticks: make(chan time.Time)}), start(t, c, Options{Ticks: make(chan time.Time)})
	runs(t, one)
	runs(t, two)
	filled(t, one)
	filled(t, two)
	e.wantOnce(t)
	for _, l := range []*Library{one, two} {
		if text := near(t, l, earns); text != earns {
			t.Errorf("%q is nearest", text)
		}
	}
}

// TestBuildWaitsForVectors, says how many are made, and carries on where it was stopped.
func TestBuildWaitsForVectors(t *testing.T) {
	e := &stub{}
	c := keepers(t, e)
	write(t, filepath.Join(c.Sources[0], "rocks.md"), rocks("A", 500))
	discard := slog.New(slog.DiscardHandler)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Build(ctx, c, discard, nil, func(v Vectors) {
		if v.Done > 100 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped: %v", err)
	}
	var last Vectors
	g, err := Build(t.Context(), c, discard, nil, func(v Vectors) { last = v })
	if err != nil {
		t.Fatal(err)
	}
	e.wantOnce(t)
	if v := g.Vectors; v.Done != 1502 || v.Wanted != 1502 || last.Done != 1502 {
		t.Errorf("%s, and in the end it says %s", v, last)
	}
}

// TestTheGuidesHaveVectors in the binary, for all of their texts.
func TestTheGuidesHaveVectors(t *testing.T) {
	c := Config{Sources: []string{Builtin}}
	g, err := Open(t.Context(), c, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	if all, err := g.Compare("salary"); err != nil || all == nil || len(all.Asks) < 1000 || len(all.NearestAsks(len(all.Asks), nil)) != len(all.Asks) {
		t.Errorf("what they are asked has no vectors (%v): run go generate ./knowledge/library", err)
	}
	if v := g.Vectors(); v.Wanted == 0 || v.Done != v.Wanted {
		t.Errorf("the guides, or what they are asked, have %s: the guides or the encoder's weights have changed, so run go generate ./knowledge/library", v)
	}
	c.encoder = &stub{} // whose vectors are others
	g, err = Open(t.Context(), c, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	if text := nearIn(t, g, "salary"); text != "" {
		t.Errorf("with other weights %q is nearest", text)
	}
	if _, docs := answersOf(t, g, "What is a TPM?"); len(docs) == 0 {
		t.Error("with other weights they do not answer")
	}
}

// TestAPublishedAnswerGetsAVector in addition to those that the guides have.
func TestAPublishedAnswerGetsAVector(t *testing.T) {
	l := start(t, Config{Sources: []string{Builtin}, DataDir: t.TempDir(), encoder: &stub{}}, Options{Ticks: make(chan time.Time)})
	runs(t, l)
	filled(t, l)
	before := l.Status().Vectors.Done
	publish(t, l, parking)
	filled(t, l)
	if n := l.Status().Vectors.Done; n != before+1 {
		t.Errorf("%d vectors after %d", n, before)
	}
	if text := near(t, l, parking.Question+"\n"+parking.Answer); text != parking.Answer {
		t.Errorf("%q is nearest", text)
	}
}
