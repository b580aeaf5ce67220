package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"careeradvisor/knowledge"
)

// connections is how many connections one process keeps at most.
const connections = 8

// maxIdle is the server's limit on how long a transaction may do nothing. After that, the locks of
// a process that hangs, or whose machine is gone, are released; by default the server would wait
// for as long as the connection seems to be there.
const (
	maxIdle      = 5 * time.Second
	maxIdleParam = "idle_in_transaction_session_timeout"
)

var postgresDialect = dialect{
	name:       "PostgreSQL",
	goose:      goose.DialectPostgres,
	migrations: "postgres",
	numbered:   true,
	skip:       " FOR UPDATE OF e SKIP LOCKED",
	hold:       `SELECT pg_advisory_xact_lock(?)`,
	lock:       `SELECT pg_advisory_lock($1)`,
	unlock:     `SELECT pg_advisory_unlock($1)`,
	again:      againPostgres,
	say:        sayPostgres,
}

// openPostgres opens a database on a server. It does not connect yet.
func (db *database) openPostgres(address string) error {
	cfg, err := parseURL(address)
	if err != nil {
		return err
	}
	db.d, db.place = &postgresDialect, fmt.Sprintf("%s at %s", cfg.Database, net.JoinHostPort(cfg.Host, strconv.Itoa(int(cfg.Port))))
	db.hide = hider(address, cfg.Password)
	if cfg.ConnectTimeout == 0 {
		cfg.ConnectTimeout = 5 * time.Second
	}
	if cfg.RuntimeParams["application_name"] == "" {
		cfg.RuntimeParams["application_name"] = "career advisor"
	}
	var limited []stdlib.OptionOpenDB
	if cfg.RuntimeParams[maxIdleParam] == "" {
		// This is not a connection parameter, since a pooler refuses those that it does not know.
		limited = append(limited, stdlib.OptionAfterConnect(func(ctx context.Context, c *pgx.Conn) error {
			_, err := c.Exec(ctx, fmt.Sprintf("SET %s = %d", maxIdleParam, maxIdle.Milliseconds()))
			return err
		}))
	}
	db.pool = stdlib.OpenDB(*cfg, limited...)
	db.pool.SetMaxOpenConns(connections)
	db.pool.SetMaxIdleConns(connections)
	db.pool.SetConnMaxIdleTime(5 * time.Minute)
	db.readers, db.pools = db.pool, []*sql.DB{db.pool}
	db.breaker = &breaker{now: time.Now, within: inVain}
	return nil
}

// parseURL reads a postgres:// URL. The parsers' errors repeat what they were
// given, so none of it is passed on.
func parseURL(address string) (*pgx.ConnConfig, error) {
	if scheme, _, ok := strings.Cut(address, "://"); ok && (scheme == "postgres" || scheme == "postgresql") {
		if cfg, err := pgx.ParseConfig(address); err == nil {
			return cfg, nil
		}
	}
	return nil, &knowledge.Error{Say: "The database URL cannot be read: write it as postgres://USER:PASSWORD@HOST:5432/NAME, with special characters in the password percent-encoded."}
}

// hider removes the secrets of a database URL from text, both as written and as decoded.
func hider(address, password string) func(string) string {
	secrets := []string{password}
	if u, err := url.Parse(address); err == nil {
		p, _ := u.User.Password()
		_, raw, _ := strings.Cut(u.User.String(), ":")
		secrets = append(secrets, address, p, raw)
		for _, name := range []string{"password", "sslpassword"} {
			secrets = append(secrets, u.Query().Get(name), url.QueryEscape(u.Query().Get(name)))
		}
	}
	// The longest comes first: if two begin alike, the replacer takes the earlier one.
	slices.SortFunc(secrets, func(a, b string) int { return len(b) - len(a) })
	var pairs []string
	for _, secret := range secrets {
		if secret != "" {
			pairs = append(pairs, secret, "(hidden)")
		}
	}
	return strings.NewReplacer(pairs...).Replace
}

// againPostgres reports whether the error is that transactions got in each other's way.
func againPostgres(err error) bool {
	e, ok := errors.AsType[*pgconn.PgError](err)
	return ok && (e.Code == "40001" || e.Code == "40P01" || e.Code == "25P03") // serialization failure, deadlock, idle for too long
}

func sayPostgres(place string, err error) string {
	if e, ok := errors.AsType[*pgconn.PgError](err); ok {
		return sayCode(place, e.Code)
	}
	if _, ok := errors.AsType[*pgconn.ConnectError](err); ok {
		return fmt.Sprintf("The database %s cannot be reached: check that the server is running and that the host, port and TLS settings in the URL are right.", place)
	}
	if _, ok := errors.AsType[net.Error](err); ok || errors.Is(err, sql.ErrConnDone) {
		return fmt.Sprintf("The connection to the database %s broke: check that the server is running.", place)
	}
	return ""
}

// sayCode is the sentence for an error code of PostgreSQL.
func sayCode(place, code string) string {
	switch code {
	case "28P01", "28000":
		return fmt.Sprintf("The database %s refuses the user or the password in the URL: correct them.", place)
	case "3D000":
		return fmt.Sprintf("The database %s does not exist: create it, or correct the name in the URL.", place)
	case "42501":
		return fmt.Sprintf("The user in the URL lacks rights in the database %s: allow it to create and change tables there.", place)
	case "53100":
		return fmt.Sprintf("The disk of the database %s is full: free some space there.", place)
	case "53300":
		return fmt.Sprintf("The database %s has no connection left: raise its max_connections, or run fewer processes.", place)
	case "25006":
		return fmt.Sprintf("The database %s is read-only, as a standby is: point the URL at the primary.", place)
	}
	if strings.HasPrefix(code, "57P0") {
		return fmt.Sprintf("The database %s is starting or stopping: try again once it is up.", place)
	}
	if strings.HasPrefix(code, "XX") {
		return fmt.Sprintf("The database %s is damaged: see the server's log, and restore a copy.", place)
	}
	return ""
}
