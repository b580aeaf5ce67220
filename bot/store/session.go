package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"hash/fnv"
	"strings"
	"time"

	"careeradvisor/knowledge"
)

// session runs statements, in a transaction or outside any.
type session struct {
	d *dialect
	b *breaker // nil in a transaction, which is one call

	call context.Context // of the transaction, which may end before its caller's; nil outside any
	q    interface {
		ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
		QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	}
}

// row is what a row of a result and a whole result of one row have in common.
type row interface{ Scan(dest ...any) error }

// exec runs a statement and counts the rows that it touched.
func (s session) exec(ctx context.Context, statement string, args ...any) (int64, error) {
	if s.call != nil {
		ctx = s.call
	}
	r, err := s.q.ExecContext(ctx, s.d.write(statement), clean(args)...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// all reads every row of a query.
func all[T any](ctx context.Context, s session, scan func(row) (T, error), query string, args ...any) ([]T, error) {
	if s.call != nil {
		ctx = s.call
	}
	ctx, leave, err := s.b.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	rows, err := s.q.QueryContext(ctx, s.d.write(query), clean(args)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, rows.Err()
}

// one reads the first row of a query, or says [knowledge.ErrNotFound].
func one[T any](ctx context.Context, s session, scan func(row) (T, error), query string, args ...any) (T, error) {
	list, err := all(ctx, s, scan, query, args...)
	if err == nil && len(list) == 0 {
		err = knowledge.ErrNotFound
	}
	if err != nil {
		var none T
		return none, err
	}
	return list[0], nil
}

// column scans a row of one column.
func column[T any](r row) (v T, err error) {
	err = r.Scan(&v)
	return v, err
}

// hold makes others who hold the same name wait until the transaction ends.
func (s session) hold(ctx context.Context, name string) error {
	if s.d.hold == "" {
		return nil
	}
	_, err := s.exec(ctx, s.d.hold, number(name))
	return err
}

// number is a name as the locks of a database know it.
func number(name string) int64 {
	h := fnv.New64a()
	h.Write([]byte("advisor " + name))
	return int64(h.Sum64())
}

// lock makes others who lock the same name wait, beyond transactions, until
// unlock is called.
func (s *Store) lock(ctx context.Context, name string) (unlock func(), err error) {
	if s.d.lock == "" {
		return func() {}, nil
	}
	conn, err := s.pool.Conn(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := conn.ExecContext(ctx, s.d.lock, number(name)); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return func() {
		if _, err := conn.ExecContext(context.WithoutCancel(ctx), s.d.unlock, number(name)); err != nil {
			_ = conn.Raw(func(any) error { return driver.ErrBadConn }) // the lock ends with its connection
		}
		_ = conn.Close()
	}, nil
}

// clean makes text storable in both dialects: valid UTF-8 without NUL.
func clean(args []any) []any {
	for i, a := range args {
		if text, ok := a.(string); ok {
			args[i] = storable(text)
		}
	}
	return args
}

func storable(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "")
}

// maxName is how long what an index holds may be, in bytes. PostgreSQL refuses
// 2,704, and Slack names nothing with so many.
const maxName = 500

// short makes a name storable, in an index too: of two long ones that differ, what
// they become differs.
func short(name string) string {
	name = storable(name)
	if len(name) <= maxName {
		return name
	}
	return fmt.Sprintf("%s…%x", storable(name[:maxName/2]), sha256.Sum256([]byte(name)))
}

// errAgain asks [Store.write] to start the transaction over.
var errAgain = errors.New("somebody else was faster")

// tries is how often a transaction is begun before its failure is returned.
const tries = 10

// write runs f in a transaction that writes. F may run several times. Where there is
// one connection for all, one of those who write waits for it and the others, in
// turn, for that one: database/sql does not keep the order of who waits.
func (s *Store) write(ctx context.Context, doing string, f func(session) error) error {
	if s.line == nil {
		return s.writeFirst(ctx, doing, f)
	}
	select {
	case s.line <- struct{}{}:
		defer func() { <-s.line }()
		return s.writeFirst(ctx, doing, f)
	case <-ctx.Done():
		return s.fail(doing, ctx.Err())
	}
}

// writeFirst is [Store.write] for what Slack waits for: it skips the line.
func (s *Store) writeFirst(ctx context.Context, doing string, f func(session) error) error {
	ctx, leave, err := s.breaker.enter(ctx)
	if err != nil {
		return s.fail(doing, err)
	}
	defer leave()
	for try := 1; ; try++ {
		err := s.transact(ctx, f)
		if err == nil || try == tries || ctx.Err() != nil || !errors.Is(err, errAgain) && !s.d.again(err) {
			err = s.fail(doing, err)
			if ctx.Err() == nil && !errors.Is(err, knowledge.ErrNotFound) {
				s.failed.note(doing, err, time.Now())
			}
			return err
		}
	}
}

func (s *Store) transact(ctx context.Context, f func(session) error) error {
	tx, err := s.pool.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // after a commit it does nothing
	if err := f(session{d: s.d, call: ctx, q: tx}); err != nil {
		return err
	}
	err = tx.Commit()
	s.written.Store(true)
	return err
}

// read is a session that sees what was committed.
func (s *Store) read() session { return session{d: s.d, b: s.breaker, q: s.readers} }
