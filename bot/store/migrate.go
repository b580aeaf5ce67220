package store

import (
	"context"
	"database/sql/driver"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/pressly/goose/v3"

	"careeradvisor/knowledge"
)

// migrations holds a folder for each dialect and one for both. They are numbered in one sequence; a
// released one is never changed.
//
//go:embed migrations
var migrations embed.FS

// layers are two folders seen as one. Only files at their top are found.
type layers [2]fs.FS

func (l layers) Open(name string) (fs.File, error) {
	f, err := l[0].Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return l[1].Open(name)
	}
	return f, err
}

func (l layers) ReadDir(name string) ([]fs.DirEntry, error) {
	own, err := fs.ReadDir(l[0], name)
	if err != nil {
		return nil, err
	}
	both, err := fs.ReadDir(l[1], name)
	list := append(own, both...)
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, err
}

// migrate brings the tables up to date. Only one of several processes does it. If the dialect has
// no lock for that, a process may find that another has been faster with a migration, which leaves
// it one less to do.
func (db *database) migrate(ctx context.Context) error {
	if _, err := transact(ctx, db, func(session) (struct{}, error) { return struct{}{}, nil }); err != nil {
		return err // if the database cannot be written at all, say so before goose tries for seconds
	}
	unlock, err := db.lock(ctx, "migrations")
	if err != nil {
		return err
	}
	defer unlock()
	provider, err := db.provider()
	if err != nil {
		return err
	}
	var errs error // the first one says best what is wrong
	for range 1 + len(provider.ListSources()) {
		err := db.up(ctx, provider)
		if err == nil || ctx.Err() != nil {
			return err
		}
		errs = errors.Join(errs, err)
	}
	return errs
}

// lock makes others who lock the same name wait, beyond transactions, until
// unlock is called.
func (db *database) lock(ctx context.Context, name string) (unlock func(), err error) {
	if db.d.lock == "" {
		return func() {}, nil
	}
	conn, err := db.pool.Conn(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := conn.ExecContext(ctx, db.d.lock, number(name)); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return func() {
		if _, err := conn.ExecContext(context.WithoutCancel(ctx), db.d.unlock, number(name)); err != nil {
			_ = conn.Raw(func(any) error { return driver.ErrBadConn }) // the lock ends with its connection
		}
		_ = conn.Close()
	}, nil
}

func (db *database) provider() (*goose.Provider, error) {
	var folders layers
	for i, name := range []string{db.d.migrations, "both"} {
		sub, err := fs.Sub(migrations, "migrations/"+name)
		if err != nil {
			return nil, err
		}
		folders[i] = sub
	}
	return goose.NewProvider(db.d.goose, db.pool, folders, goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger()))
}

func (db *database) up(ctx context.Context, provider *goose.Provider) error {
	found, known, err := provider.GetVersions(ctx)
	if err != nil {
		return err
	}
	if found > known {
		return &knowledge.Error{
			Say:   fmt.Sprintf("The database %s was written by a newer advisor: run that version, or restore an older copy.", db.place),
			Cause: fmt.Errorf("its schema is %d, this version knows %d", found, known),
		}
	}
	db.schema = known
	if found == known {
		return nil
	}
	if _, err := provider.Up(ctx); err != nil {
		return err
	}
	db.log.Info("the database is up to date", "database", db.place, "from", found, "to", known)
	return nil
}
