package store_test

import (
	"context"
	"database/sql/driver"
	"errors"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"modernc.org/sqlite"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/store"
)

// stuck is what the SQLite function stick waits for, inside the driver.
var stuck = make(chan struct{})

func init() {
	sqlite.MustRegisterScalarFunction("stick", 0, func(*sqlite.FunctionContext, []driver.Value) (driver.Value, error) {
		<-stuck
		return nil, nil
	})
}

// TestStuckFile makes SQLite stand still within a call, as it does while its disk hangs: nobody
// waits for it or asks it again and again, and it is used as soon as it carries on.
func TestStuckFile(t *testing.T) {
	s := open(t, store.Options{Path: filepath.Join(t.TempDir(), "advisor.db")})
	must(t, s.Exec(t.Context(), `CREATE TRIGGER stick AFTER INSERT ON turns WHEN NEW.id = 'T1' BEGIN SELECT stick(); END`))
	ctx, end := context.WithTimeout(t.Context(), time.Minute)
	defer end()
	for range 2 {
		ctx, end := context.WithTimeout(ctx, 3*time.Second)
		defer end()
		if err := s.SaveTurn(ctx, memory.Turn{ID: "T1", At: noon}); !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("a call was waited for: %v", err)
		}
	}
	if err := s.Ping(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the database is asked again: %v", err)
	}
	if _, err := s.Turn(ctx, "T1"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the database is read: %v", err)
	}
	close(stuck)
	s.Quiet()
	for s.SaveTurn(ctx, memory.Turn{ID: "T2", At: noon}) != nil && ctx.Err() == nil {
		runtime.Gosched()
	}
	must(t, s.Ping(ctx))
	_, err := s.Turn(ctx, "T1")
	wantNone(t, err) // its caller was told that it failed
}
