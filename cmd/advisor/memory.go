package main

import (
	"context"
	"fmt"
	"log/slog"
	"path/filepath"

	"careeradvisor/bot/store"
)

// openMemory opens what the bot remembers: the database of ADVISOR_DATABASE_URL, or else a file in
// the data dir; without a data dir, nothing outlives the process.
func openMemory(ctx context.Context, c *advisorConfig, log *slog.Logger) (*store.Store, error) {
	o := store.Options{URL: string(c.DatabaseURL), Log: log}
	if c.DataDir != "" {
		o.Path = c.databaseFile()
	}
	return store.Open(ctx, o)
}

// databaseFile is SQLite's file in the data dir.
func (a *advisorConfig) databaseFile() string { return filepath.Join(a.DataDir, "advisor.db") }

// tryMemory opens the database, which creates or updates its tables, and writes to it.
func tryMemory(ctx context.Context, c *advisorConfig) (string, error) {
	s, err := openMemory(ctx, c, c.logger(nowhere{}))
	if err != nil {
		return "", err
	}
	defer s.Close()
	return fmt.Sprintf("%s, schema %d", s.Place(), s.Schema()), s.Ping(ctx)
}
