package store

import (
	"context"
	"errors"
	"time"

	"careeradvisor/knowledge"
)

// errAgain asks [write] to start the transaction over.
var errAgain = errors.New("somebody else was faster")

// tries is how often a transaction is begun before its failure is returned.
const tries = 10

// write runs f in a transaction that writes, and returns what f returns. f may run several times.
// If all share one connection, one writer waits for it and the others queue behind that writer,
// since database/sql does not keep waiters in order.
func write[T any](ctx context.Context, db *database, doing string, f func(session) (T, error)) (none T, err error) {
	if db.line == nil {
		return writeFirst(ctx, db, doing, f)
	}
	select {
	case db.line <- struct{}{}:
		defer func() { <-db.line }()
		return writeFirst(ctx, db, doing, f)
	case <-ctx.Done():
		return none, db.fail(doing, ctx.Err())
	}
}

// writeFirst is [write] for work that Slack is waiting for: it jumps the queue.
func writeFirst[T any](ctx context.Context, db *database, doing string, f func(session) (T, error)) (T, error) {
	v, err := guard(ctx, db.breaker, func(ctx context.Context) (T, error) {
		for try := 1; ; try++ {
			v, err := transact(ctx, db, f)
			if err == nil || try == tries || ctx.Err() != nil || !errors.Is(err, errAgain) && !db.d.again(err) {
				return v, err
			}
		}
	})
	err = db.fail(doing, err)
	if ctx.Err() == nil && !errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, knowledge.ErrNotFound) {
		db.failed.note(doing, err, time.Now())
	}
	return v, err
}

func transact[T any](ctx context.Context, db *database, f func(session) (T, error)) (none T, err error) {
	tx, err := db.pool.BeginTx(ctx, nil)
	if err != nil {
		return none, err
	}
	defer tx.Rollback() // after a commit it does nothing
	v, err := f(session{ctx, db.d, tx})
	if err != nil {
		return none, err
	}
	err = tx.Commit()
	db.written.Store(true)
	return v, err
}

// do is [write] if there is nothing to return.
func (db *database) do(ctx context.Context, doing string, f func(session) error) error {
	_, err := write(ctx, db, doing, func(tx session) (struct{}, error) { return struct{}{}, f(tx) })
	return err
}

// exec writes with one statement, and counts the rows that it touched.
func (db *database) exec(ctx context.Context, doing, statement string, args ...any) (int64, error) {
	return write(ctx, db, doing, func(tx session) (int64, error) { return tx.exec(statement, args...) })
}

// list reads every row of a query; it sees everything that has been committed.
func list[T any](ctx context.Context, db *database, doing string, scan func(row) (T, error), query string, args ...any) ([]T, error) {
	rows, err := guard(ctx, db.breaker, func(ctx context.Context) ([]T, error) {
		return all(session{ctx, db.d, db.readers}, scan, query, args...)
	})
	return rows, db.fail(doing, err)
}

// first reads the first row of a query, or says [knowledge.ErrNotFound].
func first[T any](ctx context.Context, db *database, doing string, scan func(row) (T, error), query string, args ...any) (none T, err error) {
	rows, err := list(ctx, db, doing, scan, query, args...)
	if err == nil && len(rows) == 0 {
		err = knowledge.ErrNotFound
	}
	if err != nil {
		return none, err
	}
	return rows[0], nil
}
