package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"hash/fnv"
	"strings"
)

// session runs statements, in a transaction or outside any, until ctx ends.
type session struct {
	ctx context.Context
	d   *dialect
	q   interface {
		ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
		QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	}
}

// row is a row of a result.
type row interface{ Scan(dest ...any) error }

// exec runs a statement and counts the rows that it touched.
func (s session) exec(statement string, args ...any) (int64, error) {
	r, err := s.q.ExecContext(s.ctx, s.d.write(statement), clean(args)...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// all reads every row of a query.
func all[T any](s session, scan func(row) (T, error), query string, args ...any) ([]T, error) {
	rows, err := s.q.QueryContext(s.ctx, s.d.write(query), clean(args)...)
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

// column scans a row that has one column.
func column[T any](r row) (v T, err error) {
	err = r.Scan(&v)
	return v, err
}

// hold makes others who hold the same name wait until the transaction ends.
func (s session) hold(name string) error {
	if s.d.hold == "" {
		return nil
	}
	_, err := s.exec(s.d.hold, number(name))
	return err
}

// number is the number by which the locks of a database know a name.
func number(name string) int64 {
	h := fnv.New64a()
	h.Write([]byte("advisor " + name))
	return int64(h.Sum64())
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

// maxName is the length, in bytes, of the longest value that an index holds. PostgreSQL refuses
// 2,704, and no name in Slack is that long.
const maxName = 500

// short makes a name storable even in an index; long names that differ still differ afterwards.
func short(name string) string {
	name = storable(name)
	if len(name) <= maxName {
		return name
	}
	return fmt.Sprintf("%s…%x", storable(name[:maxName/2]), sha256.Sum256([]byte(name)))
}
