package store_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/store"
	"careeradvisor/bot/store/storetest"
)

func TestPostgres(t *testing.T) {
	server := storetest.Start(t)
	runSuite(t, true, func(t *testing.T) store.Options { return store.Options{URL: server.Database(t)} })
	t.Run("a process stands still", func(t *testing.T) { standsStill(t, server) })
	t.Run("faults", func(t *testing.T) { postgresFaults(t, server) })
	t.Run("it hangs", func(t *testing.T) { postgresHangs(t, server) })
	t.Run("it is lost", func(t *testing.T) { postgresIsLost(t, server) })
}

func TestUnreachablePostgres(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	at := l.Addr().String()
	must(t, l.Close())
	url := "postgres://advisor:hush%2Fhush@" + at + "/careers?sslmode=disable"
	wantSay(t, opening(t, store.Options{URL: url}), at, "careers", "cannot be reached")

	// A server that takes the connection and says nothing.
	l, err = net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer l.Close()
	ctx, end := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer end()
	_, err = store.Open(ctx, store.Options{URL: "postgres://advisor:hush@" + l.Addr().String() + "/careers"})
	if err == nil {
		t.Error("it opens")
	}
	wantNoSecret(t, err)
}

func TestWrongURL(t *testing.T) {
	for _, url := range []string{
		"mysql://u:hush@h/d", "postgres://u:hush hush@h/d", "postgres://u:hush@h:port/d", "postgres://u:hush%zz@h/d", "hush",
		"host=h password=hush", "postgres://u:hush@h/d?sslmode=sometimes", "postgres://h/d?password=hush&sslrootcert=missing",
	} {
		wantSay(t, opening(t, store.Options{URL: url}), "cannot be read", "postgres://USER:PASSWORD@HOST")
	}
}

// TestSecretsAreHidden in whatever form a driver may quote them.
func TestSecretsAreHidden(t *testing.T) {
	const url = "postgres://u:hush%2Fhush@h/d?sslpassword=hush+key"
	text := "user u, hush/hush, hush%2Fhush, hush key, hush+key, " + url + ", from a file: hush file; host h"
	const want = "user u, (hidden), (hidden), (hidden), (hidden), (hidden), from a file: (hidden); host h"
	if got := store.Hide(url, "hush file", text); got != want {
		t.Errorf("shown: %s", got)
	}
	if got := store.Hide("postgres://h/d", "", "as it is"); got != "as it is" {
		t.Errorf("shown: %s", got)
	}
}

// postgresFaults tries what a real server refuses.
func postgresFaults(t *testing.T, server *storetest.Postgres) {
	url := server.Database(t)
	var log strings.Builder
	s := open(t, store.Options{URL: url, Log: slog.New(slog.NewTextHandler(&log, nil))})
	if strings.Contains(log.String()+s.Place(), "hush") || !strings.Contains(log.String(), "up to date") {
		t.Errorf("the log says: %s; the place is %s", &log, s.Place())
	}
	if os.Getenv("TEST_DATABASE_URL") != "" {
		t.Skip("SKIPPED: the server of TEST_DATABASE_URL has a password and settings of its own")
	}
	wrong := strings.Replace(url, "hush", "hushhush", 1)
	wantSay(t, opening(t, store.Options{URL: wrong}), server.Place(), "refuses the user or the password")
	wantSay(t, opening(t, store.Options{URL: strings.Replace(url, "/postgres?", "/nowhere?", 1)}), "nowhere", "does not exist", "create it")
	wantSay(t, opening(t, store.Options{URL: server.Database(t) + "&default_transaction_read_only=on"}), "read-only")
}

// standsStill: a process that is stopped within a transaction does not block its lane for long, and
// carries on by itself later.
func standsStill(t *testing.T, server *storetest.Postgres) {
	url := server.Database(t)
	limit, err := open(t, store.Options{URL: url}).Text(t.Context(), `SHOW idle_in_transaction_session_timeout`)
	if err != nil || limit != "5s" {
		t.Errorf("the limit is %q, %v", limit, err)
	}
	still := open(t, store.Options{URL: url + "&idle_in_transaction_session_timeout=50"}) // an operator's own limit goes first
	other := open(t, store.Options{URL: url})
	id := record(t, other, event("A", "1"))
	ctx, end := context.WithTimeout(t.Context(), time.Minute)
	defer end()
	tries, err := still.Stall(ctx, id, "A", func() {
		if err := other.Done(ctx, id, "answered", noon); err != nil {
			t.Error(err)
		}
	})
	if err != nil || tries != 2 {
		t.Errorf("it went on after %d tries: %v", tries, err)
	}
}

// postgresHangs: nobody waits again and again for a database that does not answer, and it is used
// as soon as it does.
func postgresHangs(t *testing.T, server *storetest.Postgres) {
	url := server.Database(t)
	s, other := open(t, store.Options{URL: url}), open(t, store.Options{URL: url + "&idle_in_transaction_session_timeout=0"})
	ctx, end := context.WithTimeout(t.Context(), time.Minute)
	defer end()
	release, err := other.Lock(ctx, "turns")
	must(t, err)
	for range 2 {
		if err := s.SaveTurn(ctx, memory.Turn{ID: "T1", At: noon}); err == nil || ctx.Err() != nil {
			t.Errorf("a call was waited for: %v", err)
		}
	}
	if err := s.Ping(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the database is asked again: %v", err)
	}
	release()
	for s.SaveTurn(ctx, memory.Turn{ID: "T1", At: noon}) != nil && ctx.Err() == nil {
		runtime.Gosched()
	}
	must(t, s.Ping(ctx))
}

// postgresIsLost stops the server while a store is using it.
func postgresIsLost(t *testing.T, server *storetest.Postgres) {
	if os.Getenv("TEST_DATABASE_URL") != "" {
		t.Skip("SKIPPED: the server of TEST_DATABASE_URL is not ours to stop")
	}
	s := open(t, store.Options{URL: server.URL()})
	must(t, s.Ping(t.Context()))
	server.Stop()
	wantSay(t, s.Ping(t.Context()), server.Place()) // on a connection that was open
	_, _, err := s.Record(t.Context(), event("A", "1"))
	wantSay(t, err, server.Place())
	_, err = s.Turn(t.Context(), "T1")
	wantSay(t, err, server.Place())
	wantSay(t, opening(t, store.Options{URL: server.URL()}), server.Place(), "cannot be reached")
}

// TestSentences checks the sentences for failures that cannot be caused here.
func TestSentences(t *testing.T) {
	code := func(c string) error { return fmt.Errorf("x: %w", &pgconn.PgError{Code: c}) }
	for _, c := range []struct {
		err      error
		postgres bool
		want     string
	}{
		{code("53100"), true, "The disk of the database PLACE is full"},
		{code("25006"), true, "read-only"},
		{code("42501"), true, "lacks rights"},
		{code("53300"), true, "no connection left"},
		{code("57P03"), true, "starting or stopping"},
		{code("XX001"), true, "damaged"},
		{code("23505"), true, ""},
		{errors.New("x"), true, ""},
		{errors.New("x"), false, ""},
		{&os.PathError{Op: "open", Path: "p", Err: syscall.EACCES}, false, "permission denied"},
	} {
		got := store.Explain(c.err, c.postgres)
		if !strings.Contains(got, c.want) || (c.want == "") != (got == "") {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}
