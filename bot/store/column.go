package store

import (
	"encoding/json"
	"time"
)

// micros is a time as it is stored: Unix microseconds.
func micros(t time.Time) int64 { return t.UnixMicro() }

// moment is the time of micros, in UTC.
func moment(micros int64) time.Time { return time.UnixMicro(micros).UTC() }

// asJSON is a value as text; values stored this way have plain fields only.
func asJSON(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}

// fromJSON reads what asJSON wrote, even what an earlier version wrote: fields that the version did
// not know stay empty.
func fromJSON[T any](text string) (v T, err error) {
	err = json.Unmarshal([]byte(text), &v)
	return v, err
}
