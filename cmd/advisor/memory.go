package main

import (
	"context"
	"fmt"
	"log/slog"
	"path/filepath"

	"careeradvisor/bot"
	"careeradvisor/bot/store"
)

var _ bot.Memory = (*store.Store)(nil)

// openMemory opens what the bot remembers: the database of ADVISOR_DATABASE_URL, or
// else a file in the data dir.
func openMemory(ctx context.Context, c *advisorConfig, log *slog.Logger) (*store.Store, error) {
	return store.Open(ctx, store.Options{URL: string(c.DatabaseURL), Path: filepath.Join(c.DataDir, "advisor.db"), Log: log})
}

// tryMemory opens the database, which makes or mends its tables, and writes to it.
func tryMemory(ctx context.Context, c *advisorConfig) (string, error) {
	s, err := openMemory(ctx, c, c.logger(nowhere{}))
	if err != nil {
		return "", err
	}
	defer s.Close()
	return fmt.Sprintf("%s, schema %d", s.Place(), s.Schema()), s.Ping(ctx)
}
