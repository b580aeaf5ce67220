package storetest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// variable names the URL of a server in which tests may make schemas.
const variable = "TEST_DATABASE_URL"

// Postgres is a server.
type Postgres struct {
	url   *url.URL
	spare func() // stops a server of our own
	count atomic.Int64
}

// Start finds or starts a server that ends with the test.
func Start(tb testing.TB) *Postgres {
	tb.Helper()
	if text := os.Getenv(variable); text != "" {
		u, err := url.Parse(text)
		if err != nil {
			tb.Fatalf("%s is no URL", variable) // the error holds the password
		}
		return &Postgres{url: u, spare: func() {}}
	}
	programs, ok := find()
	if !ok {
		tb.Skipf("SKIPPED: no PostgreSQL: neither %s is set nor are the programs postgres and initdb found", variable)
	}
	own, err := run(programs)
	if err != nil {
		tb.Fatalf("PostgreSQL does not start: %v", err)
	}
	tb.Cleanup(own.stop)
	return &Postgres{url: own.url, spare: own.stop}
}

// Database is the URL of a place without tables, for this test alone.
func (p *Postgres) Database(tb testing.TB) string {
	tb.Helper()
	schema := fmt.Sprintf("test_%d_%d", time.Now().UnixNano(), p.count.Add(1))
	p.exec(tb, "CREATE SCHEMA "+schema)
	tb.Cleanup(func() { p.exec(tb, "DROP SCHEMA "+schema+" CASCADE") })
	u := *p.url
	q := u.Query()
	q.Set("search_path", schema)
	u.RawQuery = q.Encode()
	return u.String()
}

// URL is the URL of the whole server, for a test that is the only one on it.
func (p *Postgres) URL() string { return p.url.String() }

// Place is the server's host and port.
func (p *Postgres) Place() string { return p.url.Host }

// Stop stops a server of our own before the test's end.
func (p *Postgres) Stop() { p.spare() }

func (p *Postgres) exec(tb testing.TB, statement string) {
	tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	c, err := pgx.Connect(ctx, p.url.String())
	if err != nil {
		tb.Fatal(err)
	}
	defer c.Close(ctx)
	if _, err := c.Exec(ctx, statement); err != nil {
		tb.Fatal(err)
	}
}
