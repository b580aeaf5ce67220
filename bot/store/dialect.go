package store

import (
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
)

// dialect holds everything that one kind of database does in its own way.
type dialect struct {
	name       string
	goose      goose.Dialect
	migrations string // folder of the migrations that are the dialect's own
	numbered   bool   // placeholders are $1, $2 …, not ?
	skip       string // ends a SELECT of rows that are about to be changed

	// hold makes others who hold the same number wait until the transaction ends; lock and unlock
	// do so beyond transactions. All are "" if there is only one writer anyway.
	hold, lock, unlock string

	// again reports whether the same transaction may succeed after an error; say is the sentence
	// for an error that an operator can fix, or "".
	again func(error) bool
	say   func(place string, err error) string
}

// write puts a statement into the dialect. All statements are ours, and every question mark in them
// is a placeholder.
func (d *dialect) write(statement string) string {
	statement = strings.Replace(statement, "{skip}", d.skip, 1)
	if !d.numbered {
		return statement
	}
	var b strings.Builder
	for n := 1; ; n++ {
		before, after, found := strings.Cut(statement, "?")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		b.WriteByte('$')
		b.WriteString(strconv.Itoa(n))
		statement = after
	}
}

// marks are n placeholders for a list.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

// anys are the arguments for marks.
func anys[T any](list []T) []any {
	all := make([]any, len(list))
	for i, v := range list {
		all[i] = v
	}
	return all
}
